// Calls about what a meeting minutes from the stage: decisions and questions; tasks have calls of their own. Appended only; a later line may answer or replace an earlier one.
import { z } from "zod";
import { read, write } from "../rpc/call.ts";

export const minuteKinds = ["decision", "question"] as const;
export type MinuteKind = (typeof minuteKinds)[number];

export interface Minute {
  readonly id: number;
  readonly kind: MinuteKind;
  readonly text: string;
  /** Where it was said; "" outside a meeting. */
  readonly board: string;
  readonly boardName: string;
  readonly scene: string;
  readonly subject: string;
  /** The line that this one answers or replaces. */
  readonly answers: number | null;
  /** The line that answers or replaces this one. */
  readonly answeredBy: number | null;
  readonly by: string;
  readonly at: string;
}

export const minuteCalls = {
  "review.recordMinute": write(
    z.object({
      kind: z.enum(minuteKinds),
      text: z.string().trim().min(2).max(4000),
      board: z.string().default(""),
      scene: z.string().default(""),
      subject: z.string().default(""),
      answers: z.int().nullable().default(null),
    }),
    "Minutes a decision or a question, as said on a scene of a meeting.",
    { errors: ["storyboard-unknown", "minute-unknown"] },
  )<Minute>(),
  "review.listMinutes": read(
    z.object({ board: z.string().nullable().default(null), limit: z.int().min(1).max(1000).default(200) }),
    "What was minuted, newest first.",
  )<readonly Minute[]>(),
};
