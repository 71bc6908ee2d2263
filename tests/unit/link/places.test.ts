// Distances, windows and circles against slow twins.
import { expect, test } from "vitest";
import { buildCaseTable, circularGapOf, distanceOf, gapDaysOf } from "../../../shared/link/prepare/caseTable.ts";
import { seededRandom } from "../../../shared/random.ts";
import { aCase, dayMs } from "./caseBuilder.ts";

const points = (from: number, until: number) => Array.from({ length: 7 }, (_, k) => from + ((until - from) * (k + 0.5)) / 7);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test("the gap of two time windows is the mean over 49 combinations, also when their ends are exchanged", () => {
  const random = seededRandom(7);
  for (let turn = 0; turn < 200; turn++) {
    const [a, b] = [0, 1].map(() => [random() * 5, random() * 5].map((day) => day * dayMs));
    const table = buildCaseTable([aCase("A", { from: a![0]!, until: a![1]! }), aCase("B", { from: b![0]!, until: b![1]! })]);
    const ends = [a!, b!].map((window) => [...window].sort((one, other) => one - other).map((ms) => ms / dayMs));
    const slow = mean(
      points(ends[0]![0]!, ends[0]![1]!).flatMap((one) => points(ends[1]![0]!, ends[1]![1]!).map((other) => Math.abs(one - other))),
    );
    expect(gapDaysOf(table, 0, 1)).toBeCloseTo(slow, 9);
  }
});

test("hours lie on a circle, in local time", () => {
  const at = (hours: number) => ({ from: hours * 3_600_000, until: hours * 3_600_000, hasClock: true });
  const table = buildCaseTable([aCase("A", at(23)), aCase("B", at(24 * 40 + 1)), aCase("C", { ...at(22), utcOffset: 60 })]);
  expect(24 * circularGapOf(table, 0, 1, 1)).toBeCloseTo(2, 9);
  expect(24 * circularGapOf(table, 0, 2, 1)).toBeCloseTo(0, 9);
});

test("degrees become kilometres, plane units stay, and the two are never mixed", () => {
  const table = buildCaseTable([
    aCase("A", { x: 120, y: 30, planar: false }),
    aCase("B", { x: 121, y: 30, planar: false }),
    aCase("C", { x: 3, y: 0 }),
    aCase("D", { x: 0, y: 4 }),
  ]);
  expect(distanceOf(table, 0, 1)).toBeCloseTo(96.4, 0);
  expect(distanceOf(table, 2, 3)).toBe(5);
  expect(distanceOf(table, 0, 2)).toBeNaN();
});
