// What a new run changed: pairs that crossed the fixed bits, pairs that moved most, weights that moved most.
import type { LearnedLevel, LinkModel } from "./pairScore.ts";

/** Bits at which crossings are counted: very strong, strong, even odds. */
export const crossingBits = [8, 4, 0] as const;

export interface Crossing {
  readonly bits: number;
  /** At or above before, below now. */
  readonly fell: number;
  /** Below before, at or above now; both cases were there before. */
  readonly rose: number;
  /** At or above now, with a case that was not there before. */
  readonly appeared: number;
}

export interface MovedPair {
  readonly a: string;
  readonly b: string;
  readonly was: number;
  /** Null: no longer among the ranked pairs. */
  readonly now: number | null;
}

export interface MovedWeight {
  readonly feature: string;
  readonly level: string;
  readonly was: number;
  readonly now: number;
  /** Linked pairs of the level counted before and now. */
  readonly counted: readonly [number, number];
}

/** A share of a family or a coefficient of a term, by name: `money`, `weight place`. */
export interface MovedNumber {
  readonly name: string;
  readonly was: number;
  readonly now: number;
}

export interface LinkChanges {
  /** What was done between the two runs. */
  readonly since: {
    readonly confirmed: number;
    readonly rejected: number;
    readonly excluded: number;
    readonly cases: number;
  };
  readonly priorBits: readonly [number, number];
  readonly crossings: readonly Crossing[];
  readonly pairs: readonly MovedPair[];
  readonly weights: readonly MovedWeight[];
  /** Shares of families, the widest move first. */
  readonly families: readonly MovedNumber[];
  readonly terms: readonly MovedNumber[];
}

const leastMove = 0.05;
const mostWeights = 12;

const nameOf = ({ feature, level }: Pick<LearnedLevel, "feature" | "level">) => `${feature} ${level}`;

/** Levels whose bits moved by at least a twentieth, the widest move first. */
export function movedWeights(before: LinkModel, after: LinkModel): readonly MovedWeight[] {
  const known = new Map(before.levels.map((level) => [nameOf(level), level]));
  const moved = after.levels.flatMap((level): MovedWeight[] => {
    const old = known.get(nameOf(level));
    if (!old || Math.abs(level.bits - old.bits) < leastMove) return [];
    const { feature, level: name } = level;
    return [{ feature, level: name, was: old.bits, now: level.bits, counted: [old.mCount[0], level.mCount[0]] }];
  });
  const widest = (one: MovedWeight, other: MovedWeight) =>
    Math.abs(other.now - other.was) - Math.abs(one.now - one.was) || (nameOf(one) < nameOf(other) ? -1 : 1);
  return moved.sort(widest).slice(0, mostWeights);
}

const leastShareMove = 0.02;

/** What counts of each name that stands in both; a family without a fitted share counts in full. */
function movedNumbers(before: Readonly<Record<string, number>>, after: Readonly<Record<string, number>>, usual: number): MovedNumber[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((name) => ({ name, was: before[name] ?? usual, now: after[name] ?? usual }))
    .filter(({ was, now }) => Math.abs(now - was) >= leastShareMove)
    .sort((one, other) => Math.abs(other.now - other.was) - Math.abs(one.now - one.was) || (one.name < other.name ? -1 : 1));
}

export const movedFamilies = (before: LinkModel, after: LinkModel): MovedNumber[] => movedNumbers(before.families, after.families, 1);

const termWeights = ({ parameters }: LinkModel) =>
  Object.fromEntries(Object.entries(parameters).filter(([name]) => name.startsWith("weight ")));

export const movedTerms = (before: LinkModel, after: LinkModel): MovedNumber[] => movedNumbers(termWeights(before), termWeights(after), 0);
