// What the headings of a statement left out and its cells tell: the column of words for the side, and the other account.
import type { Candidate, SheetView } from "./assign.ts";
import type { BalanceColumns } from "./balanceFit.ts";
import { findAccounts } from "./contentAccounts.ts";
import { isDirectionColumn, provenSide } from "./contentMoney.ts";

type Rows = readonly (readonly string[])[];

const has = (byColumn: ReadonlyMap<number, Candidate>, form: RegExp): boolean =>
  [...byColumn.values()].some(({ target }) => form.test(target));

const put = (byColumn: Map<number, Candidate>, column: number, target: string): number => {
  byColumn.set(column, { column, target, score: 0.6, heading: 0, content: 0.6 });
  return column;
};

/** Adds to the reading; the columns that were added. */
export function supplementByContent(
  { profiles }: SheetView,
  rows: Rows,
  byColumn: Map<number, Candidate>,
  balance: BalanceColumns | null,
  stated: string,
): readonly number[] {
  if (has(byColumn, /^(?:from|to)\.account$/)) return [];
  const added: number[] = [];
  const free = profiles.map((_, index) => index).filter((index) => !byColumn.has(index));
  const amount = [...byColumn].find(([, { target }]) => target === "amount")?.[0];
  const isUnsigned = amount !== undefined && profiles[amount]!.share.negative === 0;
  if (isUnsigned && !has(byColumn, /^(?:direction|debit|credit)$/)) {
    const side = findSide(
      rows,
      balance,
      free.filter((index) => isDirectionColumn(profiles[index]!)),
      (index) => profiles[index]!.cells.every((cell) => /^\d$/.test(cell)),
    );
    if (side !== null) added.push(put(byColumn, side, "direction"));
  }
  if (!has(byColumn, /^counterparty\.(?:account|card|name)$/)) {
    const isOwned = stated !== "" || has(byColumn, /^own\.(?:account|card)$/);
    const found = isOwned
      ? findAccounts(profiles, new Set(byColumn.keys()), { proven: undefined, hasSides: true, isOneChain: true, stated })
      : null;
    const other = found?.isClear ? found.targets.find(([, target]) => target === "counterparty.account") : undefined;
    if (other) added.push(put(byColumn, other[0], other[1]));
  }
  return added;
}

/** The column that the balance proves, else the only one whose words are no bare codes. */
function findSide(
  rows: Rows,
  balance: BalanceColumns | null,
  columns: readonly number[],
  isCode: (column: number) => boolean,
): number | null {
  const proven = balance === null ? null : provenSide(rows, balance, columns);
  if (proven !== null) return proven.column;
  const worded = columns.filter((column) => !isCode(column));
  return worded.length === 1 ? worded[0]! : null;
}
