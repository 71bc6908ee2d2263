// Recomputes the running balance of a sheet: the strongest evidence of which column is which.
import { readMoney } from "../cells/money.ts";

export interface BalanceColumns {
  readonly balance: number;
  /** One column, signed or not … */
  readonly amount?: number;
  /** … or one each for what left and what came in. */
  readonly debit?: number;
  readonly credit?: number;
}

export interface BalanceFit {
  /** Share of rows whose step to the row before (or behind, newest first) is their amount. */
  readonly fit: number;
  readonly order: "ascending" | "descending";
}

const leastRows = 3;

export function fitBalance(rows: readonly (readonly string[])[], columns: BalanceColumns): BalanceFit {
  const read = (cells: readonly string[], index: number | undefined) =>
    index === undefined ? Number.NaN : readMoney((cells[index] ?? "").trim());
  const steps = rows.map((cells) => {
    const [out, received] = [read(cells, columns.debit), read(cells, columns.credit)];
    const change = columns.amount === undefined ? (received || 0) - (out || 0) : read(cells, columns.amount);
    return { change, balance: read(cells, columns.balance) };
  });
  const usable = steps.filter(({ change, balance }) => !Number.isNaN(balance) && !Number.isNaN(change) && change !== 0);
  if (usable.length < leastRows) return { fit: 0, order: "ascending" };
  const isUnsigned = columns.amount !== undefined && usable.every(({ change }) => change > 0);
  const fits = (step: number, change: number) => step === change || (isUnsigned && step === -change);
  let [up, down] = [0, 0];
  for (let i = 1; i < usable.length; i++) {
    if (fits(usable[i]!.balance - usable[i - 1]!.balance, usable[i]!.change)) up++;
    if (fits(usable[i - 1]!.balance - usable[i]!.balance, usable[i - 1]!.change)) down++;
  }
  const fit = Math.max(up, down) / (usable.length - 1);
  return { fit, order: up >= down ? "ascending" : "descending" };
}
