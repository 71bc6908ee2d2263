// What is learned is what was planted.
import { describe, expect, test } from "vitest";
import { assumedShares, poolFalling, weighLevels } from "../../../shared/link/learn/levelWeights.ts";
import { fitLogistic, solveLinear } from "../../../shared/link/learn/logistic.ts";
import { oddsBits, priorForSum, sumPosteriors } from "../../../shared/link/learn/prior.ts";
import { prepareLink } from "../../../shared/link/prepareLink.ts";
import { scorePairs } from "../../../shared/link/scorePairs.ts";
import { seededRandom } from "../../../shared/random.ts";
import { aLinkInput, anIdentifier, anOrdinaryCase } from "./caseBuilder.ts";

/** Series of four with an account each; their phone is shared in half of the cases. */
function plantedCases(series: number, singles: number, shareOfPhones: number) {
  const random = seededRandom(11);
  const members = Array.from({ length: series * 4 }, (_, i) => {
    const gang = Math.floor(i / 4);
    const phone = random() < shareOfPhones ? `phone:gang-${gang}` : `phone:own-${i}`;
    return anOrdinaryCase(i, random, {
      type: `type ${gang % 4}`,
      identifiers: [anIdentifier(`account:gang-${gang}`), anIdentifier(phone)],
    });
  });
  return [...members, ...Array.from({ length: singles }, (_, i) => anOrdinaryCase(1000 + i, random))];
}

describe("expectation–maximisation", () => {
  test("recovers the planted share of linked pairs that share a phone and a type", () => {
    const { model } = prepareLink(aLinkInput(plantedCases(60, 300, 0.7)));
    const m = (feature: string, level: string) => model.levels.find((each) => each.feature === feature && each.level === level)!.m;
    expect(model.learnedFrom).toBe("em");
    expect(Math.abs(m("sharedPhone", "shared") - 0.49)).toBeLessThan(0.12);
    expect(m("caseType", "same")).toBeGreaterThan(0.85);
  });

  test("finds about as many linked pairs as were planted", () => {
    const { model } = prepareLink(aLinkInput(plantedCases(60, 300, 0.7)));
    expect(model.expectedPairs).toBeGreaterThan(0.6 * 360);
    expect(model.expectedPairs).toBeLessThan(1.3 * 360);
  });
});

describe("labels", () => {
  test("cases that share a suspect teach the weights, and more of them move the weights further", () => {
    const teach = (solved: number) => {
      const cases = plantedCases(60, 300, 0.7).map((each, i) =>
        i < solved ? { ...each, suspects: [`person:${Math.floor(i / 4)}`] } : each,
      );
      return prepareLink(aLinkInput(cases)).model;
    };
    expect(teach(120)).toMatchObject({ learnedFrom: "labels+em" });
    expect(teach(120).levels.find(({ feature, level }) => feature === "sharedAccount" && level === "shared")!.m).toBeGreaterThan(0.9);
  });

  test("rejected pairs count as unlinked", () => {
    const cases = plantedCases(5, 60, 0.5);
    const verdicts = [{ a: cases[0]!.number, b: cases[30]!.number, verdict: "reject" as const, reason: "alibi" }];
    expect(prepareLink(aLinkInput(cases, { verdicts })).model).toMatchObject({ judgedPairs: 1, labelledPairs: 1 });
  });
});

describe("series of an earlier run", () => {
  test("move no weight and no bits: the same data says the same however often it is run", () => {
    const cases = plantedCases(30, 150, 0.7);
    const found = Object.fromEntries(cases.slice(0, 120).map(({ number }, i) => [number, `S-${Math.floor(i / 8)}`]));
    const [first, again] = [prepareLink(aLinkInput(cases)), prepareLink(aLinkInput(cases, { series: found }))];
    expect(again.model).toEqual(first.model);
    expect(again.units).toEqual(first.units);
    const pairs = cases.slice(1, 60).map(({ number }, i) => [cases[i]!.number, number] as const);
    expect(scorePairs(again, pairs)).toEqual(scorePairs(first, pairs));
  });

  test("but cases that people confirmed count once", () => {
    const cases = plantedCases(30, 150, 0.7);
    const strangers = [cases[0]!, cases[40]!, cases[80]!].map(({ number }) => number);
    const verdicts = [[0, 1] as const, [1, 2] as const].map(([a, b]) => ({
      ...{ a: strangers[a]!, b: strangers[b]!, verdict: "confirm" as const, reason: "同一伙" },
    }));
    const { units, tables } = prepareLink(aLinkInput(cases, { verdicts }));
    const unitOf = strangers.map((number) => units.unitOf[tables.table.indexOf.get(number)!]);
    expect(new Set(unitOf).size).toBe(1);
  });
});

describe("levels", () => {
  test("weigh nothing when everybody reaches them", () => {
    expect(
      weighLevels(Float64Array.of(0, 80), Float64Array.of(0, 100_000), {
        contexts: 1,
        levelCount: 2,
        defaultBits: [-3, 1.5],
        isMonotone: true,
      }).bits[1],
    ).toBeCloseTo(0, 3);
  });

  test("average out to even odds before anything is learned", () => {
    const u = Float64Array.of(0.7, 0.2, 0.1);
    expect(assumedShares(u, [-1, 1, 3]).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  test("never fall with similarity: neighbours are pooled as the slow twin does", () => {
    const random = seededRandom(4);
    for (let turn = 0; turn < 200; turn++) {
      const m = Float64Array.from({ length: 6 }, () => random() + 0.01);
      const u = Float64Array.from({ length: 6 }, () => random() + 0.01);
      const bits = poolFalling(m, u);
      // Max–min formula of isotonic regression (Barlow 1972).
      const sum = (values: Float64Array, from: number, to: number) => values.slice(from, to + 1).reduce((total, value) => total + value, 0);
      const slow = [...m].map((_, i) =>
        Math.max(
          ...[...m.keys()]
            .slice(0, i + 1)
            .map((from) => Math.min(...[...m.keys()].slice(i).map((to) => sum(m, from, to) / sum(u, from, to)))),
        ),
      );
      expect([...bits].every((each, i) => Math.abs(each - Math.log2(slow[i]!)) < 1e-9)).toBe(true);
    }
  });
});

describe("the numbers underneath", () => {
  test("a linear system is solved", () => {
    const solution = solveLinear(
      [
        [2, 1, 0],
        [1, 3, 1],
        [0, 1, 4],
      ],
      [5, 10, 13],
    );
    expect(
      [2 * solution[0]! + solution[1]!, solution[0]! + 3 * solution[1]! + solution[2]!, solution[1]! + 4 * solution[2]!].map(
        (value) => Math.round(value * 1e9) / 1e9,
      ),
    ).toEqual([5, 10, 13]);
  });

  test("logistic regression recovers planted weights, and a strong ridge keeps the prior mean", () => {
    const random = seededRandom(8);
    const size = 20_000;
    const x = Float64Array.from({ length: size }, () => random() * 4 - 12);
    const labels = Uint8Array.from(x, (value) => (random() < 1 / (1 + Math.exp(-(8 + value))) ? 1 : 0));
    const rows = { columns: [x], labels, weights: new Float64Array(size).fill(1), offsets: new Float64Array(size) };
    const free = fitLogistic(rows, [0.3], 1e-6);
    expect(free.weights[0]).toBeCloseTo(1, 1);
    expect(free.intercept).toBeCloseTo(8, 0);
    expect(fitLogistic(rows, [0.3], 1e9).weights[0]).toBeCloseTo(0.3, 3);
  });

  test("solved series do not make the rest look linked", () => {
    const cases = plantedCases(30, 300, 0.7).map((one, i) =>
      i < 60 ? { ...one, suspects: [`person:${Math.floor(i / 4)}`] } : i < 130 ? { ...one, suspects: [`person:single-${i}`] } : one,
    );
    const { model } = prepareLink(aLinkInput(cases));
    const planted = 30 * 6;
    expect(model.learnedFrom).toBe("labels+em");
    expect(model.expectedPairs).toBeGreaterThan(0.85 * planted);
    expect(model.expectedPairs).toBeLessThan(1.15 * planted);
  });

  test("the prior is found at which the posteriors add up", () => {
    const random = seededRandom(2);
    const evidence = { bits: Float64Array.from({ length: 500 }, () => random() * 20 - 10), weightOf: () => 1 };
    expect(sumPosteriors(evidence, priorForSum(evidence, 42))).toBeCloseTo(42, 6);
    expect(oddsBits(1, 3)).toBe(-1);
  });
});
