// Small random graphs as matrices, and every measure by its definition, slow and obvious.
import { seededRandom } from "../../../shared/random.ts";

export interface SmallGraph {
  readonly nodes: number;
  readonly isDirected: boolean;
  readonly from: number[];
  readonly to: number[];
  readonly weight: number[];
  /** arcs[a][b]: whether an edge leads from a to b. */
  readonly arcs: readonly (readonly boolean[])[];
  /** Sum of the weights of the edges from a to b. */
  readonly sums: readonly (readonly number[])[];
}

/** With isolated nodes, parallel edges and loops. */
export function randomGraph(seed: number, isDirected: boolean): SmallGraph {
  const random = seededRandom(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const nodes = 2 + pick(8);
  const [from, to, weight]: [number[], number[], number[]] = [[], [], []];
  for (let i = pick(2 * nodes + 4); i > 0; i--) {
    from.push(pick(nodes));
    to.push(pick(nodes));
    weight.push(1 + pick(5));
  }
  const matrix = <T>(value: T) => Array.from({ length: nodes }, () => new Array<T>(nodes).fill(value));
  const [arcs, sums] = [matrix(false), matrix(0)];
  from.forEach((a, i) => {
    const b = to[i]!;
    if (a === b) return;
    for (const [x, y] of isDirected ? [[a, b] as const] : [[a, b] as const, [b, a] as const]) {
      arcs[x]![y] = true;
      sums[x]![y]! += weight[i]!;
    }
  });
  return { nodes, isDirected, from, to, weight, arcs, sums };
}

const all = (count: number) => Array.from({ length: count }, (_, i) => i);

/** All shortest paths from a to b, by trying all walks of growing length. */
export function shortestPaths({ nodes, arcs }: SmallGraph, a: number, b: number): number[][] {
  let paths = [[a]];
  for (let length = 0; length <= nodes; length++) {
    const arrived = paths.filter((path) => path.at(-1) === b);
    if (arrived.length > 0) return arrived;
    paths = paths.flatMap((path) =>
      all(nodes)
        .filter((next) => arcs[path.at(-1)!]![next] && !path.includes(next))
        .map((next) => [...path, next]),
    );
  }
  return [];
}

export const distance = (graph: SmallGraph, a: number, b: number): number => {
  const [path] = shortestPaths(graph, a, b);
  return path ? path.length - 1 : Number.POSITIVE_INFINITY;
};

export function slowBetweenness(graph: SmallGraph): number[] {
  const score = new Array<number>(graph.nodes).fill(0);
  for (const a of all(graph.nodes))
    for (const b of all(graph.nodes)) {
      if (a === b) continue;
      const paths = shortestPaths(graph, a, b);
      for (const path of paths) for (const v of path.slice(1, -1)) score[v]! += 1 / paths.length;
    }
  return graph.isDirected ? score : score.map((value) => value / 2);
}

export const slowCloseness = (graph: SmallGraph): number[] =>
  all(graph.nodes).map((v) => {
    const reached = all(graph.nodes)
      .map((u) => distance(graph, u, v))
      .filter((d) => d > 0 && Number.isFinite(d));
    const total = reached.reduce((sum, d) => sum + d, 0);
    return total === 0 ? 0 : (reached.length / total) * (reached.length / (graph.nodes - 1));
  });

/** Solves the fixed point by many dense rounds. */
export function slowPageRank({ nodes, arcs }: SmallGraph): number[] {
  let rank = new Array<number>(nodes).fill(1 / nodes);
  const degree = arcs.map((row) => row.filter(Boolean).length);
  for (let round = 0; round < 500; round++)
    rank = all(nodes).map((v) =>
      all(nodes).reduce((sum, u) => sum + 0.85 * rank[u]! * (degree[u] === 0 ? 1 / nodes : arcs[u]![v] ? 1 / degree[u]! : 0), 0.15 / nodes),
    );
  return rank;
}

export function slowCores({ nodes, arcs, isDirected }: SmallGraph): number[] {
  const core = new Array<number>(nodes).fill(0);
  for (let k = 1; k <= 2 * nodes; k++) {
    let alive = all(nodes);
    const degree = (v: number) => alive.filter((u) => arcs[v]![u]).length + (isDirected ? alive.filter((u) => arcs[u]![v]).length : 0);
    for (let weak = alive.filter((v) => degree(v) < k); weak.length > 0; weak = alive.filter((v) => degree(v) < k))
      alive = alive.filter((v) => !weak.includes(v));
    for (const v of alive) core[v] = k;
  }
  return core;
}

const linked = ({ arcs }: SmallGraph, a: number, b: number) => a !== b && (arcs[a]![b]! || arcs[b]![a]!);

export const slowTriangles = (graph: SmallGraph): number[] =>
  all(graph.nodes).map((v) => {
    let count = 0;
    for (const u of all(graph.nodes))
      for (const w of all(graph.nodes)) if (u < w && linked(graph, v, u) && linked(graph, v, w) && linked(graph, u, w)) count += 1;
    return count;
  });

export function slowClustering(graph: SmallGraph): number[] {
  const { nodes, arcs } = graph;
  if (!graph.isDirected)
    return slowTriangles(graph).map((count, v) => {
      const degree = arcs[v]!.filter(Boolean).length;
      return degree < 2 ? 0 : (2 * count) / (degree * (degree - 1));
    });
  const arcCount = (a: number, b: number) => Number(arcs[a]![b]) + Number(arcs[b]![a]);
  return all(nodes).map((v) => {
    let sum = 0;
    for (const u of all(nodes))
      for (const w of all(nodes)) if (u !== v && w !== v && u !== w) sum += arcCount(v, u) * arcCount(v, w) * arcCount(u, w);
    const degree = all(nodes).reduce((total, u) => total + arcCount(v, u), 0);
    const both = all(nodes).filter((u) => arcCount(v, u) === 2).length;
    return sum === 0 ? 0 : sum / (2 * (degree * (degree - 1) - 2 * both));
  });
}

/** Nodes that reach each other, whatever the direction, or there and back. */
export function slowParts(graph: SmallGraph, isStrong: boolean): string[] {
  const both: SmallGraph = isStrong
    ? graph
    : { ...graph, arcs: graph.arcs.map((row, a) => row.map((arc, b) => arc || graph.arcs[b]![a]!)) };
  const isTogether = (a: number, b: number) => Number.isFinite(distance(both, a, b)) && Number.isFinite(distance(both, b, a));
  return [
    ...new Set(
      all(graph.nodes).map((a) =>
        all(graph.nodes)
          .filter((b) => isTogether(a, b))
          .join(" "),
      ),
    ),
  ].sort();
}

/** Fewest steps of a walk that never goes back in time; null when there is none. */
export function slowTimedLength(
  edges: readonly { from: number; to: number; at: number; isDirected: boolean }[],
  a: number,
  b: number,
  max: number,
): number | null {
  let states = [{ at: a, since: Number.NEGATIVE_INFINITY }];
  for (let length = 0; length <= max; length++) {
    if (states.some(({ at }) => at === b)) return length;
    states = states.flatMap(({ at, since }) =>
      edges.flatMap((edge) => {
        if (edge.at < since) return [];
        if (edge.from === at) return [{ at: edge.to, since: edge.at }];
        return edge.to === at && !edge.isDirected ? [{ at: edge.from, since: edge.at }] : [];
      }),
    );
  }
  return null;
}
