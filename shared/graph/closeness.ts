// Closeness after Wasserman and Faust (1994): reachable nodes ÷ their summed distance, times the share of nodes that is reachable. Distances into the node.
import type { Csr } from "./csr.ts";
import { checkpoint, type GraphProgress } from "./progress.ts";

export function closeness(graph: Csr, progress: GraphProgress = {}): Float64Array {
  const { nodes, inStart, source } = graph;
  const distance = new Int32Array(nodes).fill(-1);
  const queue = new Int32Array(nodes);
  return Float64Array.from({ length: nodes }, (_, first) => {
    checkpoint(progress, first, nodes);
    distance[first] = 0;
    queue[0] = first;
    let [end, total] = [1, 0];
    for (let place = 0; place < end; place++) {
      const v = queue[place]!;
      total += distance[v]!;
      for (let i = inStart[v]!; i < inStart[v + 1]!; i++)
        if (distance[source[i]!]! < 0) {
          distance[source[i]!] = distance[v]! + 1;
          queue[end] = source[i]!;
          end += 1;
        }
    }
    for (let place = 0; place < end; place++) distance[queue[place]!] = -1;
    return total === 0 || nodes < 2 ? 0 : ((end - 1) / total) * ((end - 1) / (nodes - 1));
  });
}
