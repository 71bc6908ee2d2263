// Figures of a ranking against counting pairs one by one.
import { expect, it } from "vitest";
import { areaUnderCurve, averagePrecision, calibrate, type Judged, precisionAt, shareBounds } from "../../../shared/link/rankQuality.ts";
import { seededRandom } from "../../../shared/random.ts";

const judge = (bits: number, isLinked: boolean): Judged => ({ bits, posterior: 1 / (1 + 2 ** -bits), isLinked });

function draw(seed: number): Judged[] {
  const random = seededRandom(seed);
  const judged = Array.from({ length: 30 }, () => judge(Math.floor(random() * 12) - 6, random() < 0.3));
  return [...judged, judge(3, true), judge(-3, false)];
}

it("the area under the curve is the share of pairs of pairs in the right order", () => {
  for (let seed = 1; seed <= 50; seed++) {
    const judged = draw(seed);
    let [right, all] = [0, 0];
    for (const one of judged)
      for (const other of judged)
        if (one.isLinked && !other.isLinked) {
          all += 1;
          right += one.bits > other.bits ? 1 : one.bits === other.bits ? 0.5 : 0;
        }
    expect(areaUnderCurve(judged), `draw ${seed}`).toBeCloseTo(right / all, 12);
  }
});

it("average precision and precision among the first are those counted by hand", () => {
  const judged = [judge(5, true), judge(4, false), judge(3, true), judge(3, false), judge(1, true)];
  expect(averagePrecision(judged)).toBeCloseTo((1 + 2 / 4 + 3 / 5) / 3, 12);
  expect(precisionAt(judged, 2)).toBe(0.5);
  expect(precisionAt(judged, 3)).toBeCloseTo((1 + 0 + 0.5) / 3, 12);
});

it("calibration compares what was said with what is", () => {
  const judged = [0.85, 0.85, 0.81, 0.88].map((posterior, i): Judged => ({ bits: 0, posterior, isLinked: i > 0 }));
  const [low, high] = shareBounds(3, 4);
  expect(calibrate(judged)).toEqual([{ from: 0.8, to: 0.9, pairs: 4, expected: expect.closeTo(0.8475, 9), actual: 0.75, low, high }]);
});

it("bounds of a share solve Wilson's equation and stay within 0 and 1", () => {
  for (const [hits, count] of [
    [0, 5],
    [3, 4],
    [40, 100],
    [7, 7],
  ] as const)
    for (const bound of shareBounds(hits, count)) {
      expect(bound).toBeGreaterThanOrEqual(0);
      expect(bound).toBeLessThanOrEqual(1);
      const distance = (hits / count - bound) ** 2;
      expect(distance, `${hits} of ${count}`).toBeCloseTo((1.96 ** 2 * bound * (1 - bound)) / count, 9);
    }
});
