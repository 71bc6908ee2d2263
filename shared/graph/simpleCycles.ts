// Cycles without repeated nodes up to a length, each once, from its smallest node (after Johnson 1975; here bounded by distances back to the start).
import type { Csr } from "./csr.ts";
import { checkpoint, type GraphProgress } from "./progress.ts";

export interface SimpleCycles {
  /** Nodes in the direction of the edges, the smallest first. */
  readonly cycles: readonly (readonly number[])[];
  /** More than `limit` exist. */
  readonly isCut: boolean;
}

/** Directed cycles of 2 to `max` edges, up to `limit`. An edge that runs both ways is a cycle of 2. */
export function simpleCycles(graph: Csr, max: number, limit: number, progress: GraphProgress = {}): SimpleCycles {
  const { nodes, outStart, target } = graph;
  const cycles: number[][] = [];
  const onPath = new Uint8Array(nodes);
  const path: number[] = [];
  for (let root = 0; root < nodes && cycles.length <= limit; root++) {
    checkpoint(progress, root, nodes);
    const back = distancesBack(graph, root, max - 1);
    const walk = (v: number): void => {
      path.push(v);
      onPath[v] = 1;
      for (let i = outStart[v]!; i < outStart[v + 1]! && cycles.length <= limit; i++) {
        const w = target[i]!;
        if (w === root) cycles.push([...path]);
        else if (w > root && !onPath[w] && path.length + (back.get(w) ?? max) <= max) walk(w);
      }
      onPath[v] = 0;
      path.pop();
    };
    if (back.size > 1) walk(root);
  }
  return { cycles: cycles.slice(0, limit), isCut: cycles.length > limit };
}

/** Node → edges to the root through larger nodes only. */
function distancesBack({ inStart, source }: Csr, root: number, limit: number): Map<number, number> {
  const distance = new Map([[root, 0]]);
  let ring = [root];
  for (let depth = 1; depth <= limit && ring.length > 0; depth++) {
    const next: number[] = [];
    for (const v of ring)
      for (let i = inStart[v]!; i < inStart[v + 1]!; i++) {
        const u = source[i]!;
        if (u < root || distance.has(u)) continue;
        distance.set(u, depth);
        next.push(u);
      }
    ring = next;
  }
  return distance;
}
