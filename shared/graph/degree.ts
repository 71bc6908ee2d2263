// Degrees: neighbours of a node, and the sum of the weights of its edges.
import { type Csr, inDegree, outDegree } from "./csr.ts";

const everyNode = (graph: Csr, value: (v: number) => number) => Float64Array.from({ length: graph.nodes }, (_, v) => value(v));

/** In a directed graph edges in and edges out are added. */
export const degrees = (graph: Csr): Float64Array =>
  everyNode(graph, (v) => outDegree(graph, v) + (graph.isDirected ? inDegree(graph, v) : 0));

export const inDegrees = (graph: Csr): Float64Array => everyNode(graph, (v) => inDegree(graph, v));
export const outDegrees = (graph: Csr): Float64Array => everyNode(graph, (v) => outDegree(graph, v));

export function weightedDegrees(graph: Csr): Float64Array {
  const sum = (start: Int32Array, weight: Float64Array, v: number) => {
    let total = 0;
    for (let i = start[v]!; i < start[v + 1]!; i++) total += weight[i]!;
    return total;
  };
  return everyNode(graph, (v) => sum(graph.outStart, graph.outWeight, v) + (graph.isDirected ? sum(graph.inStart, graph.inWeight, v) : 0));
}
