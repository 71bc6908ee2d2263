// The order of replay: by time; rows of one moment keep source order, unless the running balance of a statement tells another,
// and rows of a statement that tells no time of day and no balance let inflows go first.
import { findBalanceTrail } from "./balanceTrail.ts";

export interface UnorderedTransfers {
  readonly count: number;
  /** Milliseconds since 1970, UTC; -Infinity where a row states no time. */
  readonly at: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly fen: Float64Array;
  /** Balance of the statement's owner after the row, 1/100 of the currency; NaN where not stated. */
  readonly balance: Float64Array;
  /** 1: the owner paid, 2: the owner received, 0: a ledger without an owner. */
  readonly side: Uint8Array;
  /** 1 where a row tells the day only. */
  readonly isDayOnly: Uint8Array;
}

export const ownerOf = ({ side, from, to }: Pick<UnorderedTransfers, "side" | "from" | "to">, i: number): number =>
  side[i] === 1 ? from[i]! : side[i] === 2 ? to[i]! : -1;

const signedFen = ({ side, fen }: UnorderedTransfers, i: number): number => (side[i] === 1 ? -fen[i]! : fen[i]!);

/** Places of the transfers, given in source order, in the order of replay. */
export function orderTransfers(transfers: UnorderedTransfers): Uint32Array {
  const { count, at } = transfers;
  const order = new Uint32Array(count).map((_, i) => i);
  order.sort((a, b) => at[a]! - at[b]! || a - b);
  const lastBalance = new Map<number, number>();
  for (let start = 0; start < count; ) {
    let end = start + 1;
    while (end < count && at[order[end]!] === at[order[start]!]) end += 1;
    if (end - start > 1) order.set(orderMoment(transfers, order.subarray(start, end), lastBalance), start);
    rememberBalances(transfers, order.subarray(start, end), lastBalance);
    start = end;
  }
  return order;
}

function rememberBalances(transfers: UnorderedTransfers, rows: Uint32Array, lastBalance: Map<number, number>): void {
  for (const i of rows) if (!Number.isNaN(transfers.balance[i]!)) lastBalance.set(ownerOf(transfers, i), transfers.balance[i]!);
}

/** Every owner's rows in their own order, then merged by the earliest row in the source. A row has one owner, so no two orders clash. */
function orderMoment(transfers: UnorderedTransfers, rows: Uint32Array, lastBalance: ReadonlyMap<number, number>): Uint32Array {
  const byOwner = new Map<number, number[]>();
  for (const i of rows) {
    const owner = ownerOf(transfers, i);
    const known = byOwner.get(owner);
    if (known) known.push(i);
    else byOwner.set(owner, [i]);
  }
  const queues = [...byOwner].map(([owner, own]) => (owner < 0 ? own : orderOwn(transfers, own, lastBalance.get(owner))));
  return mergeQueues(queues, rows.length);
}

function orderOwn(transfers: UnorderedTransfers, rows: readonly number[], before: number | undefined): readonly number[] {
  if (rows.length < 2) return rows;
  const steps = rows.map((row) => ({ row, after: transfers.balance[row]!, before: transfers.balance[row]! - signedFen(transfers, row) }));
  const trail = steps.some(({ after }) => Number.isNaN(after)) ? null : findBalanceTrail(steps, before);
  if (trail) return trail.map(({ row }) => row);
  if (!rows.every((row) => transfers.isDayOnly[row])) return rows;
  return [...rows.filter((row) => transfers.side[row] === 2), ...rows.filter((row) => transfers.side[row] === 1)];
}

function mergeQueues(queues: readonly (readonly number[])[], count: number): Uint32Array {
  const merged = new Uint32Array(count);
  const heads = queues.map(() => 0);
  for (let place = 0; place < count; place++) {
    let best = -1;
    queues.forEach((queue, q) => {
      const head = queue[heads[q]!];
      if (head !== undefined && (best < 0 || head < queues[best]![heads[best]!]!)) best = q;
    });
    merged[place] = queues[best]![heads[best]!]!;
    heads[best]! += 1;
  }
  return merged;
}
