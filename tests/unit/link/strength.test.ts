// One scale of words: a total below zero is never a weak link, and evidence against is weighed by the steps of evidence for.
import { expect, it } from "vitest";
import { strengthOf, weightOf } from "../../../shared/link/strength.ts";

it("names totals by factors of ten, says nothing about even odds, and does not call what speaks against weak", () => {
  expect([12, 9.96, 7, 6.6, 4, 3.3, 1, 0.99, 0, -0.99, -1, -3.7, -5.4].map(strengthOf)).toEqual([
    "veryStrong",
    "strong",
    "strong",
    "medium",
    "medium",
    "weak",
    "weak",
    "none",
    "none",
    "none",
    "against",
    "against",
    "against",
  ]);
});

it("weighs a single item against by the same steps", () => {
  expect([-0.5, -1.2, -4, -7].map(weightOf)).toEqual(["none", "weak", "medium", "strong"]);
});
