// Links cases: builds, learns, scores the candidates and keeps what an analyst may want to see.

import { forEachCandidate } from "./candidateEvidence.ts";
import type { LinkInput } from "./caseData.ts";
import { explainIndices } from "./explainPair.ts";
import type { LinkResult, PairScore } from "./pairScore.ts";
import type { PreparedLink } from "./prepared.ts";
import { type PrepareOptions, prepareLink, throwIfAborted } from "./prepareLink.ts";
import { caseIndex, totalBits, totalOfCandidate } from "./scorePairs.ts";

export interface LinkOptions extends PrepareOptions {
  /** Scores exactly these instead of the candidates; learning is the same. */
  readonly pairs?: readonly (readonly [string, string])[];
  /** Pairs below are dropped. */
  readonly minBits?: number;
  readonly mostPerCase?: number;
}

/** A pair of case indices with its total. */
export interface ScoredKey {
  readonly a: number;
  readonly b: number;
  readonly bits: number;
}

const keptBits = -6;
const keptPerCase = 30;
const reportEvery = 50_000;

const bestFirst = (one: ScoredKey, other: ScoredKey) => other.bits - one.bits || one.a - other.a || one.b - other.b;

/** Candidates at or above `minBits`, best first, at most so many a case (a pair stays while one of its cases has room). */
export function rankCandidates(
  link: PreparedLink,
  { minBits = keptBits, mostPerCase = keptPerCase, report, signal }: LinkOptions = {},
): ScoredKey[] {
  const { count } = link.tables.table;
  const scored: ScoredKey[] = [];
  forEachCandidate(link, link.candidates, (a, b, evidence, i) => {
    if (i % reportEvery === 0) {
      report?.("score", i, link.candidates.length);
      throwIfAborted(signal);
    }
    const bits = totalOfCandidate(link, a, b, evidence);
    if (bits >= minBits) scored.push({ a, b, bits });
  });
  const kept = new Int32Array(count);
  return scored.sort(bestFirst).filter(({ a, b }) => {
    if (Math.min(kept[a]!, kept[b]!) >= mostPerCase) return false;
    kept[a]!++;
    kept[b]!++;
    return true;
  });
}

function scoreGiven(link: PreparedLink, pairs: readonly (readonly [string, string])[]): ScoredKey[] {
  return pairs
    .map(([one, other]) => {
      const [a, b] = [caseIndex(link, one), caseIndex(link, other)];
      return { a: Math.min(a, b), b: Math.max(a, b), bits: totalBits(link, a, b) };
    })
    .sort(bestFirst);
}

/** Ranks the pairs of a prepared link and unfolds each. */
export function linkPrepared(link: PreparedLink, options: LinkOptions = {}): LinkResult {
  const ranked = options.pairs ? scoreGiven(link, options.pairs) : rankCandidates(link, options);
  const { count } = link.tables.table;
  const pairs: PairScore[] = ranked.map(({ a, b }) => explainIndices(link, a, b));
  return { model: link.model, hubs: link.hubs.list, compared: link.candidates.length, allPairs: (count * (count - 1)) / 2, pairs };
}

export const linkCases = (input: LinkInput, options: LinkOptions = {}): LinkResult => linkPrepared(prepareLink(input, options), options);
