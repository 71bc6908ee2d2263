// The undirected graph in which suspicion spreads first: one-off pairs weigh 1, pairs with a transfer in a separate band of amounts 3.
import type { DirectedEdges, MoneyTransfers } from "./oneOffEdges.ts";

/** Compressed rows: neighbours of a are neighbour[start[a] …] with weight. */
export interface WeightedGraph {
  readonly count: number;
  readonly start: Int32Array;
  readonly neighbour: Int32Array;
  readonly weight: Float64Array;
  /** Sum of weights by account. */
  readonly strength: Float64Array;
}

const bandWeight = 3;

export function buildStrangerGraph(transfers: MoneyTransfers, edges: DirectedEdges, band: Uint8Array): WeightedGraph {
  const pairs = new Map<number, number>();
  const add = (a: number, b: number, weight: number) => {
    const name = Math.min(a, b) * transfers.accounts + Math.max(a, b);
    pairs.set(name, (pairs.get(name) ?? 0) + weight);
  };
  for (let i = 0; i < edges.count; i++) add(edges.from[i]!, edges.to[i]!, 1);
  for (const name of bandPairs(transfers, band)) add(Math.floor(name / transfers.accounts), name % transfers.accounts, bandWeight);
  return compress(pairs, transfers.accounts);
}

/** Distinct ordered pairs with a transfer in the band. */
function bandPairs({ count, accounts, from, to }: MoneyTransfers, band: Uint8Array): Set<number> {
  const pairs = new Set<number>();
  for (let i = 0; i < count; i++) if (band[i] && from[i] !== to[i]) pairs.add(from[i]! * accounts + to[i]!);
  return pairs;
}

function compress(pairs: ReadonlyMap<number, number>, count: number): WeightedGraph {
  const start = new Int32Array(count + 1);
  const ends = (name: number) => [Math.floor(name / count), name % count] as const;
  for (const name of pairs.keys()) for (const end of ends(name)) start[end + 1]! += 1;
  for (let a = 0; a < count; a++) start[a + 1]! += start[a]!;
  const next = start.slice(0, count);
  const neighbour = new Int32Array(2 * pairs.size);
  const weight = new Float64Array(2 * pairs.size);
  const strength = new Float64Array(count);
  for (const [name, value] of pairs) {
    const [a, b] = ends(name);
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      neighbour[next[one]!] = other;
      weight[next[one]!] = value;
      next[one]! += 1;
      strength[one]! += value;
    }
  }
  return { count, start, neighbour, weight, strength };
}

/** y = A · x. */
export function multiply({ count, start, neighbour, weight }: WeightedGraph, x: Float64Array): Float64Array {
  const y = new Float64Array(count);
  for (let a = 0; a < count; a++) {
    let sum = 0;
    for (let i = start[a]!; i < start[a + 1]!; i++) sum += weight[i]! * x[neighbour[i]!]!;
    y[a] = sum;
  }
  return y;
}
