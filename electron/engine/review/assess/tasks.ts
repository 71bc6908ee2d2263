// Open tasks about the clue's entities, its cases, their series and rings.
import { compareTasks, tasksAt } from "../../../../shared/review/task/task.ts";
import { listTaskEntries } from "../../store/sqlite/tables/task.ts";
import { describeTask } from "../task/describeTask.ts";
import { refsOf } from "./clue.ts";
import type { Probe } from "./part.ts";

export const findTasks: Probe<"tasks"> = ({ context: { db, clock }, clue, earlier }) => {
  const about = new Set([
    ...refsOf(clue.entities),
    ...(earlier.cases?.items ?? []).map((item) => `case:${item.case}`),
    ...(earlier.series?.items ?? []).map(({ series }) => `series:${series}`),
    ...(earlier.rings?.items ?? []).map(({ ring }) => `ring:${ring}`),
  ]);
  const open = tasksAt(listTaskEntries(db), clock()).filter(
    ({ last }) => last.state === "open" && last.about.some((ref) => about.has(ref)),
  );
  return { items: [...open].sort(compareTasks).map((task) => describeTask(db, task)) };
};
