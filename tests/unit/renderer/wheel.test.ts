import { expect, it } from "vitest";
import { layOutWheel, stepOf, tickAt } from "../../../renderer/views/trace/calls/wheel.ts";

const empty = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));

it("has a cell for every hour of the week, each with its count", () => {
  const hours = empty.map((row, weekday) => row.map((_, hour) => weekday * 24 + hour));
  const cells = layOutWheel(hours, "linear");
  expect(cells).toHaveLength(168);
  for (const { weekday, hour, count } of cells) expect(count).toBe(weekday * 24 + hour);
  expect(new Set(cells.map(({ path }) => path)).size).toBe(168);
});

it("steps from nothing to the most, and shows rare hours by logarithm", () => {
  expect([0, 1, 50, 100].map((count) => stepOf(count, 100, "linear"))).toEqual([0, 1, 3, 5]);
  expect(stepOf(3, 100, "linear")).toBe(1);
  expect(stepOf(3, 100, "log")).toBe(2);
  expect(stepOf(0, 0, "linear")).toBe(0);
  expect(new Set(layOutWheel(empty, "log").map(({ step }) => step))).toEqual(new Set([0]));
});

it("has midnight on top and goes clockwise", () => {
  expect(tickAt(0).y).toBeLessThan(-200);
  expect(tickAt(6).x).toBeGreaterThan(200);
  expect(Math.abs(tickAt(12).x)).toBeLessThan(1e-6);
});
