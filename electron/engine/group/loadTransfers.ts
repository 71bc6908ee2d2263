// Reads the transfers between two known accounts into columns, a card and its account as one.
import { UnionFind } from "../../../shared/graph/unionFind.ts";
import type { MoneyTransfers } from "../../../shared/group/suspicion/oneOffEdges.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { listCardLinks } from "../store/sqlite/tables/moneyLedger.ts";
import { iteratePairTransfers } from "../store/sqlite/tables/motifTransfers.ts";

const day = 86_400_000;

export interface LoadedTransfers extends MoneyTransfers {
  /** Entity id → account number; undefined where no transfer names it or its card. */
  readonly accountOf: (entity: number) => number | undefined;
  /** Entity id of each account number. */
  readonly entities: readonly number[];
  readonly id: Float64Array;
  /** Milliseconds since 1970; NaN where not stated. */
  readonly at: Float64Array;
  /** Currency of most transfers; amounts of others are 0, since sums never mix. */
  readonly currency: string;
}

/** Transfers without a time take part as if on the first day. */
export function loadTransfers(db: ReadableDb): LoadedTransfers {
  const joined = new UnionFind();
  for (const { a, b } of listCardLinks(db)) joined.join(a, b);
  const numbers = new Map<number, number>();
  const numberOf = (entity: number) => {
    const root = joined.find(entity);
    return numbers.get(root) ?? numbers.set(root, numbers.size).get(root)!;
  };
  const rows = [...iteratePairTransfers(db)];
  const currency = mostUsed(rows.map((row) => row.currency));
  const from = Int32Array.from(rows, (row) => numberOf(row.from));
  const to = Int32Array.from(rows, (row) => numberOf(row.to));
  const at = Float64Array.from(rows, (row) => row.at ?? Number.NaN);
  const first = at.filter((time) => !Number.isNaN(time)).reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY);
  return {
    count: rows.length,
    accounts: numbers.size,
    entities: [...numbers.keys()],
    accountOf: (entity) => numbers.get(joined.find(entity)),
    id: Float64Array.from(rows, (row) => row.id),
    from,
    to,
    at,
    day: at.map((time) => (Number.isNaN(time) ? first : time) / day),
    fen: Float64Array.from(rows, (row) => (row.currency === currency ? row.fen : 0)),
    currency,
  };
}

function mostUsed(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? "CNY";
}
