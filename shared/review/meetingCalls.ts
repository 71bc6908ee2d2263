// Calls about the meetings that are minuted: when and where, who chaired, attended and kept the record.
import { z } from "zod";
import { read, write } from "../rpc/call.ts";
import { parseDay } from "./statistics/period.ts";

export const meetingFields = ["held", "place", "chair", "attendance", "recorder"] as const;
export type MeetingField = (typeof meetingFields)[number];

/** What nobody wrote of its head is "". */
export interface Meeting extends Readonly<Record<MeetingField, string>> {
  /** Its storyboard. */
  readonly board: string;
  readonly boardName: string;
  /** Decisions and questions, and tasks, that it minuted. */
  readonly minutes: number;
  readonly tasks: number;
}

const words = z.string().trim().max(200);
/** `2026-11-27`, `2026-11-27T14:30`. */
const held = z
  .string()
  .trim()
  .transform((text) => text.replace(" ", "T"))
  .refine((text) => text === "" || (parseDay(text.slice(0, 10)) !== null && /^.{10}(T([01]\d|2[0-3]):[0-5]\d)?$/.test(text)), {
    message: "2026-11-27 14:30",
  });

export const meetingCalls = {
  "review.listMeetings": read(z.object({}), "Meetings with the heads of their minutes, as the storyboards that they were held with.")<
    readonly Meeting[]
  >(),
  "review.changeMeeting": write(
    z.object({
      board: z.string(),
      held: held.optional(),
      place: words.optional(),
      chair: words.optional(),
      attendance: z.string().trim().max(2000).optional(),
      recorder: words.optional(),
    }),
    "Writes when and where a meeting was held, who chaired it, attended it and kept its record; what is left out stays as it is.",
    { errors: ["storyboard-unknown"] },
  )<Meeting>(),
};
