// Words of what a meeting minutes.
import type { MinuteKind } from "../../../../shared/review/minuteCalls.ts";
import type { Tone } from "../../../parts/index.ts";

export const minuteKeys: Readonly<Record<MinuteKind, string>> = {
  decision: "review.minute.decision",
  question: "review.minute.question",
  task: "review.minute.task",
};

export const minuteTones: Readonly<Record<MinuteKind, Tone>> = { decision: "plus", question: "warn", task: "accent" };
