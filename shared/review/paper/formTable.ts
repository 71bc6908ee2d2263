// A list as the clerk of one bank works through it: about ten columns, one line a cell where that can be, nothing of how it was found.
import { fenOf } from "../../model/money.ts";
import type { ListName } from "../../trace/lists/index.ts";
import type { ListLine } from "../../trace/lists/listLine.ts";
import { reasonKeys } from "./listTable.ts";
import { claimText, payersText, requestText, victimText } from "./listWords.ts";
import { clockText, groupDigits } from "./plainText.ts";
import type { Say } from "./say.ts";
import type { Table, TableColumn } from "./table.ts";

/** Lists that go out; what is held back already is for the unit alone. */
export type FormName = Exclude<ListName, "secured">;
export const isForm = (list: ListName): list is FormName => list !== "secured";

interface FormColumn extends TableColumn {
  /** `place`: of the line on this form, from 0. */
  readonly value: (line: ListLine, say: Say, place: number) => string;
}

/** 元, or the code of another currency. */
export const unitOf = (currency: string | undefined, say: Say): string =>
  currency === undefined || currency === "CNY" ? say("export.form.yuan") : currency;

/** The first, and how many there are. */
function firstOf(all: readonly string[], more: string, say: Say): string {
  const words = [...new Set(all)].filter((word) => word !== "");
  return words.length < 2 ? (words[0] ?? "") : say(more, { first: words[0], count: words.length });
}

const victims = ({ claims }: ListLine, say: Say): readonly string[] =>
  claims.flatMap((claim) => (claim.victims.length > 0 ? claim.victims : [victimText(claim, say)]));

/** The number that the account goes by, its cards under it. */
const accountText = ({ account, cards }: ListLine, say: Say): string =>
  [account, ...cards.map((card) => say("trace.save.cardOf", { card }))].join("\n");

/** Which stop it is, or until when a measure stands already. */
function noteText({ round, measure }: ListLine, say: Say): string {
  const words = [
    round === null ? "" : say("export.form.round", { round }),
    measure === null
      ? ""
      : say(measure.kind === "freeze" ? "export.form.frozen" : "export.form.stopped", { until: clockText(measure.until).slice(0, 16) }),
  ];
  return words.filter((word) => word !== "").join(say("report.cite.semicolon"));
}

function askedText(line: ListLine, say: Say): string {
  const asked = line.requests.map((one) => requestText(one, say));
  return [...(line.reason === "pool" ? [say("export.form.byOrder")] : []), ...asked].join("\n");
}

const column = (heading: string, width: number, value: FormColumn["value"], more: Partial<TableColumn> = {}): FormColumn => ({
  heading,
  width,
  value,
  ...more,
});

const amount = (heading: string): FormColumn => column(heading, 6, (line) => groupDigits(line.amount), { align: "right", form: "money" });

/** Wide enough together for A4 on its side in letters of ten points: so a moment stands in two lines, and a number is never cut. */
const columns = {
  rank: column("trace.save.rank", 2, (_line, _say, place) => String(place + 1), { align: "centre", form: "count" }),
  account: column("trace.save.account", 10, accountText),
  name: column("trace.save.name", 3.5, (line) => line.name),
  bank: column("trace.save.bank", 6, (line) => line.bank),
  stop: amount("export.form.stopAmount"),
  freeze: amount("export.form.freezeAmount"),
  return: amount("export.form.returnAmount"),
  traced: amount("export.form.tracedAmount"),
  at: column("export.form.at", 5, ({ at }) => clockText(at).replace(" ", "\n")),
  reference: column("export.form.reference", 6.5, ({ references }, say) => firstOf(references, "export.form.moreTransfers", say)),
  case: column("trace.save.case", 7.5, ({ claims }, say) => firstOf(claims.map(claimText), "export.form.moreCases", say)),
  victim: column("trace.save.victim", 3.5, (line, say) => firstOf(victims(line, say), "export.form.moreVictims", say)),
  payee: column("export.form.payee", 12.5, ({ claims }, say) => claims.map((claim) => payersText(claim, say)).join("\n")),
  asked: column("trace.save.requests", 16.5, askedText),
  note: column("export.form.note", 5, noteText),
  share: column("export.form.note", 4.5, ({ reason }, say) => say(reasonKeys[reason])),
} as const satisfies Readonly<Record<string, FormColumn>>;

type ColumnName = keyof typeof columns;

const columnsOf: Readonly<Record<FormName, readonly ColumnName[]>> = {
  stop: ["rank", "account", "name", "bank", "stop", "at", "reference", "case", "victim", "note"],
  freeze: ["rank", "account", "name", "bank", "freeze", "at", "reference", "case", "victim", "note"],
  return: ["rank", "account", "name", "bank", "return", "case", "victim", "payee", "share"],
  request: ["rank", "account", "name", "traced", "at", "reference", "case", "asked"],
};

/** `lines` of one institution, all in one currency, as one trace follows one. */
export function formTable(list: FormName, lines: readonly ListLine[], say: Say): Table {
  const chosen: readonly FormColumn[] = columnsOf[list].map((name) => columns[name]);
  const unit = unitOf(lines[0]?.currency, say);
  return {
    columns: chosen.map(({ value: _value, heading, align = "left", ...rest }) => ({ ...rest, heading: say(heading, { unit }), align })),
    rows: lines.map((line, place) => chosen.map(({ value }) => value(line, say, place))),
  };
}

export const sumFen = (lines: readonly ListLine[]): number => lines.reduce((sum, line) => sum + (fenOf(line.amount) ?? 0), 0);
