// A series that grew and then fell silent in one period says so in one breath.
import { expect, it } from "vitest";
import { seriesChanges } from "../../../shared/review/brief/seriesChanges.ts";

const days = new Map([0, 2, 4, 6, 32].map((day, i) => [`A${i}`, day]));
const whole = { series: "S-1", title: "", cases: ["A0", "A1", "A2", "A3", "A4"] };

it("counts the cases of the period itself", () => {
  const changes = seriesChanges(null, [whole], { from: 30, to: 60 }, days);
  expect(changes.grown.map(({ joined }) => joined)).toEqual([["A4"]]);
  expect(changes.silent).toEqual([{ series: "S-1", title: "", count: 5, joined: 1, last: "A4", silentDays: 28, gapDays: 2 }]);
});

it("counts none where the period brought none", () => {
  const before = { ...whole, cases: ["A0", "A1", "A2", "A3"] };
  expect(seriesChanges(null, [before], { from: 10, to: 30 }, days).silent.map(({ joined }) => joined)).toEqual([0]);
});
