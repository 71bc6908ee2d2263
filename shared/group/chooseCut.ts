// Where to stop merging without knowing the answer: the cut with the greatest expected F1 (docs/evidence.md).
import type { Agglomeration, MergeStep } from "./agglomerate.ts";

export interface Cut {
  /** Merges that are carried out. */
  readonly steps: number;
  readonly expectedF1: number;
  /** Average bits of the last merge carried out; null when none was. */
  readonly threshold: number | null;
}

/** Cases whose answer is known: pairs of two of them are no guess, and would drown those that are. */
export interface Answered {
  readonly has: (i: number) => boolean;
  readonly posteriorOf: (a: number, b: number) => number;
}

const nobody: Answered = { has: () => false, posteriorOf: () => 0 };

/** What a merge adds: pairs and their posteriors, without those whose answer is known. */
function countMerge({ first, second, pairs, posteriors }: MergeStep, { has, posteriorOf }: Answered) {
  const known = second.filter(has);
  let [count, sum] = [pairs, posteriors];
  for (const a of first.filter(has))
    for (const b of known) {
      count--;
      sum -= a < b ? posteriorOf(a, b) : posteriorOf(b, a);
    }
  return { count, sum };
}

/** Pairs that must-links put together beforehand: certain, and counted where their answer was not known. */
function countStart(start: Agglomeration["start"], { has }: Answered): number {
  const pairsOf = (count: number) => (count * (count - 1)) / 2;
  return start.reduce((sum, members) => sum + pairsOf(members.length) - pairsOf(members.filter(has).length), 0);
}

/** F1 = 2·S_in / (n_in + S_all): S_in posteriors inside series, n_in pairs inside, S_all posteriors of all pairs; none of them between answered cases. */
export function chooseCut({ start, steps }: Agglomeration, allPosteriors: number, answered: Answered = nobody): Cut {
  let inside = countStart(start, answered);
  let posteriors = inside;
  let best: Cut = { steps: 0, expectedF1: inside + allPosteriors === 0 ? 0 : (2 * posteriors) / (inside + allPosteriors), threshold: null };
  steps.forEach((step, i) => {
    const { count, sum } = countMerge(step, answered);
    inside += count;
    posteriors += sum;
    const expectedF1 = inside + allPosteriors === 0 ? 0 : (2 * posteriors) / (inside + allPosteriors);
    if (expectedF1 > best.expectedF1) best = { steps: i + 1, expectedF1, threshold: step.average };
  });
  return best;
}

/** Merges above even odds. */
export function cutAbove({ steps }: Agglomeration, threshold: number): number {
  const end = steps.findIndex(({ average }) => average <= threshold);
  return end < 0 ? steps.length : end;
}

/** Groups of two and more after the first `count` merges, by smallest member. */
export function groupsAfter({ start, steps }: Agglomeration, count: number): readonly (readonly number[])[] {
  const groups = new Map(start.map((members) => [members[0]!, members]));
  for (const { first, second } of steps.slice(0, count)) {
    groups.delete(first[0]!);
    groups.delete(second[0]!);
    const merged = [...first, ...second].sort((a, b) => a - b);
    groups.set(merged[0]!, merged);
  }
  return [...groups.values()].filter(({ length }) => length > 1).sort((one, other) => one[0]! - other[0]!);
}
