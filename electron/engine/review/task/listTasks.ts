// Tasks as they stand now, and what became of them in a period.
import { parseIsoTime } from "../../../../shared/model/time.ts";
import type { TaskFilter, TaskItem, TaskList, TaskPeriod } from "../../../../shared/review/task/calls.ts";
import { compareTasks, type StandingTask, type TaskEntry, tasksAt, tasksIn } from "../../../../shared/review/task/task.ts";
import type { Params } from "../../../../shared/rpc/contract.ts";
import type { ReadContext } from "../../handler.ts";
import { listTaskEntries } from "../../store/sqlite/tables/task.ts";
import { describeTask } from "./describeTask.ts";
import { spellTie } from "./ties.ts";

type Asked = Params<"task.list">;

const dayMilliseconds = 86_400_000;

const filters: Readonly<Record<TaskFilter, (task: StandingTask) => boolean>> = {
  open: ({ last }) => last.state === "open",
  overdue: ({ isOverdue }) => isOverdue,
  done: ({ last }) => last.state === "done",
  dropped: ({ last }) => last.state === "dropped",
  all: () => true,
};

/** Whom and what was asked for; a task that was tied to something else since is judged by how it stands. */
const isAsked =
  ({ owner, about, board }: Asked) =>
  ({ last }: StandingTask): boolean =>
    (owner === undefined || last.owner === owner) &&
    (about === undefined || last.about.includes(spellTie(about))) &&
    (board === undefined || last.board === board);

const countBy = (tasks: readonly StandingTask[]): TaskList["counts"] => ({
  open: tasks.filter(filters.open).length,
  overdue: tasks.filter(filters.overdue).length,
  done: tasks.filter(filters.done).length,
  dropped: tasks.filter(filters.dropped).length,
  all: tasks.length,
});

const startOf = (day: string): number => parseIsoTime(day)!.at;

/** A period that is not over yet ends now: nothing is overdue before its day is. */
function readPeriod(entries: readonly TaskEntry[], asked: Asked, { db, clock }: ReadContext): TaskPeriod | null {
  if (asked.from === undefined && asked.until === undefined) return null;
  const now = clock();
  const from = asked.from === undefined ? Number.NEGATIVE_INFINITY : startOf(asked.from);
  const until = asked.until === undefined ? now : Math.min(now, startOf(asked.until) + dayMilliseconds - 1);
  const found = tasksIn(entries, from, until);
  const shown = (tasks: readonly StandingTask[]): readonly TaskItem[] =>
    tasks
      .filter(isAsked(asked))
      .sort(compareTasks)
      .map((task) => describeTask(db, task));
  const { opened, done, dropped, overdue, open } = found;
  return {
    from: asked.from ?? "",
    until: asked.until ?? "",
    opened: shown(opened),
    done: shown(done),
    dropped: shown(dropped),
    overdue: shown(overdue),
    open: shown(open),
  };
}

export function listTasks(asked: Asked, context: ReadContext): TaskList {
  const { db, clock } = context;
  const entries = listTaskEntries(db);
  const tasks = tasksAt(entries, clock()).filter(isAsked(asked));
  const items = tasks.filter(filters[asked.state]).sort(compareTasks).slice(0, asked.limit);
  const owners = new Set(tasks.filter(filters.open).flatMap(({ last }) => (last.owner === "" ? [] : [last.owner])));
  return {
    items: items.map((task) => describeTask(db, task)),
    counts: countBy(tasks),
    owners: [...owners].sort(),
    period: readPeriod(entries, asked, context),
  };
}
