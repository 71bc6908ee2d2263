// Clusters scored pairs: best first while .3 × best + .7 × mean of the clipped log-odds between two clusters is above 0.
// A pair never scored counts as fully against. Sum, count and best add up on merging, so no matrix is kept; the slow twin in the tests keeps one.
import { MergeQueue } from "./mergeQueue.ts";

export interface ScoredPair {
  readonly a: number;
  readonly b: number;
  /** Log-odds in bits. */
  readonly bits: number;
}

export interface ClusterInput {
  /** Groups (numbers of any kind) with how many records each holds. */
  readonly sizes: ReadonlyMap<number, number>;
  /** Pairs of records, named by their groups: several may stand between two groups. */
  readonly pairs: readonly ScoredPair[];
  readonly numberOf: ReadonlyMap<number, string>;
}

export const clipBits = 6;
const bestWeight = 0.3;

export const clipOdds = (bits: number): number => Math.max(-clipBits, Math.min(clipBits, bits));

export interface Between {
  sum: number;
  count: number;
  best: number;
}

export function mergeScore({ sum, count, best }: Between, allPairs: number): number {
  const mean = (sum - clipBits * (allPairs - count)) / allPairs;
  return bestWeight * best + (1 - bestWeight) * mean;
}

interface Cluster {
  size: number;
  version: number;
  number: string | null;
  readonly members: number[];
  readonly links: Map<number, Between>;
}

function startClusters({ sizes, pairs, numberOf }: ClusterInput): Map<number, Cluster> {
  const clusters = new Map<number, Cluster>();
  for (const [group, size] of sizes) {
    clusters.set(group, {
      size,
      version: 0,
      number: numberOf.get(group) ?? null,
      members: [group],
      links: new Map(),
    });
  }
  for (const { a, b, bits } of pairs) {
    const between = clusters.get(a)!.links.get(b) ?? { sum: 0, count: 0, best: -clipBits };
    const odds = clipOdds(bits);
    between.sum += odds;
    between.count += 1;
    between.best = Math.max(between.best, odds);
    clusters.get(a)!.links.set(b, between);
    clusters.get(b)!.links.set(a, between);
  }
  return clusters;
}

const mayMeet = (one: Cluster, other: Cluster) => one.number === null || other.number === null || one.number === other.number;

/** Group → the smallest group of its cluster. */
export function clusterGroups(input: ClusterInput): Map<number, number> {
  const clusters = startClusters(input);
  const queue = new MergeQueue();
  const offer = (a: number, b: number, between: Between) => {
    const [one, other] = [clusters.get(a)!, clusters.get(b)!];
    if (!mayMeet(one, other)) return;
    const score = mergeScore(between, one.size * other.size);
    if (score > 0) queue.push({ score, a: Math.min(a, b), b: Math.max(a, b), versions: one.version + other.version });
  };
  for (const [a, { links }] of clusters) for (const [b, between] of links) if (a < b) offer(a, b, between);
  for (let best = queue.pop(); best; best = queue.pop()) {
    const [kept, gone] = [clusters.get(best.a), clusters.get(best.b)];
    if (!kept || !gone || kept.version + gone.version !== best.versions) continue;
    absorb(clusters, best.a, best.b);
    for (const [other, between] of kept.links) offer(best.a, other, between);
  }
  return new Map([...clusters].flatMap(([id, { members }]) => members.map((group) => [group, id] as const)));
}

function absorb(clusters: Map<number, Cluster>, a: number, b: number): void {
  const [kept, gone] = [clusters.get(a)!, clusters.get(b)!];
  clusters.delete(b);
  kept.size += gone.size;
  kept.version += gone.version + 1;
  kept.number ??= gone.number;
  kept.members.push(...gone.members);
  kept.links.delete(b);
  for (const [other, between] of gone.links) {
    if (other === a) continue;
    const mine = kept.links.get(other);
    const both = mine
      ? { sum: mine.sum + between.sum, count: mine.count + between.count, best: Math.max(mine.best, between.best) }
      : between;
    kept.links.set(other, both);
    const { links } = clusters.get(other)!;
    links.delete(b);
    links.set(a, both);
  }
}
