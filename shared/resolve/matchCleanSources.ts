// Two sources without duplicates of their own: a record has one partner at most, so pairs are taken best first, each record once.

import type { ScoredPair } from "./clusterGroups.ts";
import type { Clustering } from "./clusterRecords.ts";
import type { Constraints } from "./constraints.ts";
import type { Learned } from "./learnIdentities.ts";
import type { ResolveRecord } from "./personRecord.ts";

const fewestMatches = 100;
const mostInside = 0.002;

/** Matches between the two sources stand against nearly none inside either. */
export function areCleanSources(records: readonly ResolveRecord[], { compared: { pairs }, bits }: Learned, groupOf: Int32Array): boolean {
  if (new Set(records.map(({ source }) => source)).size !== 2 || groupOf.some((group, i) => group !== i)) return false;
  let [inside, across] = [0, 0];
  bits.forEach((value, i) => {
    if (value <= 0) return;
    if (records[pairs.left[i]!]!.source === records[pairs.right[i]!]!.source) inside++;
    else across++;
  });
  return across >= fewestMatches && inside <= mostInside * across;
}

export function matchCleanSources(
  records: readonly ResolveRecord[],
  { compared: { pairs }, bits, estimate }: Learned,
  { numberOf }: Constraints,
): Clustering {
  const across: ScoredPair[] = [];
  bits.forEach((value, i) => {
    const [a, b] = [pairs.left[i]!, pairs.right[i]!];
    if (value > -4 && records[a]!.source !== records[b]!.source) across.push({ a, b, bits: value });
  });
  across.sort((x, y) => y.bits - x.bits || x.a - y.a || x.b - y.b);
  const identityOf = Int32Array.from(records, (_, i) => i);
  const taken = new Uint8Array(records.length);
  for (const { a, b, bits: value } of across) {
    const [left, right] = [numberOf.get(a), numberOf.get(b)];
    const contradicts = left !== undefined && right !== undefined && left !== right;
    if (value <= estimate.thresholdBits || taken[a] || taken[b] || contradicts) continue;
    taken[a] = taken[b] = 1;
    identityOf[Math.max(a, b)] = Math.min(a, b);
  }
  return { identityOf, pairs: across };
}
