// The cut with the best expected F1, against trying every cut by hand.
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../shared/random.ts";
import { estimateErrors } from "../../../shared/resolve/threshold.ts";

const posterior = (bits: number) => 1 / (1 + 2 ** -bits);

/** Expected precision, recall and F1 of one cut, from the definition. */
function tryCut(bits: readonly number[], cut: number) {
  const taken = bits.filter((value) => value >= cut);
  const right = taken.reduce((sum, value) => sum + posterior(value), 0);
  const matches = bits.reduce((sum, value) => sum + posterior(value), 0);
  return { precision: right / taken.length, recall: right / matches, f1: (2 * right) / (taken.length + matches) };
}

describe("estimateErrors", () => {
  const random = seededRandom(5);
  const bits = Array.from({ length: 4000 }, () => (random() < 0.3 ? 2 + 6 * random() : -9 + 10 * random()));

  it("finds the cut of the best expected F1, and its expected precision and recall", () => {
    const { thresholdBits, precision, recallHigh } = estimateErrors(Float64Array.from(bits), 1);
    const best = Array.from({ length: 25 }, (_, i) => -3 + i / 4).reduce((x, y) => (tryCut(bits, y).f1 > tryCut(bits, x).f1 ? y : x));
    expect(Math.abs(thresholdBits - best)).toBeLessThanOrEqual(0.25);
    expect(precision).toBeCloseTo(tryCut(bits, thresholdBits).precision, 2);
    expect(recallHigh).toBeCloseTo(tryCut(bits, thresholdBits).recall, 2);
  });

  it("lies where the posterior is half of that F1", () => {
    const { thresholdBits } = estimateErrors(Float64Array.from(bits), 1);
    expect(posterior(thresholdBits)).toBeCloseTo(tryCut(bits, thresholdBits).f1 / 2, 1);
  });

  it("brackets recall by what blocking may have missed", () => {
    const { recallLow, recallHigh } = estimateErrors(Float64Array.from(bits), 0.8);
    expect(recallLow).toBeCloseTo(0.8 * recallHigh, 12);
  });

  it("says nothing was missed where nothing was compared", () => {
    expect(estimateErrors(new Float64Array(0), 0)).toEqual({ thresholdBits: 0, precision: 1, recallLow: 0, recallHigh: 1, matches: 0 });
  });
});
