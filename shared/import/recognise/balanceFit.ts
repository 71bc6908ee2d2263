// Recomputes the running balance of a sheet: the strongest evidence of which column is which.
import { readMoney } from "../cells/money.ts";
import { sideOf } from "../cells/words.ts";

type Rows = readonly (readonly string[])[];

export interface BalanceColumns {
  readonly balance: number;
  /** One column, signed or not … */
  readonly amount?: number;
  /** … or one each for what left and what came in. */
  readonly debit?: number;
  readonly credit?: number;
  /** Column that parts the rows of several accounts; each account has a chain of its own. */
  readonly account?: number;
}

export interface BalanceFit {
  /** Share of compared rows whose step to the row before (or behind, newest first) is their amount. */
  readonly fit: number;
  readonly agree: number;
  readonly compared: number;
  readonly order: "ascending" | "descending";
}

export const noFit: BalanceFit = { fit: 0, agree: 0, compared: 0, order: "ascending" };
const leastRows = 3;

const readColumns = new WeakMap<Rows, Map<number, Float64Array>>();

/** Amounts of a column in 1/100, NaN where a cell is none; kept for the rows, because every pair of columns is tried. */
export function moneyOf(rows: Rows, index: number): Float64Array {
  const known = readColumns.get(rows) ?? new Map<number, Float64Array>();
  readColumns.set(rows, known);
  const read = known.get(index) ?? Float64Array.from(rows, (cells) => readMoney((cells[index] ?? "").trim()));
  known.set(index, read);
  return read;
}

interface Step {
  readonly row: number;
  readonly change: number;
  readonly balance: number;
}

function changesOf(rows: Rows, columns: BalanceColumns): (row: number) => number {
  if (columns.amount !== undefined) {
    const amounts = moneyOf(rows, columns.amount);
    return (row) => amounts[row]!;
  }
  const [debits, credits] = [columns.debit, columns.credit].map((index) => (index === undefined ? null : moneyOf(rows, index)));
  return (row) => (credits?.[row] || 0) - (debits?.[row] || 0);
}

/** The rows of each account in their order, those without a balance or a change left out. */
function chainsOf(rows: Rows, columns: BalanceColumns): readonly (readonly Step[])[] {
  const changeOf = changesOf(rows, columns);
  const balances = moneyOf(rows, columns.balance);
  const chains = new Map<string, Step[]>();
  rows.forEach((cells, row) => {
    const [change, balance] = [changeOf(row), balances[row]!];
    if (Number.isNaN(balance) || Number.isNaN(change) || change === 0) return;
    const account = columns.account === undefined ? "" : (cells[columns.account] ?? "").trim();
    const chain = chains.get(account);
    if (chain) chain.push({ row, change, balance });
    else chains.set(account, [{ row, change, balance }]);
  });
  return [...chains.values()];
}

export function fitBalance(rows: Rows, columns: BalanceColumns): BalanceFit {
  const chains = chainsOf(rows, columns);
  const steps = chains.flat();
  if (steps.length < leastRows) return noFit;
  const isUnsigned = columns.amount !== undefined && steps.every(({ change }) => change > 0);
  const fits = (step: number, change: number) => step === change || (isUnsigned && step === -change);
  let [up, down, compared] = [0, 0, 0];
  for (const chain of chains) {
    for (let i = 1; i < chain.length; i++) {
      const [before, after] = [chain[i - 1]!, chain[i]!];
      compared++;
      if (fits(after.balance - before.balance, after.change)) up++;
      if (fits(before.balance - after.balance, before.change)) down++;
    }
  }
  if (compared < leastRows - 1) return noFit;
  const agree = Math.max(up, down);
  return { fit: agree / compared, agree, compared, order: up >= down ? "ascending" : "descending" };
}

/** What a column of words says of the sides that the balance proves: how many rows it says rightly, and how many the other way round. */
export function fitSides(rows: Rows, columns: BalanceColumns, direction: number): { readonly right: number; readonly inverted: number } {
  const { order } = fitBalance(rows, columns);
  let [right, inverted] = [0, 0];
  for (const chain of chainsOf(rows, columns)) {
    for (let i = 1; i < chain.length; i++) {
      const [from, to] = order === "ascending" ? [chain[i - 1]!, chain[i]!] : [chain[i]!, chain[i - 1]!];
      const step = to.balance - from.balance;
      if (Math.abs(step) !== Math.abs(to.change)) continue;
      const said = sideOf((rows[to.row]![direction] ?? "").trim());
      if (said === "in" || said === "out") (said === "in") === step > 0 ? right++ : inverted++;
    }
  }
  return { right, inverted };
}
