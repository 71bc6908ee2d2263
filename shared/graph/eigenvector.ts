// Eigenvector centrality (Bonacich 1972) by power iteration on A + I, which also settles on bipartite graphs; edges into a node count. Length 1.
import type { Csr } from "./csr.ts";
import { checkpoint, type GraphProgress } from "./progress.ts";

const maxRounds = 20_000;
const tolerance = 1e-15;

/** All 0 for a graph without edges. On an unconnected graph the densest part takes all. */
export function eigenvector({ nodes, edges, inStart, source }: Csr, progress: GraphProgress = {}): Float64Array {
  if (edges === 0) return new Float64Array(nodes);
  let x = new Float64Array(nodes).fill(1 / Math.sqrt(nodes));
  for (let round = 0; round < maxRounds; round++) {
    checkpoint(progress, round * 16, maxRounds * 16);
    const next = x.slice();
    for (let v = 0; v < nodes; v++) for (let i = inStart[v]!; i < inStart[v + 1]!; i++) next[v]! += x[source[i]!]!;
    let length = 0;
    for (const value of next) length += value * value;
    length = Math.sqrt(length);
    let change = 0;
    for (let v = 0; v < nodes; v++) {
      next[v]! /= length;
      change = Math.max(change, Math.abs(next[v]! - x[v]!));
    }
    x = next;
    if (change < tolerance) break;
  }
  return x;
}
