// The minutes of a meeting as a page to sign: decisions, questions with their answers, and tasks with owner, last day and what became of them.
import type { Minute } from "../minuteCalls.ts";
import type { Paper } from "../paper/paper.ts";
import type { Say } from "../paper/say.ts";
import type { Table, TableColumn } from "../paper/table.ts";
import type { TaskItem } from "./calls.ts";

export interface MinutesFacts {
  /** Of the meeting; "" for all of them. */
  readonly meeting: string;
  readonly minutes: readonly Minute[];
  readonly tasks: readonly TaskItem[];
  /** The moment of printing, as people read it. */
  readonly at: string;
  readonly footer: string;
}

const clock = (time: string): string => time.slice(0, 16).replace("T", " ");
const column = (heading: string, width: number): TableColumn => ({ heading, width });

/** Oldest first, as they were said. */
const inOrder = (minutes: readonly Minute[], kind: Minute["kind"]): readonly Minute[] =>
  minutes.filter((minute) => minute.kind === kind).sort((a, b) => a.id - b.id);

function decisionTable(minutes: readonly Minute[], say: Say): Table {
  const rows = inOrder(minutes, "decision").map(({ text, by, at }) => [text, by, clock(at)]);
  return {
    columns: [column(say("review.minute.decision"), 30), column(say("task.minutes.by"), 7), column(say("task.minutes.at"), 9)],
    rows,
  };
}

function questionTable(minutes: readonly Minute[], say: Say): Table {
  const byId = new Map(minutes.map((minute) => [minute.id, minute]));
  const rows = inOrder(minutes, "question").map(({ text, answeredBy, by, at }) => {
    const answer = answeredBy === null ? undefined : byId.get(answeredBy);
    return [text, answer?.text ?? say("task.minutes.open"), by, clock(at)];
  });
  const heads = [column(say("review.minute.question"), 18), column(say("review.minute.answer"), 14)];
  return { columns: [...heads, column(say("task.minutes.by"), 6), column(say("task.minutes.at"), 8)], rows };
}

/** Keys of the states, overdue before open. */
const stateKey = ({ state, isOverdue }: TaskItem): string => `task.state.${isOverdue ? "overdue" : state}`;

function taskTable(tasks: readonly TaskItem[], say: Say): Table {
  const rows = tasks.map((task) => [
    task.id,
    task.text,
    task.owner === "" ? say("task.line.nobody") : task.owner,
    task.due ?? "—",
    [say(stateKey(task)), task.reason].filter((part) => part !== "").join("\n"),
    task.about.map(({ label }) => label).join("\n"),
  ]);
  const heads: readonly (readonly [key: string, width: number])[] = [
    ["task.field.text", 14],
    ["task.field.owner", 6],
    ["task.field.due", 6],
    ["task.column.state", 7],
    ["task.field.about", 9],
  ];
  return { columns: [column(say("task.title"), 4), ...heads.map(([key, width]) => column(say(key), width))], rows };
}

export function minutesPaper({ meeting, minutes, tasks, at, footer }: MinutesFacts, say: Say): Paper {
  const parts = [
    [say("review.minute.decision"), decisionTable(minutes, say)],
    [say("review.minute.question"), questionTable(minutes, say)],
    [say("task.title"), taskTable(tasks, say)],
  ] as const;
  const counts = parts.map(([, table]) => table.rows.length);
  return {
    title: [say("review.minute.title"), meeting].filter((part) => part !== "").join(" · "),
    isLandscape: false,
    footer,
    blocks: [
      { kind: "facts", lines: [say("task.minutes.facts", { at, decisions: counts[0], questions: counts[1], tasks: counts[2] })] },
      ...parts.flatMap(([heading, table]) =>
        table.rows.length === 0
          ? []
          : [
              { kind: "heading" as const, level: 2 as const, text: heading },
              { kind: "table" as const, table },
            ],
      ),
      { kind: "signatures", words: [say("export.sign.by"), say("export.sign.checked"), say("export.sign.date")] },
    ],
  };
}
