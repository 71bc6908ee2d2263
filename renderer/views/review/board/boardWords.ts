// Words of the storyboard desk.
import type { StoryboardStepName } from "../../../../shared/review/storyboard.ts";

/** What the undo button says. */
export const stepKeys: Readonly<Record<StoryboardStepName, string>> = {
  add: "review.step.add",
  duplicate: "review.step.duplicate",
  move: "review.step.move",
  remove: "review.step.remove",
  write: "review.step.write",
  arrange: "review.step.arrange",
};

/** 125 s → 2:05. */
export const minutesText = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
