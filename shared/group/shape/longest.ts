// The longest simple path and cycle of a small graph, by depth-first search with a stated limit of steps.
import type { Subgraph } from "./subgraph.ts";

/** Beyond so many steps the longest found so far stands: attempts have tens of edges, not thousands. */
const maxSteps = 200_000;

export interface Longest {
  /** Edges. */
  readonly path: number;
  readonly cycle: number;
  readonly isComplete: boolean;
}

export function findLongest({ nodes, edges, outgoing }: Subgraph): Longest {
  let [path, cycle, steps] = [0, 0, 0];
  const onPath = new Set<number>();
  const visit = (first: number, node: number, length: number) => {
    steps += 1;
    path = Math.max(path, length);
    if (steps > maxSteps) return;
    onPath.add(node);
    for (const edge of outgoing[node]!) {
      const next = edges[edge]!.to;
      if (next === first) cycle = Math.max(cycle, length + 1);
      else if (!onPath.has(next)) visit(first, next, length + 1);
    }
    onPath.delete(node);
  };
  for (let first = 0; first < nodes.length && steps <= maxSteps; first++) visit(first, first, 0);
  return { path, cycle, isComplete: steps <= maxSteps };
}
