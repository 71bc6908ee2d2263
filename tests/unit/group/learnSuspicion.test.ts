// Who is suspicious is learned from those who are known; chance is not taken for knowledge, and what is missing weighs nothing.
import { describe, expect, it } from "vitest";
import { buildCsr } from "../../../shared/graph/csr.ts";
import { binCount, binMeasures, fitAdditive, readSteps, scoreAdditive } from "../../../shared/group/suspicion/additiveModel.ts";
import { canLearn, dropUnmeasured, learnSuspicion } from "../../../shared/group/suspicion/learnSuspicion.ts";

/** Numerical Recipes' generator: the same draws on every run. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function aucOf(score: Float64Array, truth: ArrayLike<number>, of: readonly number[]): number {
  let [wins, pairs] = [0, 0];
  for (const a of of)
    for (const b of of) {
      if (truth[a] !== 1 || truth[b] !== 0) continue;
      pairs += 1;
      wins += score[a]! > score[b]! ? 1 : score[a] === score[b] ? 0.5 : 0;
    }
  return wins / pairs;
}

const count = 600;
const draw = draws(7);
const truth = Int8Array.from({ length: count }, () => (draw() < 0.3 ? 1 : 0));
const telling = Float64Array.from(truth, (t) => t + draw() * 1.5);
const chance = Float64Array.from({ length: count }, () => draw());
const known = truth.map((t, i) => (i % 2 === 0 ? t : -1));
const unknown = [...truth.keys()].filter((i) => i % 2 === 1);
const alone = buildCsr(count, { from: [], to: [] }, false);
const measures = [
  { name: "telling", values: telling },
  { name: "chance", values: chance },
];

describe("learned suspicion", () => {
  it("ranks those who are not known, and says by which measure", () => {
    const { score, parts } = learnSuspicion(measures, known, alone);
    expect(aucOf(score, truth, unknown)).toBeGreaterThan(0.85);
    const weightOf = (part: number) => parts[part]!.values.reduce((sum, bits) => sum + Math.abs(bits), 0);
    expect(weightOf(0)).toBeGreaterThan(5 * weightOf(1));
  });

  it("scores the known by a model that did not see them: labels by chance stay chance", () => {
    const random = Int8Array.from({ length: count }, () => (draw() < 0.5 ? 1 : 0));
    const { score } = learnSuspicion([{ name: "chance", values: chance }], random, alone);
    expect(Math.abs(aucOf(score, random, [...random.keys()]) - 0.5)).toBeLessThan(0.08);
  });

  it("takes who deals with suspicious ones for more suspicious", () => {
    const pairs = unknown.map((i) => [i, [...truth.keys()].find((j) => j % 2 === 0 && j > i && truth[j] === truth[i]) ?? i] as const);
    const linked = buildCsr(count, { from: pairs.map(([a]) => a), to: pairs.map(([, b]) => b) }, false);
    const faint = [{ name: "faint", values: telling.map((value) => value + 2 * draw()) }];
    expect(aucOf(learnSuspicion(faint, known, linked).score, truth, unknown)).toBeGreaterThan(
      aucOf(learnSuspicion(faint, known, alone).score, truth, unknown),
    );
  });

  it("learns nothing from few, and nothing of whom nothing is measured", () => {
    expect(canLearn(known)).toBe(true);
    expect(canLearn(known.map((k, i) => (i < 40 ? k : -1)))).toBe(false);
    const half = [{ name: "half", values: telling.map((value, i) => (i % 4 === 0 ? value : Number.NaN)) }];
    expect([...dropUnmeasured(half, known)].filter((k) => k >= 0)).toHaveLength(count / 4);
  });
});

describe("the additive model", () => {
  it("is the sum of its steps, and the missing weigh 0", () => {
    const gappy = telling.map((value, i) => (i % 5 === 0 ? Number.NaN : value));
    const binned = binMeasures([gappy, chance], count);
    const sample = new Uint32Array(count).map((_, i) => i);
    const model = fitAdditive(binned, truth, sample, 50);
    const score = scoreAdditive(model, binned);
    const steps = readSteps(model, 2);
    expect(steps[0]![binCount]).toBe(0);
    for (const i of [0, 1, 99]) {
      const sum = model.intercept + steps[0]![binned.bins[0]![i]!]! + steps[1]![binned.bins[1]![i]!]!;
      expect(score[i]).toBeCloseTo(sum, 12);
    }
  });

  it("splits where the slow twin splits: the first step is the best of all cuts", () => {
    const binned = binMeasures([telling, chance], count);
    const sample = new Uint32Array(count).map((_, i) => i);
    const { stumps } = fitAdditive(binned, truth, sample, 1);
    const p = truth.reduce((sum, t) => sum + t, 0);
    const base = (p + 0.5) / (count + 1);
    const gainOf = (measure: number, cut: number) => {
      const sides = [0, 0, 0, 0];
      for (let i = 0; i < count; i++) {
        const side = binned.bins[measure]![i]! <= cut ? 0 : 2;
        sides[side]! += truth[i]! - base;
        sides[side + 1]! += base * (1 - base);
      }
      return sides[0]! ** 2 / (sides[1]! + 2) + sides[2]! ** 2 / (sides[3]! + 2);
    };
    const all = [0, 1].flatMap((measure) =>
      Array.from({ length: binCount - 1 }, (_, cut) => ({ measure, cut, gain: gainOf(measure, cut) })),
    );
    const best = all.reduce((a, b) => (b.gain > a.gain + 1e-9 ? b : a));
    expect(stumps[0]).toMatchObject({ measure: best.measure, cut: best.cut });
  });
});
