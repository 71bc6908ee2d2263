// Handlers of the calls of tasks.
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { TaskItem, taskCalls } from "../../../../shared/review/task/calls.ts";
import { standing, type TaskEntry, taskName, taskNumber } from "../../../../shared/review/task/task.ts";
import type { Params } from "../../../../shared/rpc/contract.ts";
import type { Handlers, WriteContext } from "../../handler.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { insertTaskEntry, listEntriesOfTask, nextTaskNumber } from "../../store/sqlite/tables/task.ts";
import { meant } from "../meant.ts";
import { requireBoard } from "../storyboard/openBoard.ts";
import { describeEntry, describeTask } from "./describeTask.ts";
import { exportMinutes } from "./exportMinutes.ts";
import { listTasks } from "./listTasks.ts";
import { requireTie } from "./ties.ts";

const minReason = 2;

function requireEntries(db: ReadableDb, task: string): readonly TaskEntry[] {
  const number = taskNumber(task);
  const entries = number === null ? [] : listEntriesOfTask(db, number);
  if (entries.length === 0) throw new CaseweaveError("task-unknown", { task });
  return entries;
}

const lastOf = (entries: readonly TaskEntry[]): TaskEntry => entries.at(-1)!;

/** What was tied before stays tied, also where a later run knows it no more. */
function tieAll({ db, clock }: WriteContext, about: readonly string[], tied: readonly string[] = []): readonly string[] {
  return [...new Set(about.map((typed) => (tied.includes(typed) ? typed : requireTie(db, typed, clock()))))];
}

function append(entry: Omit<TaskEntry, "id" | "by" | "at">, { db, user, clock, changed }: WriteContext): TaskItem {
  insertTaskEntry(db, { ...entry, by: user, at: clock() });
  changed("tasks");
  return describeTask(db, standing(listEntriesOfTask(db, entry.number), clock()));
}

function add({ about, board, ...said }: Params<"task.add">, context: WriteContext): TaskItem {
  if (board !== "") requireBoard(context.db, board);
  const number = nextTaskNumber(context.db);
  return append({ ...said, number, state: "open", about: tieAll(context, about), board, reason: "" }, context);
}

function change({ task, about, due, reason, ...given }: Params<"task.change">, context: WriteContext): TaskItem {
  const { id: _id, by: _by, at: _at, ...last } = lastOf(requireEntries(context.db, task));
  if (last.state !== "open") throw new CaseweaveError("task-settled", { task: taskName(last.number), state: last.state });
  return append(
    {
      ...last,
      text: meant(given.text, last.text, context),
      owner: meant(given.owner, last.owner, context),
      due: due === undefined ? last.due : due,
      about: about === undefined ? last.about : tieAll(context, about, last.about),
      reason,
    },
    context,
  );
}

function settle({ task, state, reason }: Params<"task.settle">, context: WriteContext): TaskItem {
  const { id: _id, by: _by, at: _at, ...last } = lastOf(requireEntries(context.db, task));
  if (last.state === state) throw new CaseweaveError("task-settled", { task: taskName(last.number), state });
  if (state !== "done" && reason.length < minReason) throw new CaseweaveError("reason-missing");
  return append({ ...last, state, reason }, context);
}

export const taskHandlers: Handlers<typeof taskCalls> = {
  "task.add": add,
  "task.change": change,
  "task.settle": settle,
  "task.list": listTasks,
  "task.exportMinutes": exportMinutes,
  "task.readHistory": ({ task }, { db }) => requireEntries(db, task).map((entry) => describeEntry(db, entry)),
};
