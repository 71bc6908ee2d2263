// Groups of identifier kinds that are compared alike, with the small table of rarity constants (docs/evidence.md).
import type { Basis, Family } from "./pairScore.ts";

/** What is assumed of a group of kinds before anything is learned. */
export interface KindGroup {
  /** Id of the feature that compares it. */
  readonly feature: string;
  readonly family: Family;
  readonly basis: Basis;
  readonly kinds: readonly string[];
  /** Net identity subtypes; empty = all of the kinds. */
  readonly subtypes: readonly string[];
  /** Share of linked pairs, both with such identifiers, that share one: before learning. */
  readonly linkedShare: number;
  /** Chance that a unit has one particular identifier of the kind by accident, and the least chance ever assumed. */
  readonly chance: number;
  readonly floorChance: number;
  /** Days after which half of the identifiers have changed hands. */
  readonly halfLifeDays: number;
}

const group = (
  feature: string,
  [family, basis]: readonly [Family, Basis],
  [kinds, subtypes]: readonly [readonly string[], readonly string[]],
  [linkedShare, chance, floorChance, halfLifeDays]: readonly [number, number, number, number],
): KindGroup => ({ feature, family, basis, kinds, subtypes, linkedShare, chance, floorChance, halfLifeDays });

/** In order of precedence: the first group that takes a kind and subtype has it. */
export const kindGroups: readonly KindGroup[] = [
  group("sharedAccount", ["money", "money"], [["account"], []], [0.4, 0.02, 1e-5, 720]),
  group("sharedPhone", ["contact", "call"], [["phone"], []], [0.3, 0.03, 1.5e-5, 365]),
  group("sharedDevice", ["contact", "technique"], [["device"], []], [0.3, 0.02, 1e-5, 900]),
  group("sharedIp", ["internet", "technique"], [["netid"], ["ip", "mac"]], [0.25, 0.2, 1e-4, 60]),
  group("sharedDomain", ["internet", "technique"], [["netid"], ["domain", "url"]], [0.35, 0.05, 3e-5, 540]),
  group("sharedApp", ["internet", "technique"], [["netid"], ["app"]], [0.35, 0.1, 1e-4, 540]),
  group("sharedSocial", ["internet", "lure"], [["netid"], []], [0.25, 0.03, 1.5e-5, 540]),
  group("sharedVehicle", ["person", "person"], [["vehicle"], []], [0.25, 0.02, 1e-5, 1500]),
  group("sharedPerson", ["person", "person"], [["person"], []], [0.3, 0.03, 2e-5, 3650]),
  group("sharedOther", ["person", "person"], [["organisation", "thing"], []], [0.15, 0.2, 1e-4, 1500]),
];

/** Weight of one earlier unit in the rarity of an identifier. */
export const rarityPseudoUnits = 1;

/** Index of the group that compares a kind, or -1 (places and cases are compared by other features). */
export function kindGroupOf(kind: string, subtype: string): number {
  return kindGroups.findIndex((each) => each.kinds.includes(kind) && (each.subtypes.length === 0 || each.subtypes.includes(subtype)));
}

/** Groups that only crimes committed from afar leave behind: accounts, phones, net identities. */
export const isRemoteGroup = (index: number): boolean =>
  kindGroups[index]!.family === "money" || kindGroups[index]!.family === "internet" || kindGroups[index]!.feature === "sharedPhone";
