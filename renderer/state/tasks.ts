// Tasks: where their page stands and what can be done with one.
import type { TaskState } from "../../shared/review/task/task.ts";
import type { Input } from "../../shared/rpc/contract.ts";
import { engine } from "../rpc/engine.ts";
import { goTo, type ViewName } from "./navigation.ts";
import { tell } from "./toasts.ts";

export const openTasks = (task = ""): void => goTo("review", task === "" ? "task" : `task/${task}`);

/** What has a page of its own opens it, anything else a chart. */
const pages: readonly (readonly [form: RegExp, view: ViewName])[] = [
  [/^(?:series|ring):(.+)$/, "group"],
  [/^case:(.+)$/, "link"],
];

export function openTie(ref: string): void {
  for (const [form, view] of pages) {
    const subject = form.exec(ref)?.[1];
    if (subject !== undefined) return void goTo(view, subject);
  }
  goTo("chart", ref);
}

export async function addTask(task: Input<"task.add">): Promise<void> {
  const { id } = await engine.call("task.add", task);
  tell("task.toast.added", { id });
}

export async function changeTask(change: Input<"task.change">): Promise<void> {
  const { id } = await engine.call("task.change", change);
  tell("task.toast.settled", { id });
}

export async function settleTask(task: string, state: TaskState, reason = ""): Promise<void> {
  await engine.call("task.settle", { task, state, reason });
  tell("task.toast.settled", { id: task });
}
