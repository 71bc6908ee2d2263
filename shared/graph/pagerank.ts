// PageRank (Page, Brin, Motwani, Winograd 1999): dangling nodes give to all alike, weights are not used.
import { type Csr, outDegree } from "./csr.ts";
import { checkpoint, type GraphProgress } from "./progress.ts";

const maxRounds = 1_000;

/** Sums to 1. `tolerance`: the largest change of the sum of all scores at which it stops. */
export function pageRank(graph: Csr, damping = 0.85, tolerance = 1e-14, progress: GraphProgress = {}): Float64Array {
  const { nodes, inStart, source } = graph;
  const share = Float64Array.from({ length: nodes }, (_, v) => (outDegree(graph, v) === 0 ? 0 : 1 / outDegree(graph, v)));
  const given = new Float64Array(nodes);
  let rank = new Float64Array(nodes).fill(1 / nodes);
  for (let round = 0; round < maxRounds; round++) {
    checkpoint(progress, round * 256, maxRounds * 256);
    let dangling = 0;
    for (let v = 0; v < nodes; v++) {
      given[v] = rank[v]! * share[v]!;
      if (share[v] === 0) dangling += rank[v]!;
    }
    const base = (1 - damping + damping * dangling) / nodes;
    const next = new Float64Array(nodes);
    let change = 0;
    for (let v = 0; v < nodes; v++) {
      let sum = 0;
      for (let i = inStart[v]!; i < inStart[v + 1]!; i++) sum += given[source[i]!]!;
      next[v] = base + damping * sum;
      change += Math.abs(next[v]! - rank[v]!);
    }
    rank = next;
    if (change < tolerance) break;
  }
  return rank;
}
