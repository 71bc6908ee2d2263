// How firmly each case belongs: re-clustering without one family of features, and without one identifier, at a time.
import { agglomerate, type ScoredPair } from "./agglomerate.ts";
import { cutAbove, groupsAfter } from "./chooseCut.ts";
import type { IndexPair } from "./constraints.ts";
import { type JoinFrom, joinSingles } from "./joinSingles.ts";

/** Bits of two members after one small change of the data. */
export interface Variant {
  /** Null for a family, else the identifier left out. */
  readonly entity: string | null;
  readonly bitsOf: (a: number, b: number) => number;
}

export interface Stability {
  /** Per member, the share of variants in which it stays with the main part. */
  readonly memberships: readonly number[];
  /** The identifier without which the series falls apart most evenly, and the sizes of the parts. */
  readonly splitBy: { readonly entity: string; readonly parts: readonly number[] } | null;
}

export function pairsWithin(members: readonly number[], bitsOf: (a: number, b: number) => number): ScoredPair[] {
  return members.flatMap((a, i) => members.slice(i + 1).map((b, j) => ({ a: i, b: i + 1 + j, bits: bitsOf(a, b) })));
}

/** How series are made: where merging stops, from what on single cases join, and confirmed pairs as indices into the members. */
export interface SeriesRule {
  readonly threshold: number;
  readonly joinFrom: JoinFrom;
  readonly mustLink: readonly IndexPair[];
}

/** Parts of the members under a variant, largest first, as indices into `members`. */
export function partsUnder(
  members: readonly number[],
  variant: Variant,
  { threshold, joinFrom, mustLink }: SeriesRule,
): (readonly number[])[] {
  const pairs = pairsWithin(members, variant.bitsOf);
  const merged = agglomerate({ count: members.length, pairs, bitsOf: () => 0, mustLink, cannotLink: [], stopAt: -9 });
  const groups = joinSingles({
    groups: groupsAfter(merged, cutAbove(merged, threshold)),
    count: members.length,
    bitsOf: (a, b) => variant.bitsOf(members[a]!, members[b]!),
    cannotLink: [],
    from: joinFrom,
  });
  const grouped = new Set(groups.flat());
  const alone = members.flatMap((_, i) => (grouped.has(i) ? [] : [[i]]));
  return [...groups, ...alone].sort((one, other) => other.length - one.length || one[0]! - other[0]!);
}

const evenness = (parts: readonly number[]) => parts.slice(1).reduce((sum, size) => sum + size, 0);

/** Confirmed pairs stay together under every variant. */
export function measureStability(members: readonly number[], variants: readonly Variant[], rule: SeriesRule): Stability {
  const stays = new Float64Array(members.length);
  let splitBy: Stability["splitBy"] = null;
  for (const variant of variants) {
    const parts = partsUnder(members, variant, rule);
    // A series of two that falls apart leaves no main part.
    if (parts[0]!.length > 1) for (const i of parts[0]!) stays[i]! += 1 / variants.length;
    const sizes = parts.map(({ length }) => length);
    if (variant.entity !== null && sizes.length > 1 && (splitBy === null || evenness(sizes) > evenness(splitBy.parts)))
      splitBy = { entity: variant.entity, parts: sizes };
  }
  return { memberships: [...stays], splitBy };
}

/** Weakest link of the strongest tree that spans the members (Prim 1957): without it the series falls into two. */
export function findWeakestLink(members: readonly number[], bitsOf: (a: number, b: number) => number): ScoredPair {
  const joined = [members[0]!];
  const open = new Set(members.slice(1));
  let weakest: ScoredPair | null = null;
  while (open.size > 0) {
    let best: ScoredPair | null = null;
    for (const a of joined)
      for (const b of open) {
        const bits = bitsOf(Math.min(a, b), Math.max(a, b));
        if (best === null || bits > best.bits) best = { a, b, bits };
      }
    joined.push(best!.b);
    open.delete(best!.b);
    if (weakest === null || best!.bits < weakest.bits)
      weakest = { a: Math.min(best!.a, best!.b), b: Math.max(best!.a, best!.b), bits: best!.bits };
  }
  return weakest!;
}
