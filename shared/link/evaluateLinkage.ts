// How good the linkage is on the user's own solved cases: every series of them is left out in turn, its cases scored as if unsolved.
import { hashText } from "../random.ts";
import { besideSuspects, type CaseRecord, type LinkInput } from "./caseData.ts";
import { prepareLink } from "./prepareLink.ts";
import { areaUnderCurve, averagePrecision, type CalibrationBin, calibrate, type Judged, precisionAt } from "./rankQuality.ts";
import { scorePairs } from "./scorePairs.ts";

export interface LinkEvaluation {
  readonly solvedCases: number;
  /** Groups of solved cases that share suspects, single cases too. */
  readonly groups: number;
  /** Rounds of leaving out: one a group, or several groups at a time where there are many. */
  readonly folds: number;
  readonly pairs: number;
  readonly linkedPairs: number;
  /** Solved cases beyond the largest number that is compared. */
  readonly leftOut: number;
  readonly auc: number | null;
  readonly averagePrecision: number | null;
  readonly precisionAt: readonly { readonly k: number; readonly value: number }[];
  readonly calibration: readonly CalibrationBin[];
}

interface Progress {
  readonly signal?: AbortSignal;
  report?(done: number, total: number): void;
}

const mostFolds = 10;
const mostCases = 2_000;
const ranks = [10, 50, 100, 200, 500] as const;

export function evaluateLinkage(input: LinkInput, { signal, report }: Progress = {}): LinkEvaluation {
  const all = input.cases.filter(({ suspects }) => suspects.length > 0);
  const solved = [...all].sort((a, b) => hashText(a.number) - hashText(b.number) || (a.number < b.number ? -1 : 1)).slice(0, mostCases);
  const groups = groupBySuspect(solved);
  const foldOf = assignFolds(groups);
  const folds = Math.min(mostFolds, groups.length);
  const judged: Judged[] = [];
  for (let fold = 0; fold < folds; fold++) {
    report?.(fold, folds);
    judged.push(...judgeFold(input, solved, foldOf, fold, signal));
  }
  const linkedPairs = judged.filter(({ isLinked }) => isLinked).length;
  const finite = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    solvedCases: all.length,
    groups: groups.length,
    folds,
    pairs: judged.length,
    linkedPairs,
    leftOut: all.length - solved.length,
    auc: finite(areaUnderCurve(judged)),
    averagePrecision: finite(averagePrecision(judged)),
    precisionAt: ranks.filter((k) => k <= judged.length).map((k) => ({ k, value: precisionAt(judged, k) })),
    calibration: calibrate(judged),
  };
}

/** Cases that are joined by suspects, directly or through others. */
function groupBySuspect(cases: readonly CaseRecord[]): CaseRecord[][] {
  const groupOf = new Map<string, CaseRecord[]>();
  for (const one of cases) {
    const merged = [one, ...new Set(one.suspects.flatMap((suspect) => groupOf.get(suspect) ?? []))];
    for (const member of merged) for (const suspect of member.suspects) groupOf.set(suspect, merged);
  }
  return [...new Set(groupOf.values())];
}

/** The largest groups first, each to the fold that has least. */
function assignFolds(groups: readonly (readonly CaseRecord[])[]): Map<string, number> {
  const sizes = new Array<number>(Math.min(mostFolds, groups.length)).fill(0);
  const foldOf = new Map<string, number>();
  const nameOf = (group: readonly CaseRecord[]) => group.map(({ number }) => number).sort()[0]!;
  for (const group of [...groups].sort((a, b) => b.length - a.length || (nameOf(a) < nameOf(b) ? -1 : 1))) {
    const fold = sizes.indexOf(Math.min(...sizes));
    sizes[fold]! += group.length;
    for (const { number } of group) foldOf.set(number, fold);
  }
  return foldOf;
}

/** Learns without the fold's suspects and judgements, then scores its cases against all solved ones; every pair once over all folds. */
function judgeFold(
  input: LinkInput,
  solved: readonly CaseRecord[],
  foldOf: ReadonlyMap<string, number>,
  fold: number,
  signal?: AbortSignal,
): Judged[] {
  const isOut = (number: string) => foldOf.get(number) === fold;
  const hidden: LinkInput = {
    ...input,
    cases: input.cases.map((one) => (isOut(one.number) ? { ...besideSuspects(one), suspects: [] } : one)),
    verdicts: input.verdicts.filter(({ a, b }) => !isOut(a) && !isOut(b)),
    series: {},
  };
  const prepared = prepareLink(hidden, signal ? { signal } : {});
  const pairs = solved
    .filter(({ number }) => isOut(number))
    .flatMap((one) => solved.filter((other) => isPairOf(one, other, foldOf)).map((other) => [one, other] as const));
  const scores = scorePairs(
    prepared,
    pairs.map(([one, other]) => inOrder(one.number, other.number)),
  );
  return scores.map(({ bits, posterior }, i) => ({ bits, posterior, isLinked: sharesSuspect(...pairs[i]!) }));
}

/** Within a fold by number, across folds where the other fold comes later. */
function isPairOf(one: CaseRecord, other: CaseRecord, foldOf: ReadonlyMap<string, number>): boolean {
  const [own, its] = [foldOf.get(one.number)!, foldOf.get(other.number)!];
  return own === its ? one.number < other.number : own < its;
}

const inOrder = (a: string, b: string): readonly [string, string] => (a < b ? [a, b] : [b, a]);

const sharesSuspect = (one: CaseRecord, other: CaseRecord): boolean => one.suspects.some((suspect) => other.suspects.includes(suspect));
