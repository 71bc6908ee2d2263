// How much an identifier that two cases share is worth: log2(m_k / u_e), rarer identifiers more, older meetings less.

import { rarityPseudoUnits } from "./kindGroups.ts";
import type { Units } from "./prepared.ts";

/** The small table behind the formula; one row a kind group. */
export interface Rarity {
  readonly chance: number;
  readonly floorChance: number;
  readonly halfLifeDays: number;
}

/**
 * Share of unrelated units that have the identifier: u_e = max(floor, (others + α·p) / (S + α)), the two cases left out.
 * Counting units, not cases, keeps an identifier of one large series rare (docs/evidence.md).
 */
export function chanceOf(holderUnits: number, { unitOf, count }: Units, rarity: Rarity, a: number, b: number): number {
  const others = Math.max(0, holderUnits - (unitOf[a] === unitOf[b] ? 1 : 2));
  return Math.max(rarity.floorChance, (others + rarityPseudoUnits * rarity.chance) / (count + rarityPseudoUnits));
}

/** An identifier may have changed hands between the two: LR = s·m/u + (1 − s), s = 2^(−gap / half-life); never against. */
export function decayedBits(m: number, u: number, gapDays: number, halfLifeDays: number): number {
  const kept = Number.isNaN(gapDays) ? 1 : 2 ** (-gapDays / halfLifeDays);
  return Math.max(0, Math.log2((kept * m) / u + (1 - kept)));
}

/** Further identifiers of one kind repeat the first: the strongest in full, a quarter of the rest. */
export const repeatShare = 0.25;
