// Cases with the same rare combination of modus values or tags: each with its nearest in time.

import type { CaseTable } from "../prepare/caseTable.ts";
import type { ModusIndex } from "../prepare/modusIndex.ts";
import type { PairSink } from "./pairSink.ts";

const nearestInTime = 4;

/** All values of a case as one text; "" where it has fewer than two. */
function combinationOf({ categories, tagStarts, tags }: ModusIndex, i: number): string {
  const known = categories.map(({ values }) => values[i]!);
  const own = tags.subarray(tagStarts[i]!, tagStarts[i + 1]!);
  const filled = known.filter((value) => value >= 0).length + own.length;
  return filled < 2 ? "" : `${known.join(" ")}|${own.join(" ")}`;
}

export function sameModus(table: CaseTable, modus: ModusIndex, add: PairSink): void {
  const groups = new Map<string, number[]>();
  for (let i = 0; i < table.count; i++) {
    const combination = combinationOf(modus, i);
    if (combination === "") continue;
    const cases = groups.get(combination);
    if (cases) cases.push(i);
    else groups.set(combination, [i]);
  }
  for (const cases of groups.values()) {
    cases.sort((a, b) => (table.midDay[a]! || 0) - (table.midDay[b]! || 0) || a - b);
    for (let i = 0; i < cases.length; i++) for (let j = i + 1; j < cases.length && j <= i + nearestInTime; j++) add(cases[i]!, cases[j]!);
  }
}
