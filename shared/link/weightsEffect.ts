// What another prior and other counts do to the pairs as they stand: both scored over the same candidates.
import { forEachCandidate } from "./candidateEvidence.ts";
import { crossingBits, type MovedPair } from "./linkChanges.ts";
import type { WeightsEffect } from "./modelCalls.ts";
import type { PreparedLink } from "./prepared.ts";
import { totalOfCandidate } from "./scorePairs.ts";

const shownPairs = 12;
/** A pair that no list shows before or after is no change to anybody. */
const shownBits = 0;
const leastMove = 0.05;

function totalsOf(link: PreparedLink, candidates: Float64Array): Float64Array {
  const totals = new Float64Array(candidates.length);
  forEachCandidate(link, candidates, (a, b, evidence, i) => {
    totals[i] = totalOfCandidate(link, a, b, evidence);
  });
  return totals;
}

export function weightsEffect(before: PreparedLink, after: PreparedLink): WeightsEffect {
  const { candidates } = before;
  const was = totalsOf(before, candidates).slice();
  const now = totalsOf(after, candidates);
  const { records } = before.tables.table;
  const crossings = crossingBits.map((bits) => ({ bits, fell: 0, rose: 0 }));
  const moved: MovedPair[] = [];
  forEachCandidate(after, candidates, (a, b, _evidence, i) => {
    const [old, next] = [was[i]!, now[i]!];
    for (const crossing of crossings) {
      if (old >= crossing.bits && next < crossing.bits) crossing.fell += 1;
      if (old < crossing.bits && next >= crossing.bits) crossing.rose += 1;
    }
    if (Math.max(old, next) < shownBits || Math.abs(next - old) < leastMove) return;
    moved.push({ a: records[a]!.number, b: records[b]!.number, was: old, now: next });
  });
  const widest = (x: MovedPair, y: MovedPair) =>
    Math.abs(y.now! - y.was) - Math.abs(x.now! - x.was) || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1);
  return {
    priorBits: [before.model.priorBits, after.model.priorBits],
    expectedPairs: [before.model.expectedPairs, after.model.expectedPairs],
    crossings,
    pairs: moved.sort(widest).slice(0, shownPairs),
    compared: candidates.length,
    model: after.model,
  };
}
