// Tasks opened and done in the period, and those open at its end. What a task is tied to has rows; a task itself has none.

import type { Block } from "../../../../../shared/review/paper/paper.ts";
import type { TaskItem } from "../../../../../shared/review/task/calls.ts";
import { type BriefContext, type BriefSection, line } from "../briefContext.ts";

function taskRows({ say, job }: BriefContext, tasks: readonly TaskItem[]): readonly (readonly string[])[] {
  return tasks.map(({ id, text, owner, due, about, isOverdue }) => [
    id,
    job.show.text(text),
    owner,
    `${due ?? ""}${isOverdue ? say("brief.task.overdue") : ""}`,
    about
      .map(({ ref, label }) => (ref.includes(":") ? job.show.label(ref.slice(0, ref.indexOf(":")), label) : label))
      .join(say("report.cite.comma")),
  ]);
}

function taskTable(context: BriefContext, tasks: readonly TaskItem[]): Block {
  const heading = (key: string, width: number) => ({ heading: context.say(key), width });
  const columns = [
    heading("brief.task.id", 4),
    heading("brief.task.text", 20),
    heading("brief.task.owner", 6),
    heading("brief.task.due", 8),
    heading("brief.task.about", 14),
  ];
  return { kind: "table", table: { columns, rows: taskRows(context, tasks) } };
}

export const tasks: BriefSection = {
  id: "tasks",
  heading: "brief.section.tasks",
  write: (context) => {
    const { say, tasks: found } = context;
    const counts = {
      opened: found.opened.length,
      done: found.done.length,
      dropped: found.dropped.length,
      open: found.open.length,
      overdue: found.overdue.length,
    };
    return [line(say("brief.task.sum", counts)), ...(found.open.length > 0 ? [taskTable(context, found.open)] : [])];
  },
};
