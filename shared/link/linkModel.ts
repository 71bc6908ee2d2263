// The learned weights as a plain document that is stored with a run, and back.
import { features } from "./features/index.ts";
import type { Labels } from "./learn/samples.ts";
import type { LearnedLevel, LinkModel } from "./pairScore.ts";
import type { LevelWeights, Neighbours, TermWeight, Weights } from "./prepared.ts";

/** Judged pairs from which on a probability may be shown. */
export const calibratedPairs = 200;

const contextNames = ["other-unit", "same-unit"];

/** Names of a feature's levels by index: `alike`, or `same-unit alike` where contexts have weights of their own. */
export function levelNames(id: string, size: number): string[] {
  const feature = features.find((each) => each.id === id)!;
  if (feature.learning === "shared") return ["disjoint", "shared"];
  const names = feature.levels.slice(0, -1);
  if (size === names.length) return names;
  return Array.from({ length: size }, (_, index) => `${contextNames[Math.floor(index / names.length)]} ${names[index % names.length]}`);
}

function describeLevels(id: string, weights: LevelWeights, learned: LevelWeights | undefined): LearnedLevel[] {
  const names = levelNames(id, weights.bits.length);
  const perContext = weights.bits.length / weights.mTotals.length;
  return names.map((level, index) => {
    const context = Math.floor(index / perContext);
    const before = learned === undefined || learned === weights ? {} : { learned: learnedOf(learned, index) };
    return {
      ...before,
      feature: id,
      level,
      m: weights.m[index]!,
      u: weights.u[index]!,
      bits: weights.bits[index]!,
      mCount: [weights.mCounts[index]!, weights.mTotals[context]!],
      uCount: [weights.uCounts[index]!, weights.uTotals[context]!],
    };
  });
}

const learnedOf = ({ bits, mCounts, uCounts }: LevelWeights, index: number): NonNullable<LearnedLevel["learned"]> => ({
  bits: bits[index]!,
  m: mCounts[index]!,
  u: uCounts[index]!,
});

function describeParameters(weights: Weights, neighbours: Neighbours | null): Record<string, number> {
  const terms = [...weights.terms].flatMap(([key, { weight, centre }]) => [
    [`weight ${key}`, weight],
    [`centre ${key}`, centre],
  ]);
  const second = neighbours
    ? {
        "second pass shrink": neighbours.shrink,
        "second pass crowding": neighbours.crowdingWeight,
        "second pass company": neighbours.companyWeight,
      }
    : {};
  return { "place scale": weights.placeScale, ...Object.fromEntries(terms), ...second };
}

export function describeModel(
  weights: Weights,
  neighbours: Neighbours | null,
  labels: Labels,
  learnedFrom: LinkModel["learnedFrom"],
): LinkModel {
  const labelled = labels.linked.a.length + labels.unlinked.a.length;
  return {
    priorBits: weights.priorBits,
    expectedPairs: weights.expectedPairs,
    ...(weights.isPriorStated ? { isPriorStated: true } : {}),
    learnedFrom,
    labelledPairs: labelled,
    judgedPairs: labels.judged,
    calibrated: labels.linked.a.length > 0 && labelled >= calibratedPairs,
    levels: [...weights.levels].flatMap(([id, level]) => describeLevels(id, level, weights.learnedLevels?.get(id))),
    families: Object.fromEntries(weights.families),
    parameters: describeParameters(weights, neighbours),
  };
}

export const neighboursOn = (model: LinkModel): boolean => model.parameters["second pass shrink"] !== undefined;

function levelsOfModel(levels: readonly LearnedLevel[]): LevelWeights {
  const column = (read: (level: LearnedLevel) => number) => Float64Array.from(levels, read);
  const contexts = levels.filter(
    ({ level }, i) => i === 0 || (level.includes(" ") && level.split(" ")[0] !== levels[i - 1]!.level.split(" ")[0]),
  );
  return {
    m: column(({ m }) => m),
    u: column(({ u }) => u),
    bits: column(({ bits }) => bits),
    mCounts: column(({ mCount }) => mCount[0]),
    uCounts: column(({ uCount }) => uCount[0]),
    mTotals: Float64Array.from(contexts, ({ mCount }) => mCount[1]),
    uTotals: Float64Array.from(contexts, ({ uCount }) => uCount[1]),
  };
}

export function weightsOfModel(model: LinkModel): Weights {
  const byFeature = Map.groupBy(model.levels, ({ feature }) => feature);
  const termKeys = Object.keys(model.parameters).filter((name) => name.startsWith("weight "));
  const termOf = (name: string): [string, TermWeight] => {
    const key = name.slice("weight ".length);
    return [key, { weight: model.parameters[name]!, centre: model.parameters[`centre ${key}`]! }];
  };
  return {
    priorBits: model.priorBits,
    expectedPairs: model.expectedPairs,
    levels: new Map([...byFeature].map(([id, levels]) => [id, levelsOfModel(levels)])),
    terms: new Map(termKeys.map(termOf)),
    families: new Map(Object.entries(model.families)),
    placeScale: model.parameters["place scale"]!,
  };
}
