// A series falls silent by its own rhythm: three times its usual gap, two weeks at least, three cases at least.
import { expect, it } from "vitest";
import { silenceOf } from "../../../shared/group/silence.ts";

it("waits three usual gaps and two weeks", () => {
  const weekly = [0, 7, 14, 21];
  expect(silenceOf(weekly, 42)).toBeNull();
  expect(silenceOf(weekly, 43)).toEqual({ gapDays: 7, silentDays: 22 });
  const daily = [0, 1, 2];
  expect(silenceOf(daily, 15)).toBeNull();
  expect(silenceOf(daily, 16)).toEqual({ gapDays: 1, silentDays: 14 });
  // A month without a case is nothing to a series that strikes every forty days.
  expect(silenceOf([0, 40, 80], 115)).toBeNull();
});

it("knows no rhythm of two cases", () => {
  expect(silenceOf([0, 1], 400)).toBeNull();
});
