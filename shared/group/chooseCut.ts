// Where to stop merging without knowing the answer: the cut with the greatest expected F1 (docs/evidence.md).
import type { Agglomeration } from "./agglomerate.ts";

export interface Cut {
  /** Merges that are carried out. */
  readonly steps: number;
  readonly expectedF1: number;
  /** Average bits of the last merge carried out; null when none was. */
  readonly threshold: number | null;
}

/** F1 = 2·S_in / (n_in + S_all): S_in posteriors inside series, n_in pairs inside, S_all posteriors of all pairs. */
export function chooseCut({ start, steps }: Agglomeration, allPosteriors: number): Cut {
  // Must-linked pairs are certain.
  let inside = start.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  let posteriors = inside;
  let best: Cut = { steps: 0, expectedF1: inside + allPosteriors === 0 ? 0 : (2 * posteriors) / (inside + allPosteriors), threshold: null };
  steps.forEach((step, i) => {
    inside += step.pairs;
    posteriors += step.posteriors;
    const expectedF1 = (2 * posteriors) / (inside + allPosteriors);
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
