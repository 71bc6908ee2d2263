// Rare phrases that two briefs have in common (话术), with where they stand in each.
import type { BriefIndex } from "./prepare/briefIndex.ts";
import { termsOf } from "./prepare/briefTerms.ts";

export type Span = readonly [number, number];

export interface SharedPhrase {
  readonly text: string;
  /** [start, end) in UTF-16 units of each brief. */
  readonly a: Span;
  readonly b: Span;
}

/** Phrases shorter than this, or made of common terms only, are chance. */
const leastLength = 3;
const mostPhrases = 12;
const mostShare = 0.1;

/** Where each run of `leastLength` characters starts in a text. */
function startsOf(text: string): Map<string, number[]> {
  const starts = new Map<string, number[]>();
  for (let i = 0; i + leastLength <= text.length; i++) {
    const piece = text.slice(i, i + leastLength);
    const known = starts.get(piece);
    if (known) known.push(i);
    else starts.set(piece, [i]);
  }
  return starts;
}

const isWord = (character: string | undefined) => character !== undefined && /[\u3400-\u9fff\uf900-\ufaffa-z]/.test(character);

/** How far two texts agree from two places on, words only. */
function agreement(one: string, other: string, i: number, j: number): number {
  let length = 0;
  while (i + length < one.length && one[i + length] === other[j + length] && isWord(one[i + length])) length++;
  return length;
}

/** Without an index of all briefs, length alone tells. */
const leastTellingLength = 4;

function isTelling(index: BriefIndex | null, phrase: string): boolean {
  if (index === null) return phrase.length >= leastTellingLength;
  return termsOf(phrase).some(({ text }) => {
    const term = index.termIds.get(text);
    return term !== undefined && index.frequency[term]! <= Math.max(2, mostShare * index.documents);
  });
}

/** Longest common phrases, each place of the first brief used once, in the order of the first brief. */
export function findSharedPhrases(index: BriefIndex | null, briefA: string, briefB: string): SharedPhrase[] {
  const [one, other] = [briefA.toLowerCase(), briefB.toLowerCase()];
  const starts = startsOf(other);
  const found: SharedPhrase[] = [];
  for (let i = 0; i + leastLength <= one.length; ) {
    let best = { j: -1, length: 0 };
    for (const j of starts.get(one.slice(i, i + leastLength)) ?? []) {
      const length = agreement(one, other, i, j);
      if (length > best.length) best = { j, length };
    }
    if (best.length < leastLength) i++;
    else {
      const text = briefA.slice(i, i + best.length);
      if (isTelling(index, text)) found.push({ text, a: [i, i + best.length], b: [best.j, best.j + best.length] });
      i += best.length;
    }
  }
  const longest = [...found].sort((p, q) => q.text.length - p.text.length || p.a[0] - q.a[0]).slice(0, mostPhrases);
  return longest.sort((p, q) => p.a[0] - q.a[0]);
}
