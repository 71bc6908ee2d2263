// The minutes of a meeting as a page to sign: decisions, questions with their answers, and tasks with owner, last day and what became of them.
import type { Meeting, MeetingField } from "../meetingCalls.ts";
import type { Minute } from "../minuteCalls.ts";
import type { Paper, PaperHead } from "../paper/paper.ts";
import { longGap } from "../paper/plainText.ts";
import type { Say } from "../paper/say.ts";
import type { Table, TableColumn } from "../paper/table.ts";
import type { TaskItem } from "./calls.ts";

export interface MinutesFacts {
  /** The meeting; null for all of them. */
  readonly meeting: Meeting | null;
  /** What all of them are told of by, where all are written. */
  readonly meetings: readonly Meeting[];
  /** Unit and day over one of them. */
  readonly head: PaperHead | null;
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

const fieldKeys: readonly (readonly [field: MeetingField, key: string])[] = [
  ["held", "review.meeting.held"],
  ["place", "review.meeting.place"],
  ["chair", "review.meeting.chair"],
  ["recorder", "review.meeting.recorder"],
  ["attendance", "review.meeting.attendance"],
];

const shownField = (meeting: Meeting, field: MeetingField): string => (field === "held" ? clock(meeting.held) : meeting[field]);

/** 时间：… 地点：…; a gap to fill in by hand where nobody wrote it. */
const headLines = (meeting: Meeting, say: Say): readonly string[] =>
  fieldKeys.map(([field, key]) => say("review.meeting.line", { name: say(key), text: shownField(meeting, field) || longGap }));

function meetingTable(meetings: readonly Meeting[], say: Say): Table {
  const told = meetings.filter((meeting) => fieldKeys.some(([field]) => meeting[field] !== ""));
  const widths = { held: 7, place: 7, chair: 5, recorder: 5, attendance: 12 } as const;
  return {
    columns: [column(say("review.meeting.name"), 8), ...fieldKeys.map(([field, key]) => column(say(key), widths[field]))],
    rows: told.map((meeting) => [meeting.boardName, ...fieldKeys.map(([field]) => shownField(meeting, field))]),
  };
}

/** Who chaired it and who kept its record sign for one meeting; whoever prints all of them signs for all. */
const signed = (meeting: Meeting | null, say: Say): readonly string[] => [
  ...(meeting === null
    ? [say("export.sign.by"), say("export.sign.checked")]
    : ["review.meeting.chair", "review.meeting.recorder"].map((key) => say("review.meeting.line", { name: say(key), text: "" }))),
  say("export.sign.date"),
];

export function minutesPaper({ meeting, meetings, head, minutes, tasks, at, footer }: MinutesFacts, say: Say): Paper {
  const parts = [
    [say("review.minute.decision"), decisionTable(minutes, say)],
    [say("review.minute.question"), questionTable(minutes, say)],
    [say("task.title"), taskTable(tasks, say)],
  ] as const;
  const counts = parts.map(([, table]) => table.rows.length);
  const facts = say("task.minutes.facts", { at, decisions: counts[0], questions: counts[1], tasks: counts[2] });
  const all = [[say("review.meeting.all"), meetingTable(meetings, say)] as const, ...parts];
  return {
    title: meeting === null ? say("review.minute.title") : say("review.meeting.paper", { name: meeting.boardName }),
    ...(head !== null && { head }),
    isLandscape: false,
    footer,
    blocks: [
      { kind: "facts", lines: [...(meeting === null ? [] : headLines(meeting, say)), facts] },
      ...all.flatMap(([heading, table]) =>
        table.rows.length === 0
          ? []
          : [
              { kind: "heading" as const, level: 2 as const, text: heading },
              { kind: "table" as const, table },
            ],
      ),
      { kind: "signatures", words: signed(meeting, say) },
    ],
  };
}
