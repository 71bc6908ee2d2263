// The columns that tell how much and which way, by their cells alone: every reading is tried, and the running balance proves one.
import { sideOf } from "../cells/words.ts";
import { type BalanceColumns, type BalanceFit, fitBalance, fitSides, moneyOf, noFit } from "./balanceFit.ts";
import type { ColumnProfile } from "./profile.ts";

type Rows = readonly (readonly string[])[];

export interface MoneyReading {
  readonly targets: readonly (readonly [number, string])[];
  readonly columns: BalanceColumns | null;
  readonly fit: BalanceFit;
  readonly isProven: boolean;
  /** Without proof: nothing else could be the amount, and its side is told. */
  readonly isClear: boolean;
}

const provenFrom = 0.8;
const likelyFrom = 0.6;
const fewestAgreeing = 3;
/** A column of what came in alone follows the balance in some rows too: the reading must speak of most rows that state a balance. */
const leastCompared = 0.6;

/** Most rows follow from their neighbours; of many that do, some more may fail (several currencies, rows left out). */
export const isProof = ({ fit, agree }: BalanceFit): boolean =>
  (fit >= provenFrom && agree >= fewestAgreeing) || (fit >= likelyFrom && agree >= 2 * fewestAgreeing);

/** Amounts as cells write them: not counters, cards, times, nor codes without any decimals or currency. */
export const isMoneyColumn = ({ share, isCounter, filled }: ColumnProfile): boolean =>
  filled > 0 && share.money >= 0.9 && !isCounter && share.card < 0.3 && share.stamp + share.date + share.ip < 0.5;

/** Cells with decimals or a currency: nothing but money looks so. */
const isSurelyMoney = ({ share, cells }: ColumnProfile): boolean =>
  share.decimal > 0.3 || cells.some((cell) => /[¥￥$€元]|^[A-Z]{3}\s/.test(cell));

export const isDirectionColumn = ({ share, distinct, filled }: ColumnProfile): boolean =>
  filled > 0 && distinct <= 6 && share.direction >= nearlyAll;
const nearlyAll = 0.9;

function isComplementary(rows: Rows, a: number, b: number): boolean {
  const [first, second] = [moneyOf(rows, a), moneyOf(rows, b)];
  let [onlyA, onlyB, both] = [0, 0, 0];
  for (let row = 0; row < rows.length; row++) {
    const [hasA, hasB] = [Math.abs(first[row]!) > 0, Math.abs(second[row]!) > 0];
    if (hasA && hasB) both++;
    else if (hasA) onlyA++;
    else if (hasB) onlyB++;
  }
  return onlyA + onlyB > 0 && (onlyA > 0 || isAllZero(first)) && (onlyB > 0 || isAllZero(second)) && both <= (onlyA + onlyB) * 0.02;
}

/** A sheet on which nothing came in still has the column for it, full of zeros. */
const isAllZero = (fens: Float64Array): boolean =>
  fens.filter((fen) => fen === 0).length >= 3 && fens.every((fen) => fen === 0 || Number.isNaN(fen));

function* readingsOf(rows: Rows, money: readonly number[], accounts: readonly (number | undefined)[]): Generator<BalanceColumns> {
  for (const account of accounts)
    for (const balance of money)
      for (const a of money) {
        if (a === balance) continue;
        const shared = { balance, ...(account !== undefined && { account }) };
        for (const b of money) if (b !== a && b !== balance && isComplementary(rows, a, b)) yield { ...shared, debit: a, credit: b };
        yield { ...shared, amount: a };
      }
}

/** The reading of amounts and balance that recomputes best; null where none is proven. */
export function proveMoney(
  rows: Rows,
  money: readonly number[],
  accounts: readonly number[],
): { columns: BalanceColumns; fit: BalanceFit } | null {
  let best: { columns: BalanceColumns; fit: BalanceFit } | null = null;
  const stated = (balance: number) => moneyOf(rows, balance).filter((fen) => !Number.isNaN(fen)).length;
  for (const columns of readingsOf(rows, money.slice(0, 8), [undefined, ...accounts])) {
    const fit = fitBalance(rows, columns);
    if (isProof(fit) && fit.compared >= stated(columns.balance) * leastCompared && (best === null || fit.agree > best.fit.agree))
      best = { columns, fit };
  }
  return best;
}

export const targetsOfColumns = ({ balance, amount, debit, credit }: BalanceColumns): (readonly [number, string])[] => [
  [balance, "balance"],
  ...(amount === undefined ? [] : [[amount, "amount"] as const]),
  ...(debit === undefined ? [] : [[debit, "debit"] as const]),
  ...(credit === undefined ? [] : [[credit, "credit"] as const]),
];

export function findMoney(
  profiles: readonly ColumnProfile[],
  rows: Rows,
  taken: ReadonlySet<number>,
  accounts: readonly number[],
): MoneyReading | null {
  const free = profiles.map((_, index) => index).filter((index) => !taken.has(index));
  const money = free.filter((index) => isMoneyColumn(profiles[index]!));
  const directions = free.filter((index) => isDirectionColumn(profiles[index]!));
  const proven = proveMoney(rows, money, accounts);
  if (proven === null) return guessMoney(profiles, rows, money, directions);
  const { amount } = proven.columns;
  const isUnsigned = amount !== undefined && profiles[amount]!.share.negative === 0;
  const side = !isUnsigned ? null : provenSide(rows, proven.columns, directions);
  return {
    targets: [...targetsOfColumns(proven.columns), ...(side === null ? [] : [[side.column, "direction"] as const])],
    columns: proven.columns,
    fit: proven.fit,
    isProven: true,
    isClear: true,
  };
}

interface ProvenSide {
  readonly column: number;
  readonly inverted: Readonly<Record<string, "in" | "out">> | null;
}

/** The column of words that says what the balance proves, straight or the other way round. */
export function provenSide(rows: Rows, columns: BalanceColumns, directions: readonly number[]): ProvenSide | null {
  for (const column of directions) {
    const { right, inverted } = fitSides(rows, columns, column);
    if (right + inverted < fewestAgreeing) continue;
    if (right >= (right + inverted) * 0.95) return { column, inverted: null };
    if (inverted >= (right + inverted) * 0.95) return { column, inverted: invertWords(rows, column) };
  }
  return null;
}

/** Every word of the column with the side that it means here: the opposite of what it means elsewhere. */
function invertWords(rows: Rows, column: number): Record<string, "in" | "out"> {
  const words = [...new Set(rows.map((cells) => (cells[column] ?? "").trim()))].sort();
  const means: Record<string, "in" | "out"> = {};
  for (const word of words) {
    const side = sideOf(word);
    if (side === "in" || side === "out") means[word] = side === "in" ? "out" : "in";
  }
  return means;
}

/** Two columns that exclude one another; what came in is the one beside words of receiving, best guess where none are. */
function complementaryPair(rows: Rows, money: readonly number[]): readonly (readonly [number, string])[] | null {
  for (const a of money)
    for (const b of money) {
      if (a >= b || !isComplementary(rows, a, b) || isAllZero(moneyOf(rows, a)) || isAllZero(moneyOf(rows, b))) continue;
      const [debit, credit] = shareOfReceiving(rows, a) > shareOfReceiving(rows, b) ? [b, a] : [a, b];
      return [
        [debit, "debit"],
        [credit, "credit"],
      ];
    }
  return null;
}

const receiving = /还款|存入|存款|退款|退货|入账|工资|利息|返现|转入|收入|payment|refund|return|deposit|salary|interest/i;

function shareOfReceiving(rows: Rows, column: number): number {
  const amounts = moneyOf(rows, column);
  const filled = rows.filter((_, row) => Math.abs(amounts[row]!) > 0);
  return filled.filter((cells) => receiving.test(cells.join(" "))).length / Math.max(1, filled.length);
}

/** Of columns that say the same in every row (transacted, booked) the first. */
const withoutTwins = (profiles: readonly ColumnProfile[], columns: readonly number[]): readonly number[] =>
  columns.filter(
    (index, i) => !columns.slice(0, i).some((earlier) => profiles[earlier]!.cells.join("|") === profiles[index]!.cells.join("|")),
  );

/** Without a balance: two columns that exclude one another, or the one column that can only be money. */
function guessMoney(
  profiles: readonly ColumnProfile[],
  rows: Rows,
  money: readonly number[],
  directions: readonly number[],
): MoneyReading | null {
  const base = { columns: null, fit: noFit, isProven: false };
  const sure = withoutTwins(
    profiles,
    money.filter((index) => isSurelyMoney(profiles[index]!)),
  );
  const pair = complementaryPair(rows, sure);
  if (pair !== null) return { ...base, targets: pair, isClear: false };
  const signed = sure.filter((index) => profiles[index]!.share.negative > 0 && profiles[index]!.share.negative < 1);
  const byVariety = [...(signed.length > 0 ? signed : sure)].sort((a, b) => profiles[b]!.distinct - profiles[a]!.distinct || a - b);
  const [amount] = byVariety;
  if (amount === undefined) return null;
  // One and two, 0 and 1 are codes of many things.
  const worded = directions.filter((index) => !profiles[index]!.cells.every((cell) => /^\d$/.test(cell)));
  const direction = signed.length > 0 ? undefined : (worded[0] ?? directions[0]);
  const isTold = signed.length > 0 || worded.length === 1;
  return {
    ...base,
    targets: [[amount, "amount"], ...(direction === undefined ? [] : [[direction, "direction"] as const])],
    isClear: isTold && byVariety.length === 1,
  };
}
