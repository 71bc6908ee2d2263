// The slow twin of clusterGroups: a full matrix, every pair of clusters looked at in every round.
import { type ClusterInput, clipBits, clipOdds } from "../../../shared/resolve/clusterGroups.ts";

const scoreOf = (values: readonly number[]) =>
  0.3 * Math.max(...values) + (0.7 * values.reduce((sum, value) => sum + value, 0)) / values.length;

export function clusterSlowly({ sizes, pairs, numberOf }: ClusterInput): Map<number, number> {
  let clusters = [...sizes.keys()].sort((a, b) => a - b).map((group) => [group]);
  const between = (one: readonly number[], other: readonly number[]): number[] => {
    const values = pairs
      .filter(({ a, b }) => (one.includes(a) && other.includes(b)) || (one.includes(b) && other.includes(a)))
      .map(({ bits }) => clipOdds(bits));
    const records = (groups: readonly number[]) => groups.reduce((sum, group) => sum + sizes.get(group)!, 0);
    const all = records(one) * records(other);
    return values.length === 0 ? [] : [...values, ...Array.from({ length: all - values.length }, () => -clipBits)];
  };
  const mayMeet = (one: readonly number[], other: readonly number[]) => {
    const numbers = new Set([...one, ...other].flatMap((group) => numberOf.get(group) ?? []));
    return numbers.size < 2;
  };
  for (;;) {
    let best: { score: number; i: number; j: number } | null = null;
    for (let i = 0; i < clusters.length; i++) {
      for (let j = i + 1; j < clusters.length; j++) {
        const values = between(clusters[i]!, clusters[j]!);
        if (values.length === 0 || !mayMeet(clusters[i]!, clusters[j]!)) continue;
        const score = scoreOf(values);
        if (score > 1e-9 && (!best || score > best.score + 1e-9)) best = { score, i, j };
      }
    }
    if (!best) break;
    const { i, j } = best;
    clusters = clusters.flatMap((cluster, n) => (n === i ? [[...cluster, ...clusters[j]!]] : n === j ? [] : [cluster]));
  }
  return new Map(clusters.flatMap((cluster) => cluster.map((group) => [group, Math.min(...cluster)] as const)));
}
