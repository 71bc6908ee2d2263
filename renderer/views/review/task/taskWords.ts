// Words and tones of tasks.
import type { TaskItem } from "../../../../shared/review/task/calls.ts";
import type { Tone } from "../../../parts/index.ts";

export const stateKeys: Readonly<Record<TaskItem["state"] | "overdue" | "all", string>> = {
  open: "task.state.open",
  overdue: "task.state.overdue",
  done: "task.state.done",
  dropped: "task.state.dropped",
  all: "task.state.all",
};

/** How a task stands: overdue is told before open. */
export const standOf = ({ state, isOverdue }: TaskItem): TaskItem["state"] | "overdue" => (isOverdue ? "overdue" : state);

export const stateTones: Readonly<Record<TaskItem["state"] | "overdue", Tone>> = {
  open: "accent",
  overdue: "contra",
  done: "plus",
  dropped: "neutral",
};
