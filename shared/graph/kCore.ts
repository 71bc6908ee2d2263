// Core numbers in linear time (Batagelj and Zaveršnik 2003). Direction is not used: edges in and out count.
import { type Csr, inDegree, outDegree } from "./csr.ts";

/** The largest k for which the node lies in a part where everybody has k edges. */
export function coreNumbers(graph: Csr): Float64Array {
  const { nodes } = graph;
  const degree = Int32Array.from({ length: nodes }, (_, v) => outDegree(graph, v) + (graph.isDirected ? inDegree(graph, v) : 0));
  const most = degree.reduce((largest, value) => Math.max(largest, value), 0);
  const bin = new Int32Array(most + 2);
  for (const value of degree) bin[value + 1]! += 1;
  for (let d = 0; d <= most; d++) bin[d + 1]! += bin[d]!;
  const position = new Int32Array(nodes);
  const order = new Int32Array(nodes);
  const next = bin.slice();
  for (let v = 0; v < nodes; v++) {
    position[v] = next[degree[v]!]!;
    order[position[v]!] = v;
    next[degree[v]!]! += 1;
  }
  for (let place = 0; place < nodes; place++) {
    const v = order[place]!;
    forNeighbours(graph, v, (u) => {
      if (degree[u]! <= degree[v]!) return;
      const first = bin[degree[u]!]!;
      const w = order[first]!;
      [order[position[u]!], order[first]] = [w, u];
      [position[w], position[u]] = [position[u]!, first];
      bin[degree[u]!]! += 1;
      degree[u]! -= 1;
    });
  }
  return Float64Array.from(degree);
}

function forNeighbours({ isDirected, outStart, target, inStart, source }: Csr, v: number, visit: (u: number) => void): void {
  for (let i = outStart[v]!; i < outStart[v + 1]!; i++) visit(target[i]!);
  if (isDirected) for (let i = inStart[v]!; i < inStart[v + 1]!; i++) visit(source[i]!);
}
