// Triangles, and clustering: the share of a node's pairs of neighbours that are linked (Watts and Strogatz 1998; directed: Fagiolo 2007).
import { type Csr, inDegree, outDegree, toUndirected } from "./csr.ts";
import { checkpoint, type GraphProgress } from "./progress.ts";

/** Triangles through each node, direction not used. */
export function countTriangles(graph: Csr, progress: GraphProgress = {}): Float64Array {
  const simple = toUndirected(graph);
  const { nodes, outStart, target } = simple;
  const rank = rankByDegree(simple);
  const count = new Float64Array(nodes);
  const marked = new Int32Array(nodes).fill(-1);
  for (let v = 0; v < nodes; v++) {
    checkpoint(progress, v, nodes);
    for (let i = outStart[v]!; i < outStart[v + 1]!; i++) if (rank[target[i]!]! > rank[v]!) marked[target[i]!] = v;
    for (let i = outStart[v]!; i < outStart[v + 1]!; i++) {
      const u = target[i]!;
      if (rank[u]! <= rank[v]!) continue;
      for (let j = outStart[u]!; j < outStart[u + 1]!; j++) {
        const w = target[j]!;
        if (rank[w]! <= rank[u]! || marked[w] !== v) continue;
        count[v]! += 1;
        count[u]! += 1;
        count[w]! += 1;
      }
    }
  }
  return count;
}

/** Low degrees first: every triangle is met once, from its least connected corner. */
function rankByDegree(graph: Csr): Int32Array {
  const order = Int32Array.from({ length: graph.nodes }, (_, v) => v).sort((a, b) => outDegree(graph, a) - outDegree(graph, b) || a - b);
  const rank = new Int32Array(graph.nodes);
  order.forEach((v, place) => {
    rank[v] = place;
  });
  return rank;
}

export function clustering(graph: Csr, progress: GraphProgress = {}): Float64Array {
  if (graph.isDirected) return directedClustering(graph, progress);
  return countTriangles(graph, progress).map((count, v) => {
    const degree = outDegree(graph, v);
    return degree < 2 ? 0 : (2 * count) / (degree * (degree - 1));
  });
}

/** Σ (a_ij + a_ji)(a_ik + a_ki)(a_jk + a_kj) ÷ 2 · [d(d − 1) − 2 · reciprocal]. */
function directedClustering(graph: Csr, progress: GraphProgress): Float64Array {
  const both = toUndirected(graph);
  const arcs = new Float64Array(graph.nodes);
  return Float64Array.from({ length: graph.nodes }, (_, v) => {
    checkpoint(progress, v, graph.nodes);
    const near = both.target.subarray(both.outStart[v]!, both.outStart[v + 1]!);
    let reciprocal = 0;
    for (const u of near) {
      arcs[u] = countArcs(graph, v, u);
      if (arcs[u] === 2) reciprocal += 1;
    }
    let sum = 0;
    for (const u of near)
      for (let i = both.outStart[u]!; i < both.outStart[u + 1]!; i++) {
        const w = both.target[i]!;
        if (arcs[w]! > 0) sum += arcs[u]! * arcs[w]! * countArcs(graph, u, w);
      }
    for (const u of near) arcs[u] = 0;
    const degree = outDegree(graph, v) + inDegree(graph, v);
    const possible = 2 * (degree * (degree - 1) - 2 * reciprocal);
    return sum === 0 ? 0 : sum / possible;
  });
}

const countArcs = (graph: Csr, a: number, b: number): number => Number(hasArc(graph, a, b)) + Number(hasArc(graph, b, a));

function hasArc({ outStart, target }: Csr, from: number, to: number): boolean {
  let [low, high] = [outStart[from]!, outStart[from + 1]!];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (target[middle]! < to) low = middle + 1;
    else high = middle;
  }
  return low < outStart[from + 1]! && target[low] === to;
}
