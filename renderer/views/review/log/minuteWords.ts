// Words of what a meeting minutes.
import { type MinuteKind, minuteKinds } from "../../../../shared/review/minuteCalls.ts";
import type { Tone } from "../../../parts/index.ts";

/** What the box on the stage takes: tasks have a store of their own, with an owner and a last day. */
export const boxKinds = [...minuteKinds, "task"] as const;
export type BoxKind = (typeof boxKinds)[number];

export const minuteKeys: Readonly<Record<BoxKind, string>> = {
  decision: "review.minute.decision",
  question: "review.minute.question",
  task: "review.minute.task",
};

export const minuteTones: Readonly<Record<MinuteKind, Tone>> = { decision: "plus", question: "warn" };
