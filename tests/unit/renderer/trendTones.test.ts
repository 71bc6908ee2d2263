// A count below the band is no alarm; the chosen range is told apart from what it is compared with.
import { expect, test } from "vitest";
import { chosenPoints, markOf, toneOf } from "../../../renderer/views/review/statistics/trendLook.ts";
import type { TrendPoint } from "../../../shared/review/statistics/trend.ts";

const aPoint = (from: string, to: string, count: number): TrendPoint => ({
  from,
  to,
  count,
  amount: null,
  expected: 10,
  low: 5,
  high: 16,
  isOut: count < 5 || count > 16,
  isPartial: false,
});

test("above alarms, below does not", () => {
  expect([3, 10, 20].map((count) => toneOf(aPoint("2026-11-02", "2026-11-08", count)))).toEqual([
    "cw-trend-low",
    "cw-trend-bar",
    "cw-trend-out",
  ]);
  expect([3, 10, 20].map((count) => markOf(aPoint("2026-11-02", "2026-11-08", count)))).toEqual(["▼", "", "▲"]);
});

test("the points that the range touches", () => {
  const points = [aPoint("2026-10-26", "2026-11-01", 9), aPoint("2026-11-02", "2026-11-08", 9), aPoint("2026-11-09", "2026-11-15", 9)];
  expect(chosenPoints(points, "2026-11-02", "2026-11-30")).toEqual([1, 3]);
  expect(chosenPoints(points, "2026-11-01", "2026-11-08")).toEqual([0, 2]);
  expect(chosenPoints(points, "2027-01-01", "2027-01-31")).toEqual([0, 0]);
});
