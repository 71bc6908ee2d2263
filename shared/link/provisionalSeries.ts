// A quick guess at the series before the weights are learned: strong pairs joined while both sides agree, so that one pair cannot chain.
import { forEachCandidate } from "./candidateEvidence.ts";
import { evidenceBits } from "./damping.ts";
import { features } from "./features/index.ts";
import type { Scene } from "./prepared.ts";

/** Bits that a pair needs to suggest a series. */
const leastBits = 1;
/** Share of a sample of cross pairs that must be at even odds or better to join two groups. */
const leastAgreement = 0.5;
const sampledMembers = 5;

/** Case number → name of the series, for cases in one; starts from the series already known. */
export function provisionalSeries(
  scene: Scene,
  candidates: Float64Array,
  known: (number: string) => string | undefined,
): Map<string, string> {
  const { records } = scene.tables.table;
  const out = new Float64Array(features.length);
  const score = (a: number, b: number) => scene.weights.priorBits + evidenceBits(scene, a, b, out);
  const strong: { readonly a: number; readonly b: number; readonly bits: number }[] = [];
  forEachCandidate(scene, candidates, (a, b, evidence) => {
    const bits = scene.weights.priorBits + evidence;
    if (bits >= leastBits) strong.push({ a, b, bits });
  });
  strong.sort((one, other) => other.bits - one.bits || one.a - other.a || one.b - other.b);
  const groupOf = startGroups(records.map(({ number }) => known(number)));
  for (const { a, b } of strong) {
    const [one, other] = [groupOf[a]!, groupOf[b]!];
    if (one !== other && doAgree(one, other, score)) joinGroups(groupOf, one, other);
  }
  return new Map(
    groupOf.flatMap((group) => (group.length > 1 ? group.map((i) => [records[i]!.number, records[group[0]!]!.number] as const) : [])),
  );
}

function startGroups(series: readonly (string | undefined)[]): number[][] {
  const byName = new Map<string, number[]>();
  return series.map((name, i) => {
    const group = (name === undefined ? undefined : byName.get(name)) ?? [];
    group.push(i);
    if (name !== undefined) byName.set(name, group);
    return group;
  });
}

function doAgree(one: readonly number[], other: readonly number[], score: (a: number, b: number) => number): boolean {
  let agreeing = 0;
  let asked = 0;
  for (const a of one.slice(0, sampledMembers))
    for (const b of other.slice(0, sampledMembers)) {
      asked++;
      if (score(a, b) >= 0) agreeing++;
    }
  return agreeing >= leastAgreement * asked;
}

function joinGroups(groupOf: number[][], one: number[], other: number[]): void {
  const [large, small] = one.length >= other.length ? [one, other] : [other, one];
  for (const i of small) {
    large.push(i);
    groupOf[i] = large;
  }
}
