// Where headings leave amounts and balance, or owner and counterparty, open to confusion, the reading under which the running balance recomputes wins.
import type { Candidate, SheetView } from "./assign.ts";
import { fitBalance } from "./balanceFit.ts";
import { isMoneyColumn, proveMoney, targetsOfColumns } from "./contentMoney.ts";

type Rows = readonly (readonly string[])[];

const refutedBelow = 0.5;
const provenFrom = 0.9;
const moneyTargets = /^(?:amount|debit|credit|balance)$/;

const columnOf = (byColumn: ReadonlyMap<number, Candidate>, target: string): number | undefined =>
  [...byColumn].find(([, found]) => found.target === target)?.[0];

function currentFit(rows: Rows, byColumn: ReadonlyMap<number, Candidate>, account: number | undefined): number | null {
  const [balance, amount, debit, credit] = ["balance", "amount", "debit", "credit"].map((target) => columnOf(byColumn, target));
  if (balance === undefined || (amount === undefined && (debit === undefined || credit === undefined))) return null;
  const parted = { balance, ...(account !== undefined && { account }) };
  const change = amount === undefined ? { debit: debit!, credit: credit! } : { amount };
  const swapped = amount === undefined ? [{ ...parted, debit: credit!, credit: debit! }] : [];
  return Math.max(...[{ ...parted, ...change }, ...swapped].map((columns) => fitBalance(rows, columns).fit));
}

/** Columns of money that the balance proves to be something else than their headings say; what was changed, by name. */
export function swapByBalance({ profiles }: SheetView, rows: Rows, byColumn: Map<number, Candidate>): readonly ("amounts" | "owner")[] {
  const [own, other] = ["own.account", "counterparty.account"].map((target) => columnOf(byColumn, target));
  const fit = Math.max(currentFit(rows, byColumn, undefined) ?? -1, currentFit(rows, byColumn, own) ?? -1);
  if (fit < 0 || fit >= refutedBelow) return [];
  if (own !== undefined && other !== undefined && (currentFit(rows, byColumn, other) ?? 0) >= provenFrom) {
    const [ownFound, otherFound] = [byColumn.get(own)!, byColumn.get(other)!];
    byColumn.set(own, { ...ownFound, target: otherFound.target });
    byColumn.set(other, { ...otherFound, target: ownFound.target });
    return ["owner"];
  }
  const money = profiles.map((_, index) => index).filter((index) => isMoneyColumn(profiles[index]!) && isFree(byColumn, index));
  const proven = proveMoney(rows, money, own === undefined ? [] : [own]);
  if (proven === null || proven.fit.fit < provenFrom) return [];
  for (const [column, { target }] of byColumn) if (moneyTargets.test(target)) byColumn.delete(column);
  for (const [column, target] of targetsOfColumns(proven.columns))
    byColumn.set(column, { column, target, score: 0.8, heading: 0, content: proven.fit.fit });
  return ["amounts"];
}

const isFree = (byColumn: ReadonlyMap<number, Candidate>, column: number): boolean => {
  const found = byColumn.get(column);
  return found === undefined || moneyTargets.test(found.target);
};
