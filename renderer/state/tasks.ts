// Tasks: where their page stands and what can be done with one.
import { parseEntityRef } from "../../shared/model/entity.ts";
import type { TaskState } from "../../shared/review/task/task.ts";
import type { Input } from "../../shared/rpc/contract.ts";
import { engine } from "../rpc/engine.ts";
import { goTo, type ViewName } from "./navigation.ts";
import { tell } from "./toasts.ts";

/** Where a tie of a task leads: kind of the reference → view. */
const views: Readonly<Record<string, ViewName>> = { series: "group", ring: "group", case: "link" };

export const openTasks = (task = ""): void => goTo("review", task === "" ? "task" : `task/${task}`);

/** A series and a ring open their page, a case its pairs, anything else a chart. */
export function openTie(ref: string): void {
  const { kind, key } = parseEntityRef(ref);
  const view = views[kind];
  if (view === undefined) goTo("chart", ref);
  else goTo(view, key);
}

export async function addTask(task: Input<"task.add">): Promise<void> {
  const { id } = await engine.call("task.add", task);
  tell("task.toast.added", { id });
}

export async function settleTask(task: string, state: TaskState, reason = ""): Promise<void> {
  await engine.call("task.settle", { task, state, reason });
  tell("task.toast.settled", { id: task });
}
