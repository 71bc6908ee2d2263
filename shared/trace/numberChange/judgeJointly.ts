// One successor for a number and one predecessor, over all days together: each day is judged by itself, and two days may want the same number.
// The likeliest pair keeps both its numbers, then the next; what is passed over stays as a second choice that says what it lost to.
import type { NumberChange } from "./matchNumbers.ts";

export interface DatedChange extends NumberChange {
  /** The moment that parts before and after, milliseconds since 1970. */
  readonly at: number;
}

export interface JudgedChange extends DatedChange {
  /** Whose new number the new one is judged to be instead, and what the old one is judged to have changed to; null: nobody's, nothing. */
  readonly rivalOld: number | null;
  readonly rivalFresh: number | null;
}

const compare = (a: NumberChange, b: NumberChange): number =>
  Number(b.isAssigned) - Number(a.isAssigned) || b.likeness.score - a.likeness.score || a.old - b.old || a.fresh - b.fresh;

/** A pair at the day on which it was judged best. */
function bestDays(found: readonly DatedChange[]): DatedChange[] {
  const best = new Map<string, DatedChange>();
  for (const change of found) {
    const name = `${change.old} ${change.fresh}`;
    const known = best.get(name);
    if (!known || compare(change, known) < 0) best.set(name, change);
  }
  return [...best.values()].sort(compare);
}

export function judgeJointly(found: readonly DatedChange[]): JudgedChange[] {
  const successors = new Map<number, number>();
  const predecessors = new Map<number, number>();
  const pairs = bestDays(found);
  for (const { old, fresh, isAssigned } of pairs) {
    if (!isAssigned || successors.has(old) || predecessors.has(fresh)) continue;
    successors.set(old, fresh);
    predecessors.set(fresh, old);
  }
  return pairs
    .map((change) => {
      const isAssigned = successors.get(change.old) === change.fresh;
      const rivalOld = isAssigned ? null : (predecessors.get(change.fresh) ?? null);
      const rivalFresh = isAssigned ? null : (successors.get(change.old) ?? null);
      return { ...change, isAssigned, rivalOld, rivalFresh };
    })
    .sort(compare);
}
