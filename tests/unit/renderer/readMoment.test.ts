// Days as people type them.
import { expect, it } from "vitest";
import { readMoment } from "../../../renderer/parts/readMoment.ts";

it.each([
  ["2026-11-22", "2026-11-22"],
  [" 2026/1/2 ", "2026-01-02"],
  ["2026.11.02", "2026-11-02"],
  ["２０２６年１１月２日", "2026-11-02"],
  ["20261122", "2026-11-22"],
  ["2024-02-29", "2024-02-29"],
  ["2026-02-29", null],
  ["2026-13-01", null],
  ["2026-11", null],
  ["202611", null],
  ["2026-11-22 09:30", null],
  ["昨天", null],
  ["", null],
])("reads the day %j as %j", (text, day) => {
  expect(readMoment(text, false)).toBe(day);
});

it.each([
  ["2026-11-22 9:05", "2026-11-22T09:05"],
  ["2026-11-22T23:59", "2026-11-22T23:59"],
  ["2026年11月22日9时5分", "2026-11-22T09:05"],
  ["20261122 0930", "2026-11-22T09:30"],
  ["2026-11-22", "2026-11-22T00:00"],
  ["2026-11-22 24:00", null],
  ["2026-11-22 12:60", null],
])("reads the moment %j as %j", (text, moment) => {
  expect(readMoment(text, true)).toBe(moment);
});
