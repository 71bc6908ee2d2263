// Judgements of two units against each other: new, same, contradicting, and those that cannot hold together with what was judged of others.
import { expect, it } from "vitest";
import { compareJudgements } from "../../../electron/engine/review/exchange/compareJudgements.ts";
import { type Judgement, judgementKey } from "../../../electron/engine/review/exchange/judgements.ts";
import type { BundleDecision } from "../../../shared/review/exchange/format.ts";

const judge = (a: string, b: string, verdict: "confirm" | "reject"): BundleDecision => ({
  subject: "pair",
  a,
  b,
  verdict,
  reason: "研判",
  unit: "邻市",
  at: 1,
});
const ours = (...told: readonly BundleDecision[]): ReadonlyMap<string, Judgement> => new Map(told.map((one) => [judgementKey(one), one]));

const shown = (theirs: readonly BundleDecision[], own: ReadonlyMap<string, Judgement>) => {
  const name = ({ a, b, verdict }: BundleDecision) => `${a}${b} ${verdict}`;
  const { fresh, same, conflicts } = compareJudgements(theirs, own);
  return { fresh: fresh.map(name), same: same.map(name), conflicts: conflicts.map((one) => `${one.conflict} ${name(one.theirs)}`) };
};

it("tells new from same from contradicting, whichever end is named first", () => {
  const own = ours(judge("A", "B", "confirm"), judge("C", "D", "reject"));
  expect(shown([judge("B", "A", "confirm"), judge("C", "D", "confirm"), judge("E", "F", "reject")], own)).toEqual({
    fresh: ["EF reject"],
    same: ["BA confirm"],
    conflicts: ["decision CD confirm"],
  });
});

it("finds a confirmation that would join what we keep apart over a third case", () => {
  const own = ours(judge("A", "B", "confirm"), judge("A", "C", "reject"));
  expect(shown([judge("B", "C", "confirm"), judge("C", "D", "confirm")], own)).toEqual({
    fresh: ["CD confirm"],
    same: [],
    conflicts: ["cannot-link BC confirm"],
  });
});

it("finds a rejection of what our confirmations put together", () => {
  const own = ours(judge("A", "B", "confirm"), judge("B", "C", "confirm"));
  expect(shown([judge("A", "C", "reject")], own)).toEqual({ fresh: [], same: [], conflicts: ["cannot-link AC reject"] });
});

it("says nothing of what already contradicts itself on one side alone", () => {
  const both = [judge("A", "B", "confirm"), judge("B", "C", "confirm"), judge("A", "C", "reject")];
  expect(shown(both, ours()).conflicts).toEqual([]);
  expect(shown([], ours(...both)).conflicts).toEqual([]);
});
