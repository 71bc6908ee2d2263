// A list of a money trace as a table: the columns that stop-payment, freeze, return and request forms ask for, each line with its rows.

import type { Citation } from "../../model/source.ts";
import type { ListName } from "../../trace/lists/index.ts";
import type { ListLine, ListReason } from "../../trace/lists/listLine.ts";
import type { Say } from "./say.ts";
import type { Table, TableColumn } from "./table.ts";

/** Words of the reasons, on paper and on screen. */
export const reasonKeys: Readonly<Record<ListReason, string>> = {
  held: "trace.reason.held",
  unknown: "trace.reason.unknown",
  pool: "trace.reason.pool",
  traced: "trace.reason.traced",
  proportion: "trace.reason.proportion",
  frozen: "trace.reason.frozen",
};

const hour = 60;
const day = 24 * hour;

/** Minutes as people say them: 11 hours, 23 days. */
function idleText(minutes: number | null, say: Say): string {
  if (minutes === null) return "";
  if (minutes < hour) return say("trace.idle.minutes", { count: minutes });
  return minutes < 2 * day
    ? say("trace.idle.hours", { count: Math.floor(minutes / hour) })
    : say("trace.idle.days", { count: Math.floor(minutes / day) });
}

/** `2026-11-22 21:19:00`: the clock of the source, as forms write it. */
export const clockText = (iso: string | null): string => (iso === null ? "" : iso.slice(0, 19).replace("T", " "));

/** How the rows behind a line are told. */
export type CiteRows = (rows: readonly Citation[], say: Say) => string;

interface ListColumn extends TableColumn {
  readonly value: (line: ListLine, say: Say, cite: CiteRows) => string;
}

const column = (heading: string, width: number, value: ListColumn["value"], align: TableColumn["align"] = "left"): ListColumn => ({
  heading,
  width,
  value,
  align,
});

const columns = {
  rank: column("trace.save.rank", 3, ({ rank }) => String(rank), "centre"),
  account: column("trace.save.account", 13, ({ account }) => account),
  name: column("trace.save.name", 6, ({ name }) => name),
  bank: column("trace.save.bank", 9, ({ bank }) => bank),
  amount: column("trace.save.amount", 8, ({ amount }) => groupDigits(amount), "right"),
  currency: column("trace.save.currency", 4, ({ currency }) => currency, "centre"),
  at: column("trace.save.at", 7, ({ at }) => clockText(at)),
  idle: column("trace.save.idle", 5, ({ minutes }, say) => idleText(minutes, say), "right"),
  reference: column("trace.save.reference", 12, ({ references }) => references.join("\n")),
  deadline: column("trace.save.deadline", 7, ({ deadline }) => clockText(deadline)),
  round: column("trace.save.round", 3, ({ round }) => (round === null ? "" : String(round)), "centre"),
  case: column("trace.save.case", 12, (line) => line.case ?? ""),
  reason: column("trace.save.reason", 9, ({ reason }, say) => say(reasonKeys[reason])),
  sources: column("trace.save.sources", 15, ({ sources }, say, cite) => cite(sources, say)),
} as const;

type ColumnName = keyof typeof columns;

const about: readonly ColumnName[] = ["rank", "account", "name", "bank", "amount", "currency", "at"];
const ground: readonly ColumnName[] = ["reason", "sources"];

const columnsOf: Readonly<Record<ListName, readonly ColumnName[]>> = {
  stop: [...about, "idle", "reference", "deadline", "round", ...ground],
  freeze: [...about, "reference", "deadline", ...ground],
  return: [...about, "reference", "case", ...ground],
  request: [...about, "reference", ...ground],
};

/** 1627916.50 → 1,627,916.50. */
export const groupDigits = (decimal: string): string => decimal.replace(/\d(?=(\d{3})+(\.|$))/g, "$&,");

export function listTable(list: ListName, lines: readonly ListLine[], say: Say, cite: CiteRows): Table {
  const chosen = columnsOf[list].map((name) => columns[name]);
  return {
    columns: chosen.map(({ heading, width, align = "left" }) => ({ heading: say(heading), width, align })),
    rows: lines.map((line) => chosen.map(({ value }) => value(line, say, cite))),
  };
}
