// Cases whose briefs have rare terms in common, by an inverted index of the rare terms only.

import type { BriefIndex } from "../prepare/briefIndex.ts";
import type { PairSink } from "./pairSink.ts";

const neighbours = 6;
/** Rarest terms of a brief that are looked up, and how common a term may be to be looked up at all. */
const lookups = 8;
const mostHolders = 60;

/** Rarest terms of a brief that at least one other brief has. */
function rareTerms(briefs: BriefIndex, i: number): number[] {
  const rare: number[] = [];
  for (let at = briefs.starts[i]!; at < briefs.starts[i + 1]!; at++) {
    const count = briefs.frequency[briefs.terms[at]!]!;
    if (count >= 2 && count <= mostHolders) rare.push(briefs.terms[at]!);
  }
  return rare.sort((a, b) => briefs.frequency[a]! - briefs.frequency[b]! || a - b).slice(0, lookups);
}

export function nearestByText(briefs: BriefIndex, add: PairSink): void {
  const count = briefs.starts.length - 1;
  const postings = new Map<number, number[]>();
  const looked = Array.from({ length: count }, (_, i) => rareTerms(briefs, i));
  looked.forEach((terms, i) => {
    for (const term of terms) {
      const cases = postings.get(term);
      if (cases) cases.push(i);
      else postings.set(term, [i]);
    }
  });
  looked.forEach((terms, i) => {
    const votes = new Map<number, number>();
    for (const term of terms) {
      const weight = 1 / briefs.frequency[term]!;
      for (const other of postings.get(term)!) if (other !== i) votes.set(other, (votes.get(other) ?? 0) + weight);
    }
    const best = [...votes].sort((one, two) => two[1] - one[1] || one[0] - two[0]).slice(0, neighbours);
    for (const [other] of best) add(i, other);
  });
}
