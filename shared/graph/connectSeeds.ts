// The network that connects several nodes: what lies on a shortest path between any two of them.
import type { Csr } from "./csr.ts";
import { checkpoint, type GraphProgress } from "./progress.ts";
import { distancesFrom } from "./shortestPaths.ts";

export interface SeedPair {
  /** Places in the list of seeds. */
  readonly a: number;
  readonly b: number;
  /** Edges of a shortest path; null when none of at most `max` exists. */
  readonly length: number | null;
}

export interface Connection {
  readonly pairs: readonly SeedPair[];
  /** Seeds and nodes between, ascending. */
  readonly nodes: readonly number[];
  /** Edges on a shortest path, both ends, the smaller first, ascending. */
  readonly edges: readonly (readonly [number, number])[];
}

/** In an undirected graph; seeds differ from each other. */
export function connectSeeds(graph: Csr, seeds: readonly number[], max: number, progress: GraphProgress = {}): Connection {
  const distances = seeds.map((seed, done) => {
    checkpoint(progress, done * 256, seeds.length * 256);
    return distancesFrom(graph, seed, max);
  });
  const pairs: SeedPair[] = [];
  const nodes = new Set(seeds);
  const edges = new Map<number, [number, number]>();
  for (let a = 0; a < seeds.length; a++)
    for (let b = a + 1; b < seeds.length; b++) {
      const length = distances[a]![seeds[b]!]!;
      pairs.push({ a, b, length: length < 0 ? null : length });
      if (length < 0) continue;
      walkBack(graph, seeds[b]!, distances[a]!, (v, u) => {
        nodes.add(u);
        const [low, high] = u < v ? [u, v] : [v, u];
        edges.set(low * graph.nodes + high, [low, high]);
      });
    }
  return {
    pairs,
    nodes: [...nodes].sort((x, y) => x - y),
    edges: [...edges.values()].sort(([a, b], [c, d]) => a - c || b - d),
  };
}

/** Every edge that leads from `last` back towards distance 0, once. */
function walkBack({ outStart, target }: Csr, last: number, distance: Int32Array, meet: (v: number, u: number) => void): void {
  const seen = new Set([last]);
  const open = [last];
  for (let v = open.pop(); v !== undefined; v = open.pop())
    for (let i = outStart[v]!; i < outStart[v + 1]!; i++) {
      const u = target[i]!;
      if (distance[u]! < 0 || distance[u] !== distance[v]! - 1) continue;
      meet(v, u);
      if (!seen.has(u)) open.push(u);
      seen.add(u);
    }
}
