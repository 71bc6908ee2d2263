// m by expectation and maximisation over the kept candidates; u of lag and amount from all candidates less the matches among them, that of the others
// from a sample. A row's partner is one of its candidates or none: the share of rows without one is learned with the rest.
import { type FeatureId, featureIds, features, levelOf, steps, windowCodes } from "./features.ts";
import { type KeptPairs, type Rarity, ratioOf, weighingOf } from "./keptPairs.ts";
import type { LevelWeights, PaymentModel } from "./weights.ts";

/** Of all candidates by lag and amount, and of a sample by everything else. */
export interface CandidateCounts {
  readonly all: number;
  readonly span: Float64Array;
  readonly code: Float64Array;
  /** Candidates in the sample as a share of all. */
  readonly sampled: number;
}

export interface Learned {
  readonly model: PaymentModel;
  /** Expected pairs. */
  readonly matches: number;
  /** Weighted counts of matches behind m, by feature and level. */
  readonly matched: Readonly<Record<FeatureId, readonly number[]>>;
}

const priorMatches = 10;
const priorCandidates = 20;
const leastAlone = 0.02;
const mostRounds = 25;
const settled = 0.002;

const levelsOf = (id: FeatureId, span: Float64Array, code: Float64Array): number[] => {
  const found = new Array<number>(features[id].levels).fill(0);
  const isWindow = id === "lag" || id === "amount";
  const counts = isWindow ? span : code;
  counts.forEach((count, at) => {
    if (count === 0) return;
    const level = levelOf(isWindow ? at : 0, isWindow ? 0 : at, id);
    if (level >= 0) found[level]! += count;
  });
  return found;
};

const smooth = (counts: readonly number[], base: readonly number[], weight: number): number[] => {
  const sum = counts.reduce((all, one) => all + one, 0) + weight;
  return counts.map((count, level) => (count + weight * base[level]!) / sum);
};

/** A bank seldom names a wrong account: where few rows have a partner, money that is passed on would teach that it always does. */
const mostMisnamed = 0.02;

function capLast(id: FeatureId, m: number[]): number[] {
  const last = m.at(-1)!;
  if ((id !== "payee" && id !== "payer") || last <= mostMisnamed) return m;
  return m.map((one, level) => (level === m.length - 1 ? mostMisnamed : (one * (1 - mostMisnamed)) / (1 - last)));
}

/** Weight of "none of them" for a row, when `matches` of `rows` have a partner among `all` candidates. */
export function aloneWeight(all: number, rows: number, matches: number): number {
  const paired = Math.min(1 - leastAlone, Math.max(leastAlone, matches / rows));
  return ((1 - paired) / paired) * (all / rows);
}

interface Expected {
  readonly span: Float64Array;
  readonly code: Float64Array;
  readonly matches: number;
}

/** Posterior of a candidate: the geometric mean of its share within its paid and within its received row. */
function expect(
  pairs: KeptPairs,
  rarity: Rarity,
  rows: { readonly paid: number; readonly received: number },
  learned: Learned,
  all: number,
): Expected {
  const weighing = weighingOf(learned.model, rarity);
  const { starts, received, span, code } = pairs;
  const sums = { paid: new Float64Array(rows.paid), received: new Float64Array(rows.received) };
  sums.paid.fill(aloneWeight(all, rows.paid, learned.matches));
  sums.received.fill(aloneWeight(all, rows.received, learned.matches));
  for (let i = 0; i < rows.paid; i++)
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const ratio = ratioOf(weighing, i, span[at]!, code[at]!);
      sums.paid[i]! += ratio;
      sums.received[received[at]!]! += ratio;
    }
  const found = { span: new Float64Array(windowCodes), code: new Float64Array(steps.all), matches: 0 };
  for (let i = 0; i < rows.paid; i++)
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const posterior = ratioOf(weighing, i, span[at]!, code[at]!) / Math.sqrt(sums.paid[i]! * sums.received[received[at]!]!);
      found.span[span[at]!]! += posterior;
      found.code[code[at]!]! += posterior;
      found.matches += posterior;
    }
  return found;
}

function maximise(expected: Expected, counts: CandidateCounts, ids: readonly FeatureId[], before: Learned): Learned {
  const matched = { ...before.matched } as Record<FeatureId, readonly number[]>;
  const model = { ...before.model } as Record<FeatureId, LevelWeights>;
  for (const id of ids) {
    const { startM, baseU } = features[id];
    const found = levelsOf(id, expected.span, expected.code);
    const share = id === "lag" || id === "amount" ? 1 : counts.sampled;
    const seen = levelsOf(id, counts.span, counts.code).map((count, level) => Math.max(count - share * found[level]!, 0.1 * count));
    matched[id] = found;
    model[id] = { m: capLast(id, smooth(found, startM, priorMatches)), u: smooth(seen, baseU, priorCandidates) };
  }
  return { model, matched, matches: expected.matches };
}

/** Rounds until nothing moves any more. `ids`: the features that are compared by now; the others keep what they have. */
export function learnModel(
  pairs: KeptPairs,
  rarity: Rarity,
  rows: { readonly paid: number; readonly received: number },
  counts: CandidateCounts,
  ids: readonly FeatureId[],
  start: Learned,
): Learned {
  let learned = start;
  for (let round = 0; round < mostRounds; round++) {
    const next = maximise(expect(pairs, rarity, rows, learned, counts.all), counts, ids, learned);
    const moved = Math.max(
      Math.abs(next.matches - learned.matches) / Math.max(1, next.matches),
      ...ids.flatMap((id) => next.model[id].m.map((one, level) => Math.abs(one - learned.model[id].m[level]!))),
    );
    learned = next;
    if (moved < settled) break;
  }
  return learned;
}

export const unlearned = (model: PaymentModel, matches: number): Learned => ({
  model,
  matches,
  matched: Object.fromEntries(
    featureIds.map((id) => [id, new Array<number>(features[id].levels).fill(0)]),
  ) as unknown as Learned["matched"],
});
