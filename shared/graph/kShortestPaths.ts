// The k shortest paths without repeated nodes (Yen 1971), by edges: each path is left at every node in turn, and the best detour comes next.
import type { Csr } from "./csr.ts";
import { checkpoint, type GraphProgress } from "./progress.ts";

export type NodePath = readonly number[];

const inOrder = (a: NodePath, b: NodePath): number => {
  if (a.length !== b.length) return a.length - b.length;
  const at = a.findIndex((v, i) => v !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
};

/** Up to `wanted` paths of at most `max` edges, shortest first, equal ones by their node numbers; direction is that of the graph. */
export function kShortestPaths(
  graph: Csr,
  from: number,
  to: number,
  max: number,
  wanted: number,
  progress: GraphProgress = {},
): NodePath[] {
  const first = detour(graph, [from], to, max, new Set());
  const found: NodePath[] = [];
  const waiting = new Map<string, NodePath>();
  if (first) waiting.set(first.join(" "), first);
  while (found.length < wanted && waiting.size > 0) {
    checkpoint(progress, found.length * 256, wanted * 256);
    const best = [...waiting.values()].reduce((least, path) => (inOrder(path, least) < 0 ? path : least));
    waiting.delete(best.join(" "));
    found.push(best);
    for (let spur = 0; spur < best.length - 1; spur++) {
      const root = best.slice(0, spur + 1);
      const next = detour(graph, root, to, max, stepsTaken(found, root));
      if (next) waiting.set(next.join(" "), next);
    }
  }
  return found;
}

/** Where the paths that begin like `root` went from its end. */
function stepsTaken(found: readonly NodePath[], root: NodePath): Set<number> {
  const alike = found.filter((path) => path.length > root.length && root.every((v, i) => path[i] === v));
  return new Set(alike.map((path) => path[root.length]!));
}

/** The least path that begins with `root`, meets none of its nodes again and does not leave its end towards `barred`. */
function detour(graph: Csr, root: NodePath, to: number, max: number, barred: ReadonlySet<number>): NodePath | null {
  const spur = root[root.length - 1]!;
  if (spur === to) return root.length === 1 && barred.size === 0 ? [...root] : null;
  const left = distancesTo(graph, to, new Set(root), max - root.length + 1);
  const steps = (v: number) => Array.from(graph.target.subarray(graph.outStart[v]!, graph.outStart[v + 1]!));
  const starts = steps(spur).filter((v) => left.has(v) && !barred.has(v));
  if (starts.length === 0) return null;
  let at = starts.reduce((least, v) => (left.get(v)! < left.get(least)! ? v : least));
  if (root.length + left.get(at)! > max) return null;
  const path = [...root, at];
  while (at !== to) {
    const distance: number = left.get(at)!;
    at = steps(at).find((v) => left.get(v) === distance - 1)!;
    path.push(at);
  }
  return path;
}

/** Node → edges to `to`, against the direction, around the nodes of `without`. */
function distancesTo({ inStart, source }: Csr, to: number, without: ReadonlySet<number>, limit: number): Map<number, number> {
  const distance = new Map([[to, 0]]);
  let ring = [to];
  for (let depth = 1; depth <= limit && ring.length > 0; depth++) {
    const next: number[] = [];
    for (const v of ring)
      for (let i = inStart[v]!; i < inStart[v + 1]!; i++) {
        const u = source[i]!;
        if (distance.has(u) || without.has(u)) continue;
        distance.set(u, depth);
        next.push(u);
      }
    ring = next;
  }
  return distance;
}
