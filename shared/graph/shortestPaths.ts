// Shortest paths by edges in an undirected graph: one by two searches that meet in the middle, or all of them.
import type { Csr } from "./csr.ts";

/** Distances from a node up to a limit; −1 beyond it. Direction is that of the graph. */
export function distancesFrom({ nodes, outStart, target }: Csr, first: number, limit: number): Int32Array {
  const distance = new Int32Array(nodes).fill(-1);
  distance[first] = 0;
  let ring = [first];
  for (let depth = 1; depth <= limit && ring.length > 0; depth++) {
    const next: number[] = [];
    for (const v of ring)
      for (let i = outStart[v]!; i < outStart[v + 1]!; i++)
        if (distance[target[i]!]! < 0) {
          distance[target[i]!] = depth;
          next.push(target[i]!);
        }
    ring = next;
  }
  return distance;
}

interface Side {
  /** Node → the node it was reached from. */
  readonly parent: Map<number, number>;
  ring: number[];
  depth: number;
}

const startSide = (v: number): Side => ({ parent: new Map([[v, -1]]), ring: [v], depth: 0 });

/** One more ring around a side. */
function grow({ outStart, target }: Csr, side: Side): void {
  const next: number[] = [];
  side.depth += 1;
  for (const v of side.ring)
    for (let i = outStart[v]!; i < outStart[v + 1]!; i++)
      if (!side.parent.has(target[i]!)) {
        side.parent.set(target[i]!, v);
        next.push(target[i]!);
      }
  side.ring = next;
}

const chain = ({ parent }: Side, v: number): number[] => {
  const nodes: number[] = [];
  for (let at = v; at >= 0; at = parent.get(at)!) nodes.push(at);
  return nodes;
};

/** Nodes of a shortest path of at most `max` edges, ends included; null when there is none. */
export function shortestPath(graph: Csr, from: number, to: number, max: number): number[] | null {
  if (from === to) return [from];
  const [a, b] = [startSide(from), startSide(to)];
  while (a.depth + b.depth < max && a.ring.length > 0 && b.ring.length > 0) {
    const [small, other] = a.ring.length <= b.ring.length ? [a, b] : [b, a];
    grow(graph, small);
    const meeting = small.ring.filter((v) => other.parent.has(v)).sort((x, y) => x - y)[0];
    if (meeting !== undefined) return [...chain(a, meeting).reverse(), ...chain(b, meeting).slice(1)];
  }
  return null;
}

export interface ShortestPaths {
  /** Node numbers from end to end, in their order. */
  readonly paths: readonly (readonly number[])[];
  /** More than `limit` exist. */
  readonly isCut: boolean;
}

/** All shortest paths of at most `max` edges, up to `limit`. */
export function allShortestPaths(graph: Csr, from: number, to: number, max: number, limit: number): ShortestPaths {
  const left = distancesFrom(graph, to, max);
  const paths: number[][] = [];
  const walk = (path: number[]): void => {
    const v = path[path.length - 1]!;
    if (v === to) paths.push(path);
    for (let i = graph.outStart[v]!; i < graph.outStart[v + 1]! && paths.length <= limit; i++)
      if (left[graph.target[i]!] === left[v]! - 1) walk([...path, graph.target[i]!]);
  };
  if (left[from]! >= 0) walk([from]);
  return { paths: paths.slice(0, limit), isCut: paths.length > limit };
}
