// What only the rows of a statement together tell: which amounts carry a sign, which of two columns left the account, whose side is whose.

import type { Doubt } from "../calls.ts";
import { readMoney } from "../cells/money.ts";
import { currencyOf } from "../cells/words.ts";
import { columnAddress } from "../heading.ts";
import { transferKind } from "../targets/transfer.ts";
import { type Assignment, type Candidate, type SheetView, withTargets } from "./assign.ts";
import { type BalanceColumns, type BalanceFit, fitBalance } from "./balanceFit.ts";
import { isProof, provenSide } from "./contentMoney.ts";
import type { ColumnProfile } from "./profile.ts";
import { supplementByContent } from "./supplement.ts";
import { swapByBalance } from "./swapByBalance.ts";

export interface StatementFinding {
  readonly assignment: Assignment;
  readonly constants: Readonly<Record<string, string>>;
  readonly doubts: readonly Doubt[];
  /** Words of the direction column that the balance proves to mean the opposite here. */
  readonly valueMaps: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** 0..1 of rows whose balance follows from the row beside them; null without a balance. */
  readonly balanceFit: number | null;
}

const doubt = (code: string, column: string, values: Doubt["values"] = {}, blocking = false): Doubt => ({
  code,
  column,
  values: { column, ...values },
  blocking,
});

export function refineStatement(
  view: SheetView,
  rows: readonly (readonly string[])[],
  first: Assignment,
  banner: ReadonlyMap<string, string>,
  stated: string,
): StatementFinding {
  const byColumn = new Map(first.byColumn);
  settleSides(byColumn);
  settleAmount(view, rows, first.candidates, byColumn);
  const swapped = swapByBalance(view, rows, byColumn);
  const balance = settleBalance(view, rows, byColumn);
  const isOther = settleOwner(view, byColumn, balance);
  const added = supplementByContent(view, rows, byColumn, balance.columns, stated);
  const words = settleWords(view, rows, byColumn, balance.columns, balance.fit);
  const doubts: Doubt[] = [
    ...swapped.map((what) => doubt(what === "owner" ? "owner-by-balance" : "amounts-by-balance", "")),
    ...(isOther ? [doubt("owner-by-balance", "")] : []),
    ...(added.length > 0
      ? [doubt("read-by-content", "", { columns: added.map((column) => columnAddress(view.headings, column)).join(", ") })]
      : []),
    ...balance.doubts,
    ...words.doubts,
    ...tellFit(view, byColumn, balance.fit),
  ];
  const constants: Record<string, string> = {};
  if (!columnOf(byColumn, "currency").length)
    constants.currency = currencyOf(banner.get("currency") ?? "") || guessCurrency(view, byColumn);
  if (constants.currency === "XXX") doubts.push(doubt("currency-unknown", ""));
  if (isUndirected(view, byColumn)) {
    constants.direction = "neutral";
    doubts.push(doubt("direction-not-told", "", {}, true));
  }
  doubts.push(...settleInverse(view, rows, byColumn));
  return {
    assignment: withTargets(transferKind, view, first.candidates, byColumn),
    constants,
    doubts,
    valueMaps: words.valueMaps,
    balanceFit: balance.fit?.fit ?? null,
  };
}

/** How many rows follow from the row beside them: shown to whoever checks the layout. */
function tellFit(view: SheetView, byColumn: ReadonlyMap<number, Candidate>, fit: BalanceFit | null): readonly Doubt[] {
  if (fit === null || fit.compared === 0) return [];
  const [balance] = columnOf(byColumn, "balance");
  const column = view.headings[balance!] || `#${balance! + 1}`;
  return [doubt("balance-agrees", column, { agree: fit.agree, rows: fit.compared })];
}

const columnOf = (byColumn: ReadonlyMap<number, Candidate>, ...targets: string[]): number[] =>
  [...byColumn].filter(([, { target }]) => targets.includes(target)).map(([column]) => column);

function drop(byColumn: Map<number, Candidate>, form: RegExp): void {
  for (const [column, { target }] of byColumn) if (form.test(target)) byColumn.delete(column);
}

function retarget(byColumn: Map<number, Candidate>, column: number, target: string): void {
  byColumn.set(column, { ...byColumn.get(column)!, target });
}

/** Both sides named: a ledger. One side only: a statement, whose other side is the counterparty. */
function settleSides(byColumn: Map<number, Candidate>): void {
  const [from, to] = [columnOf(byColumn, "from.account"), columnOf(byColumn, "to.account")];
  if (from.length > 0 && to.length > 0) {
    drop(byColumn, /^(?:own|counterparty)\./);
    return;
  }
  const hasOwn = columnOf(byColumn, "own.account", "own.card").length > 0;
  for (const side of ["from", "to"]) {
    for (const [column, { target }] of byColumn) {
      if (!target.startsWith(`${side}.`)) continue;
      const moved = target.replace(side, hasOwn || side === "to" ? "counterparty" : "own");
      if (columnOf(byColumn, moved).length > 0) byColumn.delete(column);
      else retarget(byColumn, column, moved);
    }
  }
}

/** Of several columns of amounts: the one that fits the balance, then the one with signs, then the best heading. Two columns go before one. */
function settleAmount(
  view: SheetView,
  rows: readonly (readonly string[])[],
  candidates: readonly Candidate[],
  byColumn: Map<number, Candidate>,
): void {
  const hasBoth = columnOf(byColumn, "debit").length > 0 && columnOf(byColumn, "credit").length > 0;
  if (hasBoth && areComplementary(rows, columnOf(byColumn, "debit")[0]!, columnOf(byColumn, "credit")[0]!)) {
    drop(byColumn, /^(?:amount|direction)$/);
    return;
  }
  if (hasBoth) drop(byColumn, /^(?:debit|credit)$/);
  else if (columnOf(byColumn, "amount").length > 0) drop(byColumn, /^(?:debit|credit)$/);
  const [balance] = columnOf(byColumn, "balance");
  const options = candidates
    .filter(({ target, column }) => target === "amount" && column !== balance)
    .map((candidate) => ({ candidate, rank: rankAmount(view.profiles[candidate.column]!, rows, candidate, balance) }));
  const best = options.sort((a, b) => b.rank - a.rank)[0];
  if (best === undefined) return;
  drop(byColumn, /^amount$/);
  byColumn.set(best.candidate.column, best.candidate);
}

function rankAmount(
  { share }: ColumnProfile,
  rows: readonly (readonly string[])[],
  { column, score }: Candidate,
  balance: number | undefined,
): number {
  const isSigned = share.negative > 0 && share.negative < 1;
  const fit = balance === undefined ? 0 : fitBalance(rows, { amount: column, balance }).fit;
  return score + (isSigned ? 0.15 : 0) + 0.4 * fit;
}

/** Hardly any row has an amount in both. */
function areComplementary(rows: readonly (readonly string[])[], debit: number, credit: number): boolean {
  const isFilled = (cell: string | undefined) => Math.abs(readMoney((cell ?? "").trim())) > 0;
  const either = rows.filter((cells) => isFilled(cells[debit]) || isFilled(cells[credit]));
  return either.length === 0 || either.filter((cells) => isFilled(cells[debit]) && isFilled(cells[credit])).length <= either.length * 0.1;
}

interface SettledBalance {
  readonly columns: BalanceColumns | null;
  readonly fit: BalanceFit | null;
  readonly doubts: readonly Doubt[];
}

/** The running balance proves which of two columns left the account; headings can be read either way (借方 of a bank, of a customer). */
function settleBalance(view: SheetView, rows: readonly (readonly string[])[], byColumn: Map<number, Candidate>): SettledBalance {
  const [[balance], [debit], [credit], [amount]] = [
    columnOf(byColumn, "balance"),
    columnOf(byColumn, "debit"),
    columnOf(byColumn, "credit"),
    columnOf(byColumn, "amount"),
  ];
  if (balance === undefined) return { columns: null, fit: null, doubts: [] };
  const best = (columns: BalanceColumns) => bestByAccount(rows, columns, columnOf(byColumn, "own.account", "own.card"));
  if (debit !== undefined && credit !== undefined) {
    const straight = best({ debit, credit, balance });
    const swapped = best({ debit: credit, credit: debit, balance });
    if (swapped.fit.fit < 0.6 || swapped.fit.fit <= straight.fit.fit + 0.3) return { ...straight, doubts: [] };
    retarget(byColumn, debit, "credit");
    retarget(byColumn, credit, "debit");
    return { ...swapped, doubts: [doubt("sides-by-balance", view.headings[debit] ?? "")] };
  }
  if (amount === undefined) return { columns: null, fit: null, doubts: [] };
  return { ...best({ amount, balance }), doubts: [] };
}

const fewestOthers = 3;

/** One chain over all rows is one account's: a column with many of them is the other side's, whatever its heading says. */
function settleOwner({ profiles }: SheetView, byColumn: Map<number, Candidate>, { columns, fit }: SettledBalance): boolean {
  if (columns === null || columns.account !== undefined || fit === null || !isProof(fit)) return false;
  const wrong = columnOf(byColumn, "own.account", "own.card").filter((column) => profiles[column]!.distinct >= fewestOthers);
  if (wrong.length === 0 || columnOf(byColumn, "counterparty.account", "counterparty.card").length > 0) return false;
  retarget(byColumn, wrong[0]!, "counterparty.account");
  return true;
}

/** A sheet of several accounts has a chain for each of them. */
function bestByAccount(rows: readonly (readonly string[])[], columns: BalanceColumns, accounts: readonly number[]) {
  const readings = [columns, ...accounts.map((account) => ({ ...columns, account }))];
  return readings
    .map((one) => ({ columns: one, fit: fitBalance(rows, one) }))
    .reduce((best, one) => (one.fit.agree > best.fit.agree ? one : best));
}

/** Words of direction that the balance contradicts in nearly every row mean the opposite in this sheet. */
function settleWords(
  view: SheetView,
  rows: readonly (readonly string[])[],
  byColumn: ReadonlyMap<number, Candidate>,
  columns: BalanceColumns | null,
  fit: BalanceFit | null,
): { readonly valueMaps: StatementFinding["valueMaps"]; readonly doubts: readonly Doubt[] } {
  const [direction] = columnOf(byColumn, "direction");
  if (direction === undefined || columns?.amount === undefined || fit === null || !isProof(fit)) return { valueMaps: {}, doubts: [] };
  const inverted = provenSide(rows, columns, [direction])?.inverted ?? null;
  if (inverted === null) return { valueMaps: {}, doubts: [] };
  return { valueMaps: { direction: inverted }, doubts: [doubt("direction-inverted", view.headings[direction] ?? "")] };
}

const symbols: readonly (readonly [string, RegExp])[] = [
  ["CNY", /[¥￥]|元|人民币|rmb|cny/i],
  ["HKD", /hk\$|港/i],
  ["USD", /us\$|usd/i],
];

/** Currency of a sheet without a column for it: by signs in headings and cells, yuan where the headings are Chinese, else unknown. */
function guessCurrency(view: SheetView, byColumn: ReadonlyMap<number, Candidate>): string {
  const columns = columnOf(byColumn, "amount", "debit", "credit");
  const text = columns.flatMap((column) => [view.headings[column] ?? "", ...view.profiles[column]!.cells.slice(0, 20)]).join(" ");
  const found = symbols.find(([, form]) => form.test(text));
  return found?.[0] ?? (view.headings.some((heading) => /[\u4e00-\u9fff]/.test(heading)) ? "CNY" : "XXX");
}

/** One side only, one amount without sign, word or balance: nothing says which way the money went. */
function isUndirected(view: SheetView, byColumn: ReadonlyMap<number, Candidate>): boolean {
  if (columnOf(byColumn, "direction", "debit", "credit", "balance", "from.account", "to.account").length > 0) return false;
  return columnOf(byColumn, "amount").every((column) => view.profiles[column]!.share.negative === 0);
}

const backWords = /还款|存入|存款|退款|退货|入账|工资|利息|返现|payment|refund|return|credit|deposit/i;

/** Card bills that print what was spent as plus: the minus rows are the ones that pay back. */
function settleInverse(view: SheetView, rows: readonly (readonly string[])[], byColumn: Map<number, Candidate>): readonly Doubt[] {
  const [amount] = columnOf(byColumn, "amount");
  if (amount === undefined || columnOf(byColumn, "direction", "balance", "from.account", "to.account").length > 0) return [];
  const words = (cells: readonly string[]) => backWords.test(cells.filter((_, i) => i !== amount).join(" "));
  const signed = rows
    .map((cells) => ({ value: readMoney((cells[amount] ?? "").trim()), isBack: words(cells) }))
    .filter(({ value }) => !Number.isNaN(value) && value !== 0);
  const [minus, plus] = [signed.filter(({ value }) => value < 0), signed.filter(({ value }) => value > 0)];
  const share = (list: typeof signed) => list.filter(({ isBack }) => isBack).length / Math.max(1, list.length);
  if (minus.length === 0 || plus.length < minus.length || share(minus) < 0.5 || share(plus) > 0.25) return [];
  retarget(byColumn, amount, "debit");
  return [doubt("sign-inverted", view.headings[amount] ?? "")];
}
