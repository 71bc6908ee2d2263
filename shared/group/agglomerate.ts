// Average linkage on sparse pairs: clusters that no pair connects are never joined; pairs that are absent are scored when they matter.
// UPGMA (Sokal & Michener 1958) with constraints; the slow twin in the tests compares all clusters with all.
import { applyMustLinks, type IndexPair } from "./constraints.ts";
import { makeMergeHeap } from "./mergeHeap.ts";

export interface ScoredPair {
  readonly a: number;
  readonly b: number;
  readonly bits: number;
}

export interface AgglomerateInput {
  readonly count: number;
  readonly pairs: readonly ScoredPair[];
  /** Bits of a pair that is not in `pairs`. */
  readonly bitsOf: (a: number, b: number) => number;
  readonly mustLink: readonly IndexPair[];
  readonly cannotLink: readonly IndexPair[];
  /** Merging stops when the best average of clipped bits is at or below this. */
  readonly stopAt: number;
}

/** One merge with what the choice of a cut needs. */
export interface MergeStep {
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly average: number;
  readonly pairs: number;
  readonly posteriors: number;
}

export interface Agglomeration {
  readonly start: readonly (readonly number[])[];
  readonly steps: readonly MergeStep[];
  readonly contradictions: readonly IndexPair[];
}

/** One pair cannot chain: its log odds are clipped. */
export const clipBits = 8;
export const clip = (bits: number): number => Math.max(-clipBits, Math.min(clipBits, bits));
export const posterior = (bits: number): number => 1 / (1 + 2 ** -bits);

interface Sums {
  bits: number;
  posteriors: number;
}

interface Cluster {
  readonly id: number;
  readonly members: readonly number[];
  readonly links: Map<number, Sums>;
  readonly enemies: Set<number>;
}

/** Sums over all pairs between two sets of cases. */
function sumBetween(one: readonly number[], other: readonly number[], bitsOf: (a: number, b: number) => number): Sums {
  const sums: Sums = { bits: 0, posteriors: 0 };
  for (const a of one)
    for (const b of other) {
      const bits = a < b ? bitsOf(a, b) : bitsOf(b, a);
      sums.bits += clip(bits);
      sums.posteriors += posterior(bits);
    }
  return sums;
}

/** Bits by pair, from the list where it has them. */
export function makeLookup({
  count,
  pairs,
  bitsOf,
}: Pick<AgglomerateInput, "count" | "pairs" | "bitsOf">): (a: number, b: number) => number {
  const known = new Map(pairs.map(({ a, b, bits }) => [a < b ? a * count + b : b * count + a, bits]));
  return (a, b) => known.get(a * count + b) ?? bitsOf(a, b);
}

function startClusters(
  input: AgglomerateInput,
  groups: readonly (readonly number[])[],
  lookup: (a: number, b: number) => number,
): Map<number, Cluster> {
  const clusters = new Map(groups.map((members, id) => [id, { id, members, links: new Map(), enemies: new Set<number>() } as Cluster]));
  const clusterOf = new Int32Array(input.count);
  groups.forEach((members, id) => {
    for (const i of members) clusterOf[i] = id;
  });
  for (const [a, b] of input.cannotLink) {
    clusters.get(clusterOf[a]!)!.enemies.add(clusterOf[b]!);
    clusters.get(clusterOf[b]!)!.enemies.add(clusterOf[a]!);
  }
  for (const { a, b, bits } of input.pairs) {
    const [one, other] = [clusters.get(clusterOf[a]!)!, clusters.get(clusterOf[b]!)!];
    if (clip(bits) <= input.stopAt || one === other || one.links.has(other.id)) continue;
    const sums = sumBetween(one.members, other.members, lookup);
    one.links.set(other.id, sums);
    other.links.set(one.id, sums);
  }
  return clusters;
}

/** The merged cluster with complete sums to every neighbour of either part. */
function mergeClusters(
  id: number,
  one: Cluster,
  other: Cluster,
  clusters: Map<number, Cluster>,
  lookup: (a: number, b: number) => number,
): Cluster {
  const members = [...one.members, ...other.members].sort((a, b) => a - b);
  const merged: Cluster = { id, members, links: new Map(), enemies: new Set([...one.enemies, ...other.enemies]) };
  for (const neighbour of new Set([...one.links.keys(), ...other.links.keys()])) {
    const third = clusters.get(neighbour);
    if (!third || third === one || third === other) continue;
    const parts = [one, other].map((part) => part.links.get(neighbour) ?? sumBetween(part.members, third.members, lookup));
    const sums = { bits: parts[0]!.bits + parts[1]!.bits, posteriors: parts[0]!.posteriors + parts[1]!.posteriors };
    merged.links.set(neighbour, sums);
    third.links.set(id, sums);
  }
  for (const cluster of [one, other]) {
    for (const neighbour of cluster.links.keys()) clusters.get(neighbour)?.links.delete(cluster.id);
    for (const enemy of cluster.enemies) clusters.get(enemy)?.enemies.add(id);
    clusters.delete(cluster.id);
  }
  clusters.set(id, merged);
  return merged;
}

export function agglomerate(input: AgglomerateInput): Agglomeration {
  const { groups, contradictions } = applyMustLinks(input.count, input.mustLink, input.cannotLink);
  const lookup = makeLookup(input);
  const clusters = startClusters(input, groups, lookup);
  const heap = makeMergeHeap();
  const offer = (one: Cluster, other: Cluster, sums: Sums) => {
    const average = sums.bits / (one.members.length * other.members.length);
    if (average <= input.stopAt || one.enemies.has(other.id)) return;
    const [first, second] = one.members[0]! < other.members[0]! ? [one, other] : [other, one];
    heap.push({ average, a: first.members[0]!, b: second.members[0]!, first: first.id, second: second.id });
  };
  for (const cluster of clusters.values())
    for (const [neighbour, sums] of cluster.links) if (cluster.id < neighbour) offer(cluster, clusters.get(neighbour)!, sums);
  const steps: MergeStep[] = [];
  for (let nextId = groups.length, best = heap.pop(); best; best = heap.pop()) {
    const [one, other] = [clusters.get(best.first), clusters.get(best.second)];
    if (!one || !other) continue;
    const sums = one.links.get(other.id)!;
    steps.push({
      first: one.members,
      second: other.members,
      average: best.average,
      pairs: one.members.length * other.members.length,
      posteriors: sums.posteriors,
    });
    const merged = mergeClusters(nextId++, one, other, clusters, lookup);
    for (const [neighbour, between] of merged.links) offer(merged, clusters.get(neighbour)!, between);
  }
  return { start: groups, steps, contradictions };
}
