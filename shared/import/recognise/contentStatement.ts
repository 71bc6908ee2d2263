// Reads a statement or ledger whose headings say little: time, amounts and accounts are told by the cells, and the running balance proves it.
import type { Doubt } from "../calls.ts";
import { currencyOf } from "../cells/words.ts";
import { columnAddress } from "../heading.ts";
import { transferKind } from "../targets/transfer.ts";
import { type Assignment, type Candidate, type SheetView, withTargets } from "./assign.ts";
import { findAccounts, listGroupColumns } from "./contentAccounts.ts";
import { findMoney } from "./contentMoney.ts";
import { findTime } from "./contentTime.ts";
import type { ColumnProfile } from "./profile.ts";

export interface ContentReading {
  readonly assignment: Assignment;
  readonly doubts: readonly Doubt[];
  /** 0..1. Without proof by the balance it stays below what is imported unseen, except where nothing could be confused. */
  readonly confidence: number;
  /** The running balance recomputes, and nothing could be confused. */
  readonly isProven: boolean;
}

const strongHeading = 0.75;
const confidences = { proven: 0.9, clear: 0.66, guess: 0.45, partial: 0.25 } as const;

const candidate = (column: number, target: string, score: number): Candidate => ({ column, target, score, heading: 0, content: score });

/** Null where no time or no amount is among the columns. Headings that say clearly what they are keep their columns. */
export function readByContent(
  view: SheetView,
  rows: readonly (readonly string[])[],
  byHeading: Assignment | null,
  stated: string,
): ContentReading | null {
  const { profiles } = view;
  const reading = new Map<number, Candidate>();
  for (const [column, found] of byHeading?.byColumn ?? []) if (found.heading >= strongHeading) reading.set(column, found);
  const taken = () => new Set(reading.keys());
  const put = (targets: readonly (readonly [number, string])[], score: number) => {
    for (const [column, target] of targets) reading.set(column, candidate(column, target, score));
  };
  const hasTime = hasTarget(reading, "time", "time.date");
  const time = hasTime ? null : findTime(profiles, taken());
  if (!hasTime && time === null) return null;
  if (time) put(time.targets, 0.8);
  const named = dropMoney(reading);
  const money = findMoney(profiles, rows, taken(), listGroupColumns(profiles));
  if (money === null) return partialReading(view, reading, stated);
  if (money.isProven) put(money.targets, 0.9);
  else put(named.length > 0 ? [] : money.targets, 0.6);
  if (!money.isProven) for (const found of named) reading.set(found.column, found);
  const hasSides = money.isProven || hasTarget(reading, "direction", "debit", "credit") || isSigned(profiles, reading);
  const accounts = findAccounts(profiles, taken(), {
    proven: money.columns?.account,
    hasSides,
    isOneChain: money.isProven && money.columns?.account === undefined,
    stated,
  });
  const isKnownLedger = hasTarget(reading, "from.account", "to.account");
  if (!isKnownLedger)
    put(
      accounts.targets.filter(([, target]) => !hasTarget(reading, target)),
      0.7,
    );
  putRest(view, reading);
  const isClear = !time?.rival && accounts.isClear && (money.isProven || money.isClear);
  return {
    assignment: withTargets(transferKind, view, [...reading.values()], reading),
    doubts: doubtsOf(view, reading, { rival: time?.rival ?? null, isLedger: accounts.isLedger && !isKnownLedger, isClear }),
    confidence: confidences[!isClear ? "guess" : money.isProven ? "proven" : "clear"],
    isProven: isClear && money.isProven,
  };
}

/** No column can be read as money: the best guess says at least when and who. */
function partialReading(view: SheetView, reading: Map<number, Candidate>, stated: string): ContentReading | null {
  const clues = { proven: undefined, hasSides: true, isOneChain: false, stated };
  const accounts = findAccounts(view.profiles, new Set(reading.keys()), clues);
  if (accounts.targets.length === 0) return null;
  for (const [column, target] of accounts.targets) reading.set(column, candidate(column, target, 0.5));
  return {
    assignment: withTargets(transferKind, view, [...reading.values()], reading),
    doubts: doubtsOf(view, reading, { rival: null, isLedger: false, isClear: false }),
    confidence: confidences.partial,
    isProven: false,
  };
}

const hasTarget = (reading: ReadonlyMap<number, Candidate>, ...targets: string[]): boolean =>
  [...reading.values()].some(({ target }) => targets.includes(target));

const isSigned = (profiles: readonly ColumnProfile[], reading: ReadonlyMap<number, Candidate>): boolean =>
  [...reading].some(([column, { target }]) => target === "amount" && profiles[column]!.share.negative > 0);

/** Takes out what headings say of amounts, so that the balance can be tried over all of them. */
function dropMoney(reading: Map<number, Candidate>): readonly Candidate[] {
  const named = [...reading.values()].filter(({ target }) => /^(?:amount|debit|credit|balance|direction)$/.test(target));
  for (const { column } of named) reading.delete(column);
  return named.some(({ target }) => /^(?:amount|debit|credit)$/.test(target)) ? named : [];
}

const isCurrency = ({ cells, distinct }: ColumnProfile): boolean =>
  cells.length > 0 && distinct <= 6 && cells.every((cell) => !/^\d+$/.test(cell) && /^(?:[A-Z]{3}|USDT)$/.test(currencyOf(cell)));

/** Names belong to the accounts beside them; the longest words are the remark. */
function putRest({ profiles }: SheetView, reading: Map<number, Candidate>): void {
  const free = () => profiles.map((_, index) => index).filter((index) => !reading.has(index) && profiles[index]!.filled > 0);
  const put = (column: number | undefined, target: string) => {
    if (column !== undefined && !hasTarget(reading, target)) reading.set(column, candidate(column, target, 0.5));
  };
  put(
    free().find((index) => isCurrency(profiles[index]!)),
    "currency",
  );
  const words = free().filter((index) => profiles[index]!.share.words >= 0.7 && profiles[index]!.share.identity < 0.5);
  const names = words.filter((index) => profiles[index]!.share.name >= 0.7 && profiles[index]!.share.direction < 0.5);
  if (hasTarget(reading, "counterparty.account"))
    put(
      names.find((index) => isNameOf(profiles, reading, index)),
      "counterparty.name",
    );
  const remark = words.filter((index) => !reading.has(index)).sort((a, b) => profiles[b]!.meanLength - profiles[a]!.meanLength || a - b)[0];
  if (remark !== undefined && profiles[remark]!.distinct > 1) put(remark, "memo");
}

/** One name for every account, and not one for all. */
function isNameOf(profiles: readonly ColumnProfile[], reading: ReadonlyMap<number, Candidate>, column: number): boolean {
  const account = [...reading.values()].find(({ target }) => target === "counterparty.account");
  if (account === undefined || profiles[column]!.distinct < 2) return false;
  const [names, accounts] = [profiles[column]!, profiles[account.column]!];
  if (names.cells.length !== accounts.cells.length) return false;
  const pairs = new Set(names.cells.map((name, i) => `${name}|${accounts.cells[i]}`));
  return pairs.size <= accounts.distinct * 1.1 && names.distinct >= accounts.distinct * 0.5;
}

interface Confusions {
  readonly rival: number | null;
  readonly isLedger: boolean;
  readonly isClear: boolean;
}

function doubtsOf(view: SheetView, reading: ReadonlyMap<number, Candidate>, { rival, isLedger, isClear }: Confusions): Doubt[] {
  const nameOf = (column: number) => columnAddress(view.headings, column);
  const doubt = (code: string, column: string, values: Doubt["values"], blocking: boolean): Doubt => ({
    code,
    column,
    values: { column, ...values },
    blocking,
  });
  const found = [...reading.values()].filter(({ heading }) => heading === 0).sort((a, b) => a.column - b.column);
  const told = found.map(({ column }) => nameOf(column)).join(", ");
  return [
    ...(told === "" ? [] : [doubt("read-by-content", "", { columns: told }, !isClear)]),
    ...(rival === null ? [] : [doubt("time-ambiguous", nameOf(rival), {}, true)]),
    ...(isLedger ? [doubt("payer-not-told", "", {}, true)] : []),
  ];
}
