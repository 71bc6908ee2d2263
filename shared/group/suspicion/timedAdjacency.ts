// Each account's edges in time order, so that sums over a window of time are two look-ups.
import type { DirectedEdges } from "./oneOffEdges.ts";

/** Edges of account a: edge[start[a] … start[a + 1] − 1], by day. */
export interface TimedAdjacency {
  readonly start: Int32Array;
  readonly edge: Int32Array;
  readonly day: Float64Array;
}

export function sortByTime(edges: DirectedEdges, accounts: number, end: "from" | "to"): TimedAdjacency {
  const at = edges[end];
  const edge = new Int32Array(edges.count).map((_, i) => i).sort((a, b) => at[a]! - at[b]! || edges.day[a]! - edges.day[b]! || a - b);
  const start = new Int32Array(accounts + 1);
  for (let i = 0; i < edges.count; i++) start[at[i]! + 1]! += 1;
  for (let a = 0; a < accounts; a++) start[a + 1]! += start[a]!;
  return { start, edge, day: Float64Array.from(edge, (i) => edges.day[i]!) };
}

/** First place in [low, high) whose day is ≥ `day` (or > `day` when `isAfter`). */
export function findDay(days: Float64Array, low: number, high: number, day: number, isAfter: boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const value = days[middle]!;
    if (isAfter ? value <= day : value < day) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Running sums of what the other end of each edge is worth: place i holds the sum before it. */
export function sumAlong(adjacency: TimedAdjacency, otherEnd: Int32Array, worth: Float64Array): Float64Array {
  const sums = new Float64Array(adjacency.edge.length + 1);
  for (let i = 0; i < adjacency.edge.length; i++) sums[i + 1] = sums[i]! + worth[otherEnd[adjacency.edge[i]!]!]!;
  return sums;
}

/** Sum over an account's edges with day in [from, until]. */
export function sumBetween({ start, day }: TimedAdjacency, sums: Float64Array, account: number, from: number, until: number): number {
  const low = findDay(day, start[account]!, start[account + 1]!, from, false);
  const high = findDay(day, low, start[account + 1]!, until, true);
  return sums[high]! - sums[low]!;
}
