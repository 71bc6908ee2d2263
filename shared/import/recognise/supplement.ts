// What the headings of a statement left out and its cells tell: the column of words for the side, and the other account.
import type { Candidate, SheetView } from "./assign.ts";
import { type BalanceColumns, fitBalance } from "./balanceFit.ts";
import { findAccounts } from "./contentAccounts.ts";
import { isDirectionColumn, isMoneyColumn, isProof, provenSide } from "./contentMoney.ts";
import { isClock, isDay } from "./contentTime.ts";

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
  added.push(...addClock(profiles, byColumn));
  if (!has(byColumn, /^balance$/)) {
    const found = findBalance(profiles, rows, byColumn);
    if (found !== null) added.push(put(byColumn, found, "balance"));
  }
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
  if (!has(byColumn, /^counterparty\.(?:account|card)$/)) {
    const isOwned = stated !== "" || has(byColumn, /^own\.(?:account|card)$/);
    const found = isOwned
      ? findAccounts(profiles, new Set(byColumn.keys()), { proven: undefined, hasSides: true, isOneChain: true, stated })
      : null;
    const other = found?.isClear ? found.targets.find(([, target]) => target === "counterparty.account") : undefined;
    if (other) added.push(put(byColumn, other[0], other[1]));
  }
  return added;
}

/** The one time of day beside days that have none. */
function addClock(profiles: SheetView["profiles"], byColumn: Map<number, Candidate>): readonly number[] {
  const days = [...byColumn].filter(([index, { target }]) => target === "time.date" || (target === "time" && isDay(profiles[index]!)));
  const clocks = profiles.flatMap((one, index) => (!byColumn.has(index) && isClock(one) ? [index] : []));
  if (days.length !== 1 || clocks.length !== 1 || has(byColumn, /^time\.time$/)) return [];
  byColumn.set(days[0]![0], { ...days[0]![1], target: "time.date" });
  return [put(byColumn, clocks[0]!, "time.time")];
}

/** The one column of money that recomputes from what the headings call amounts, over all rows or account by account. */
function findBalance(profiles: SheetView["profiles"], rows: Rows, byColumn: ReadonlyMap<number, Candidate>): number | null {
  const columnOf = (form: RegExp) => [...byColumn].find(([, { target }]) => form.test(target))?.[0];
  const [amount, debit, credit] = [columnOf(/^amount$/), columnOf(/^debit$/), columnOf(/^credit$/)];
  if (amount === undefined && (debit === undefined || credit === undefined)) return null;
  const change = amount === undefined ? { debit: debit!, credit: credit! } : { amount };
  const account = columnOf(/^own\.(?:account|card)$/);
  const fits = profiles
    .map((_, balance) => balance)
    .filter((balance) => !byColumn.has(balance) && isMoneyColumn(profiles[balance]!))
    .map((balance) => ({
      balance,
      fit: [{}, ...(account === undefined ? [] : [{ account }])]
        .map((parted) => fitBalance(rows, { ...change, ...parted, balance }))
        .reduce((best, one) => (one.agree > best.agree ? one : best)),
    }))
    .filter(({ fit }) => isProof(fit));
  return fits.length === 1 ? fits[0]!.balance : null;
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
