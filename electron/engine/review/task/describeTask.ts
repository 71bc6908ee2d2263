// Tasks as everybody shows them.
import { isoTime } from "../../../../shared/model/time.ts";
import type { TaskChange, TaskItem } from "../../../../shared/review/task/calls.ts";
import { type StandingTask, type TaskEntry, taskName } from "../../../../shared/review/task/task.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { readStoryboardRow } from "../../store/sqlite/tables/storyboard.ts";
import { describeTie } from "./ties.ts";

export function describeTask(db: ReadableDb, { first, last, since, entries, isOverdue }: StandingTask): TaskItem {
  const { text, state, owner, due, board, scene } = last;
  return {
    id: taskName(first.number),
    text,
    state,
    owner,
    due,
    isOverdue,
    about: last.about.map((ref) => describeTie(db, ref)),
    reason: since.reason,
    board,
    boardName: board === "" ? "" : (readStoryboardRow(db, board)?.name ?? ""),
    scene,
    openedBy: first.by,
    openedAt: isoTime(first.at),
    stateBy: since.by,
    stateAt: isoTime(since.at),
    entries,
  };
}

export const describeEntry = (db: ReadableDb, { state, text, owner, due, about, reason, by, at }: TaskEntry): TaskChange => ({
  state,
  text,
  owner,
  due,
  about: about.map((ref) => describeTie(db, ref)),
  reason,
  by,
  at: isoTime(at),
});
