// How much of a subgraph each shape explains: a share of its edges, 0..1 and a little more. One function a shape.
import { findLongest } from "./longest.ts";
import type { Subgraph } from "./subgraph.ts";

export type ShapeScore = (graph: Subgraph) => number;

/** Share of edges at one hub, more where money comes in before it goes out. */
export function scoreGatherScatter({ nodes, edges, outgoing, incoming }: Subgraph): number {
  let best = 0;
  nodes.forEach((_, hub) => {
    const [into, out] = [incoming[hub]!, outgoing[hub]!];
    if (into.length === 0 || out.length === 0) return;
    const pairs = into.flatMap((a) => out.map((b) => edges[a]!.firstAt <= edges[b]!.lastAt));
    const inOrder = pairs.filter((isBefore) => isBefore).length / pairs.length;
    best = Math.max(best, ((into.length + out.length) / edges.length) * (0.6 + 0.4 * inOrder));
  });
  return best;
}

/** Two edges for each account between the best payer and payee; payer and payee may be one when money returns later. */
export function scoreScatterGather({ nodes, edges, outgoing }: Subgraph): number {
  let best = 0;
  nodes.forEach((_, source) => {
    const middles = new Map<number, number>();
    for (const first of outgoing[source]!)
      for (const second of outgoing[edges[first]!.to]!) {
        const sink = edges[second]!.to;
        const isReturn = sink === source;
        if (isReturn && !(edges[first]!.firstAt <= edges[second]!.lastAt)) continue;
        middles.set(sink, (middles.get(sink) ?? 0) + 1);
      }
    for (const count of middles.values()) if (count >= 2) best = Math.max(best, (2 * count) / edges.length + 0.05);
  });
  return best;
}

/** Edges between neighbouring layers, counted from the accounts that only pay; every layer has two accounts at least. */
export function scoreStack({ nodes, edges, outgoing, incoming }: Subgraph): number {
  const layer = new Map<number, number>();
  let current = nodes.map((_, node) => node).filter((node) => incoming[node]!.length === 0);
  for (let depth = 0; current.length > 0; depth++) {
    for (const node of current) layer.set(node, depth);
    current = [...new Set(current.flatMap((node) => outgoing[node]!.map((edge) => edges[edge]!.to)))].filter((node) => !layer.has(node));
  }
  const sizes = new Map<number, number>();
  for (const depth of layer.values()) sizes.set(depth, (sizes.get(depth) ?? 0) + 1);
  if (sizes.size < 3 || [...sizes.values()].some((size) => size < 2)) return 0;
  const between = edges.filter(({ from, to }) => layer.get(to)! - layer.get(from)! === 1).length;
  return (0.95 * between) / edges.length;
}

export const scoreCycle: ShapeScore = (graph) => findLongest(graph).cycle / graph.edges.length;

/** What is left when no shape fits: a walk. */
export const scoreRandom: ShapeScore = (graph) => (0.8 * findLongest(graph).path) / graph.edges.length;
