// "And without that phone?": what a series falls into when identifiers are switched off. Confirmed pairs stay together, as they would.
import type { PreparedLink } from "../link/prepared.ts";
import { totalBits } from "../link/scorePairs.ts";
import { withoutAll } from "../link/withoutFact.ts";
import { type Cut, pairsCut, withoutLinks } from "../link/withoutLinks.ts";
import { joinFromOf } from "./joinSingles.ts";
import { findWeakestLink, partsUnder } from "./membership.ts";
import { rememberPairs } from "./variants.ts";

export interface WithoutEffect {
  /** Case numbers of each part, largest first; one part: it holds. */
  readonly parts: readonly (readonly string[])[];
  /** Pairs that were at or above the bits of a strong pair and are no longer. */
  readonly strongLost: number;
  /** Average bits of all pairs before and after. */
  readonly bitsBefore: number;
  readonly bitsAfter: number;
  /** Weakest link of what stays the largest part; null where that is one case. */
  readonly weakestBits: number | null;
  /** Strongest pair between two parts; null where it holds. */
  readonly betweenBits: number | null;
}

/** Bits from which a pair counts as strong. */
const strongBits = 8;
/** Series of cases with identifiers merge above even odds. */
const threshold = 0;

function weakestOf(part: readonly number[], bitsOf: (a: number, b: number) => number): number | null {
  const members = part.toSorted((a, b) => a - b);
  return members.length < 2 ? null : findWeakestLink(members, bitsOf).bits;
}

function strongestBetween(parts: readonly (readonly number[])[], bitsOf: (a: number, b: number) => number): number | null {
  const across = parts.flatMap((part, i) =>
    parts.slice(i + 1).flatMap((other) => part.flatMap((a) => other.map((b) => bitsOf(Math.min(a, b), Math.max(a, b))))),
  );
  return across.length === 0 ? null : across.reduce((most, bits) => Math.max(most, bits));
}

/** cases: numbers of one series; refs: identifiers switched off; cuts: single links switched off. */
export function previewWithout(
  link: PreparedLink,
  cases: readonly string[],
  refs: readonly string[],
  cuts: readonly Cut[] = [],
): WithoutEffect {
  const { indexOf, records } = link.tables.table;
  const members = cases.flatMap((number) => indexOf.get(number) ?? []).sort((a, b) => a - b);
  const other = withoutLinks(withoutAll(link, refs), cuts);
  const isCut = pairsCut(link, cuts);
  const wholeBits = rememberPairs((a, b) => totalBits(link, a, b), records.length);
  const otherBits = rememberPairs((a, b) => (isCut(a, b) ? link.weights.priorBits : totalBits(other, a, b)), records.length);
  const place = new Map(members.map((index, i) => [records[index]!.number, i]));
  const mustLink = link.input.verdicts.flatMap(({ a, b, verdict }) => {
    const [first, second] = [place.get(a), place.get(b)];
    if (verdict !== "confirm" || first === undefined || second === undefined || isCut(members[first]!, members[second]!)) return [];
    return [[first, second] as const];
  });
  const rule = { threshold, joinFrom: joinFromOf(other.weights.priorBits, records.length), mustLink };
  const pairs = members.flatMap((a, i) => members.slice(i + 1).map((b) => [wholeBits(a, b), otherBits(a, b)] as const));
  const mean = (side: 0 | 1) => (pairs.length === 0 ? 0 : pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length);
  const parts = partsUnder(members, { entity: null, bitsOf: otherBits }, rule).map((part) => part.map((i) => members[i]!));
  return {
    parts: parts.map((part) => part.map((index) => records[index]!.number)),
    weakestBits: weakestOf(parts[0] ?? [], otherBits),
    betweenBits: strongestBetween(parts, otherBits),
    strongLost: pairs.filter(([before, after]) => before >= strongBits && after < strongBits).length,
    bitsBefore: mean(0),
    bitsAfter: mean(1),
  };
}
