// One case against all: normalised over all series plus "none of them".
import { expect, test } from "vitest";
import { compareWithAll, highest } from "../../../shared/link/findSimilar.ts";
import { prepareLink } from "../../../shared/link/prepareLink.ts";
import { scorePairs } from "../../../shared/link/scorePairs.ts";
import { findSharedPhrases } from "../../../shared/link/sharedPhrases.ts";
import { seededRandom } from "../../../shared/random.ts";
import { aLinkInput, anIdentifier, anOrdinaryCase, caseNumber } from "./caseBuilder.ts";

const random = seededRandom(21);
const cases = Array.from({ length: 80 }, (_, i) =>
  anOrdinaryCase(i, random, i < 5 ? { identifiers: [anIdentifier("account:mule"), anIdentifier("phone:boss")] } : {}),
);
const series = Object.fromEntries([1, 2, 3, 4].map((i) => [caseNumber(i), "S-1"]));
const verdicts = [{ a: caseNumber(1), b: caseNumber(2), verdict: "confirm" as const, reason: "same account" }];
const link = prepareLink(aLinkInput(cases, { series, verdicts }));
const similar = compareWithAll(link, caseNumber(0), { top: 100 });

test("the series of the same gang comes first, by the average to its confirmed members", () => {
  const confirmed = scorePairs(link, [
    [caseNumber(0), caseNumber(1)],
    [caseNumber(0), caseNumber(2)],
  ]);
  expect(similar.series[0]).toMatchObject({
    series: "S-1",
    cases: [caseNumber(1), caseNumber(2)],
    bits: (confirmed[0]!.bits + confirmed[1]!.bits) / 2,
  });
});

test("the posteriors of all series, all unlinked cases and none of them add up to one", () => {
  expect(similar.series.reduce((sum, { posterior }) => sum + posterior, similar.none)).toBeCloseTo(1, 9);
});

test("every other case is ranked once, best first", () => {
  const bits = similar.cases.map((each) => each.bits);
  expect(new Set(similar.cases.map((each) => each.case)).size).toBe(79);
  expect(bits).toEqual([...bits].sort((one, other) => other - one));
});

test("the highest of many are those that sorting all of them gives", () => {
  const values = Float64Array.from({ length: 500 }, () => Math.floor(random() * 50));
  values[7] = Number.NaN;
  const known = [...values.keys()].filter((index) => index !== 7);
  const slow = known.sort((one, other) => values[other]! - values[one]! || one - other);
  for (const top of [1, 20, 200, 300, 600]) expect(highest(values, top)).toEqual(slow.slice(0, top));
});

test("shared rare phrases are marked where they stand in both briefs", () => {
  const [one, other] = ["在群里看到点赞返现，先返三单小额", "兼职群说先返三单小额后大额"];
  const found = findSharedPhrases(null, one!, other!);
  expect(found.map(({ text }) => text)).toEqual(["先返三单小额"]);
  for (const { text, a, b } of found) expect([one!.slice(...a), other!.slice(...b)]).toEqual([text, text]);
});
