// A list of a money trace as a table: the columns that stop-payment, freeze, return and request forms ask for, each line with its rows.

import type { Citation } from "../../model/source.ts";
import { type ListName, listNames } from "../../trace/lists/index.ts";
import type { Claim, ListLine, ListReason } from "../../trace/lists/listLine.ts";
import { claimText, ownersText, payersText, recordedText, requestText, sureText, victimText, wayText } from "./listWords.ts";
import { clockText, groupDigits } from "./plainText.ts";
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
  stopped: "trace.reason.stopped",
  recorded: "trace.reason.recorded",
  exhausted: "trace.reason.exhausted",
  service: "trace.reason.service",
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

/** How the rows behind a line are told. */
export type CiteRows = (rows: readonly Citation[], say: Say) => string;

interface Column<Row> extends TableColumn {
  readonly value: (row: Row, say: Say, cite: CiteRows) => string;
}

const text = <Row>(heading: string, width: number, value: Column<Row>["value"], more: Partial<TableColumn> = {}): Column<Row> => ({
  heading,
  width,
  value,
  ...more,
});

const money = <Row>(heading: string, value: Column<Row>["value"]): Column<Row> =>
  text(heading, 8, (row, say, cite) => groupDigits(value(row, say, cite)), { align: "right", form: "money" });

const time = <Row>(heading: string, value: (row: Row) => string | null): Column<Row> =>
  text(heading, 8, (row) => clockText(value(row)), { form: "time" });

/** One line a claim, so that the columns stand beside each other. */
const eachClaim =
  (value: (claim: Claim, say: Say) => string): Column<ListLine>["value"] =>
  ({ claims }, say) =>
    claims.map((claim) => value(claim, say)).join("\n");

const columns = {
  rank: text("trace.save.rank", 4, ({ rank }) => String(rank), { align: "centre", form: "count" }),
  account: text("trace.save.account", 15, ({ account, cards }) => [account, ...cards].join("\n")),
  number: text("trace.save.number", 13, ({ account }) => account),
  cards: text("trace.save.cards", 13, ({ cards }) => cards.join("\n")),
  name: text("trace.save.name", 5, ({ name }) => name),
  bank: text("trace.save.bank", 8, ({ bank }) => bank),
  holder: text("trace.save.holder", 9, ({ name, bank }) => [name, bank].filter((word) => word !== "").join("\n")),
  amount: money("trace.save.amount", ({ amount }) => amount),
  heldBack: money("trace.save.heldBack", ({ amount }) => amount),
  traced: money("trace.save.traced", ({ traced }) => traced),
  least: money("trace.save.least", ({ least }) => least),
  most: money("trace.save.most", ({ most }) => most),
  currency: text("trace.save.currency", 4, ({ currency }) => currency, { align: "centre" }),
  at: time("trace.save.at", ({ at }) => at),
  idle: text("trace.save.idle", 4, ({ minutes }, say) => idleText(minutes, say), { align: "right" }),
  reference: text("trace.save.reference", 12, ({ references }) => references.join("\n")),
  deadline: time("trace.save.deadline", ({ deadline }) => deadline),
  round: text("trace.save.round", 4, ({ round }) => (round === null ? "" : String(round)), { align: "centre", form: "count" }),
  case: text("trace.save.case", 12, eachClaim(claimText)),
  victim: text("trace.save.victim", 6, eachClaim(victimText)),
  owners: text("trace.save.owners", 19, ownersText),
  loss: text(
    "trace.save.paid",
    9,
    eachClaim(({ paid }) => groupDigits(paid)),
    { align: "right", form: "money" },
  ),
  paidAt: text(
    "trace.save.paidAt",
    9,
    eachClaim(({ paidAt }) => clockText(paidAt)),
    { form: "time" },
  ),
  payer: text("trace.save.payer", 18, eachClaim(payersText)),
  recorded: text("trace.save.recorded", 14, eachClaim(recordedText)),
  way: text("trace.save.way", 34, eachClaim(wayText)),
  whom: text("trace.save.whom", 9, ({ bank, name, reason }) => (reason === "pool" ? name || bank : bank || name)),
  requests: text("trace.save.requests", 22, ({ requests }, say) => requests.map((one) => requestText(one, say)).join("\n")),
  reason: text("trace.save.reason", 8, ({ reason }, say) => say(reasonKeys[reason])),
  sure: text("trace.save.sure", 14, (line, say) => sureText(line, say)),
  sources: text("trace.save.sources", 12, ({ sources }, say, cite) => cite(sources, say)),
} as const satisfies Readonly<Record<string, Column<ListLine>>>;

type ColumnName = keyof typeof columns;

/** On a page: what the form asks for; whose money it is and how it came follow in a table of their own. */
const onPage: Readonly<Record<ListName, readonly ColumnName[]>> = {
  stop: ["rank", "account", "name", "bank", "amount", "currency", "at", "idle", "reference", "owners", "deadline", "round", "sure"],
  freeze: ["rank", "account", "name", "bank", "amount", "currency", "at", "reference", "owners", "deadline", "sure"],
  return: ["rank", "case", "victim", "payer", "amount", "currency", "account", "name", "bank", "reason", "sure"],
  request: ["rank", "whom", "account", "name", "amount", "currency", "at", "reference", "requests", "owners", "reason"],
  secured: ["rank", "account", "name", "bank", "traced", "heldBack", "currency", "at", "owners", "deadline", "round", "sure"],
};

const about: readonly ColumnName[] = ["rank", "number", "cards", "name", "bank", "amount", "traced", "least", "most", "currency", "at"];
const whose: readonly ColumnName[] = ["case", "victim", "loss", "paidAt", "payer", "recorded"];
const ground: readonly ColumnName[] = ["reason", "sure", "sources"];

/** On an upright page, in a report: what the list is acted on by. */
const onUpright: Readonly<Record<ListName, readonly ColumnName[]>> = {
  stop: ["rank", "account", "holder", "amount", "at", "owners", "reason"],
  freeze: ["rank", "account", "holder", "amount", "at", "owners", "reason"],
  return: ["rank", "case", "victim", "payer", "amount", "account", "reason"],
  request: ["rank", "account", "holder", "amount", "requests", "owners"],
  secured: ["rank", "account", "holder", "heldBack", "owners", "sure"],
};

/** In a spreadsheet: all of it in one row. */
const inSheet: Readonly<Record<ListName, readonly ColumnName[]>> = {
  stop: [...about, "idle", "reference", "deadline", "round", ...whose, ...ground],
  freeze: [...about, "reference", "deadline", ...whose, ...ground],
  return: [...about, "reference", ...whose, ...ground],
  request: [...about, "reference", "whom", "requests", ...whose, ...ground],
  secured: [...about, "reference", "deadline", "round", ...whose, ...ground],
};

function makeTable<Row>(chosen: readonly Column<Row>[], rows: readonly Row[], say: Say, cite: CiteRows): Table {
  return {
    columns: chosen.map(({ value: _value, heading, align = "left", ...column }) => ({ ...column, heading: say(heading), align })),
    rows: rows.map((row) => chosen.map(({ value }) => value(row, say, cite))),
  };
}

/** `sheet`, `file`: everything in one row. `page`, `upright`: what fits on a sheet of paper; `claimTable` has the rest. */
export type ListRoom = "sheet" | "file" | "page" | "upright";

/** In a text file, which has one table: the way of the money too. */
const inFile = Object.fromEntries(listNames.map((list) => [list, [...inSheet[list], "way"]])) as unknown as typeof inSheet;

const columnsIn: Readonly<Record<ListRoom, Readonly<Record<ListName, readonly ColumnName[]>>>> = {
  sheet: inSheet,
  file: inFile,
  page: onPage,
  upright: onUpright,
};

export const listTable = (list: ListName, lines: readonly ListLine[], say: Say, cite: CiteRows, room: ListRoom): Table =>
  makeTable(
    columnsIn[room][list].map((name) => columns[name]),
    lines,
    say,
    cite,
  );

interface ClaimRow extends Claim {
  readonly line: ListLine;
}

const claimColumns: readonly Column<ClaimRow>[] = [
  text("trace.save.rank", 4, ({ line }) => String(line.rank), { align: "centre", form: "count" }),
  text("trace.save.case", 13, claimText),
  text("trace.save.victim", 5, victimText),
  text("trace.save.payer", 15, payersText),
  time("trace.save.paidAt", ({ paidAt }) => paidAt),
  money("trace.save.paid", ({ paid }) => paid),
  money("trace.save.share", ({ share }) => share),
  text("trace.save.recorded", 9, recordedText),
  text("trace.save.way", 24, wayText),
  text("trace.save.sources", 9, ({ way, line }, say, cite) => {
    const rows = way.flatMap(({ sources }) => sources);
    return cite(rows.length > 0 ? rows : line.sources, say);
  }),
];

/** Whose money stands in each line and by which transfers it came: a row a line and a case. */
export const claimTable = (lines: readonly ListLine[], say: Say, cite: CiteRows): Table =>
  makeTable(
    claimColumns,
    lines.flatMap((line) => line.claims.map((claim) => ({ ...claim, line }))),
    say,
    cite,
  );
