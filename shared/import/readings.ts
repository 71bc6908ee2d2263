// A statement could be read the other way round – in for out, owner for counterparty. The running balance says how many rows agree with each reading.
import { sideOf } from "./cells/words.ts";
import { findColumn } from "./heading.ts";
import { type Mapping, targetsOf } from "./mapping.ts";
import { type BalanceColumns, fitBalance, fitSides } from "./recognise/balanceFit.ts";

type Rows = readonly (readonly string[])[];

export const swaps = ["sides", "owner"] as const;
export type Swap = (typeof swaps)[number];

export interface BalanceReading {
  /** What is exchanged; null for the reading of the mapping itself. */
  readonly swap: Swap | null;
  readonly agree: number;
  readonly rows: number;
}

const addressOf = ({ columns }: Mapping, target: string): string | undefined =>
  Object.entries(columns).find(([, value]) => targetsOf(value).includes(target))?.[0];

function columnOf(mapping: Mapping, headings: readonly string[], target: string): number | undefined {
  const address = addressOf(mapping, target);
  const index = address === undefined ? -1 : findColumn(headings, address);
  return index < 0 ? undefined : index;
}

/** The mapping's own reading first; empty where there is no balance to hold it against. */
export function readBalances(mapping: Mapping, headings: readonly string[], given: Rows): readonly BalanceReading[] {
  if (mapping.rowKind !== "transfer") return [];
  const column = (target: string) => columnOf(mapping, headings, target);
  const [balance, amount, debit, credit, direction] = ["balance", "amount", "debit", "credit", "direction"].map(column);
  const [own, other] = ["own.account", "counterparty.account"].map(column);
  if (balance === undefined || (amount === undefined && (debit === undefined || credit === undefined))) return [];
  const change = amount === undefined ? { debit: debit!, credit: credit! } : { amount };
  const rows = translate(given, direction, wordsOf(mapping));
  const readings: (BalanceReading | null)[] = [
    read(rows, { balance, ...change }, direction, null, own),
    amount === undefined
      ? read(rows, { balance, debit: credit!, credit: debit! }, undefined, "sides", own)
      : direction === undefined
        ? null
        : read(rows, { balance, amount }, direction, "sides", own),
    own !== undefined && other !== undefined ? read(rows, { balance, ...change }, direction, "owner", other) : null,
  ];
  const found = readings.filter((reading) => reading !== null);
  return found[0]!.rows === 0 ? [] : found;
}

/** What the words of the direction's column are to be read as. */
function wordsOf(mapping: Mapping): Readonly<Record<string, string>> {
  const { valueMaps = {} } = mapping.format ?? {};
  return valueMaps[addressOf(mapping, "direction") ?? ""] ?? valueMaps["direction"] ?? {};
}

function translate(rows: Rows, column: number | undefined, words: Readonly<Record<string, string>>): Rows {
  if (column === undefined || Object.keys(words).length === 0) return rows;
  return rows.map((cells) => cells.map((cell, i) => (i === column ? (words[cell.trim()] ?? cell) : cell)));
}

/** An account that parts the rows into chains helps where a sheet holds several accounts; a column that is no owner breaks the chain. */
function read(
  rows: Rows,
  columns: BalanceColumns,
  direction: number | undefined,
  swap: Swap | null,
  account: number | undefined,
): BalanceReading {
  const parted = account === undefined ? columns : { ...columns, account };
  const best = swap !== "owner" && fitBalance(rows, columns).agree > fitBalance(rows, parted).agree ? columns : parted;
  const fit = fitBalance(rows, best);
  if (direction === undefined) return { swap, agree: fit.agree, rows: fit.compared };
  const sides = fitSides(rows, best, direction);
  return { swap, agree: swap === "sides" ? sides.inverted : Math.max(sides.right, 0), rows: fit.compared };
}

const exchange = (value: string | readonly string[], swapOne: (target: string) => string): string | string[] => {
  const targets = targetsOf(value).map(swapOne);
  return targets.length === 1 ? targets[0]! : targets;
};

const swapTargets = (mapping: Mapping, swapOne: (target: string) => string): Mapping => ({
  ...mapping,
  columns: Object.fromEntries(Object.entries(mapping.columns).map(([address, value]) => [address, exchange(value, swapOne)])),
});

const otherOwner = (target: string) =>
  target.startsWith("own.") ? `counterparty.${target.slice(4)}` : target.startsWith("counterparty.") ? `own.${target.slice(13)}` : target;
const otherSide: Readonly<Record<string, string>> = { debit: "credit", credit: "debit", in: "out", out: "in" };

/** @param words that stand in the column of directions */
export function swapReading(mapping: Mapping, swap: Swap, words: readonly string[]): Mapping {
  if (swap === "owner") return swapTargets(mapping, otherOwner);
  const column = addressOf(mapping, "direction");
  if (column === undefined) return swapTargets(mapping, (target) => otherSide[target] ?? target);
  const said = wordsOf(mapping);
  const inverted = [...new Set([...Object.keys(said), ...words])].flatMap((word) => {
    const side = sideOf(said[word] ?? word);
    return side === "in" || side === "out" ? [[word, otherSide[side]!] as const] : [];
  });
  return {
    ...mapping,
    format: { ...mapping.format, valueMaps: { ...mapping.format?.valueMaps, [column]: { ...said, ...Object.fromEntries(inverted) } } },
  };
}

/** Words of the direction's column among the given rows. */
export function directionWords(mapping: Mapping, headings: readonly string[], rows: Rows): readonly string[] {
  const index = columnOf(mapping, headings, "direction");
  return index === undefined ? [] : [...new Set(rows.map((cells) => (cells[index] ?? "").trim()).filter((word) => word !== ""))];
}
