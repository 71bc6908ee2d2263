// One feature a kind group: what both cases have (by rarity and role), or that both have some and share none.

import { type KindGroup, kindGroups } from "../kindGroups.ts";
import { forShared, type IdentifierIndex } from "../prepare/identifierIndex.ts";
import type { Scene } from "../prepared.ts";
import { chanceOf, decayedBits, repeatShare } from "../rarity.ts";
import type { Reading, SharedFeature } from "./feature.ts";
import { missingReading } from "./feature.ts";
import { makeLevelBits } from "./levelFeature.ts";

interface Found {
  readonly entity: number;
  readonly bits: number;
  readonly u: number;
  readonly role: number;
}

const sharedLevel = 1;

/** Levels of a shared feature as the learner stores them: 0 disjoint, 1 shared. */
export const sharedLevelNames = ["disjoint", "shared"] as const;

export function linkedShareOf(scene: Scene, group: KindGroup): number {
  return scene.weights.levels.get(group.feature)?.m[sharedLevel] ?? group.linkedShare;
}

function gapDays({ tables: { table } }: Scene, a: number, b: number): number {
  return Math.abs(table.midDay[a]! - table.midDay[b]!);
}

/** Everything of the group that both have and that is no hub. */
function findShared(scene: Scene, group: number, a: number, b: number): Found[] {
  const found: Found[] = [];
  const kind = kindGroups[group]!;
  forShared(scene.tables.identifiers, a, b, group, (entity, weightA, weightB) => {
    if (scene.hubs.identifiers[entity]) return;
    const u = chanceOf(scene.units.identifierUnits[entity]!, scene.units, kind, a, b);
    const role = weightA * weightB;
    found.push({ entity, u, role, bits: role * decayedBits(linkedShareOf(scene, kind), u, gapDays(scene, a, b), kind.halfLifeDays) });
  });
  return found.sort((one, other) => other.bits - one.bits || one.entity - other.entity);
}

const isEmpty = ({ starts }: IdentifierIndex, i: number, group: number) =>
  starts[i * kindGroups.length + group] === starts[i * kindGroups.length + group + 1];

const sumShared = (found: readonly Found[]) => found.reduce((sum, { bits }, rank) => sum + (rank === 0 ? bits : repeatShare * bits), 0);

/** 1 shared, 0 both have such identifiers on the offender's side and share none, -1 missing. */
function levelOf(scene: Scene, group: number, a: number, b: number): number {
  const { identifiers } = scene.tables;
  if (isEmpty(identifiers, a, group) || isEmpty(identifiers, b, group)) return -1;
  let level = (identifiers.offenderGroups[a]! & identifiers.offenderGroups[b]! & (1 << group)) === 0 ? -1 : 0;
  forShared(identifiers, a, b, group, (entity) => {
    // A hub in common is neither for nor against.
    if (scene.hubs.identifiers[entity]) level = level === 0 ? -1 : level;
    else level = sharedLevel;
  });
  return level;
}

function readShared(scene: Scene, id: string, group: number, a: number, b: number): Reading {
  const level = levelOf(scene, group, a, b);
  if (level < 0) return missingReading;
  const weights = scene.weights.levels.get(id);
  const counts = { mCount: [weights?.mCounts[level] ?? 0, weights?.mTotals[0] ?? 0] as const, m: weights?.m[level] ?? null };
  if (level === 0)
    return {
      level: "disjoint",
      rawBits: weights?.bits[0] ?? 0,
      ...counts,
      u: weights?.u[0] ?? null,
      uCount: [weights?.uCounts[0] ?? 0, weights?.uTotals[0] ?? 0],
      detail: {},
      entities: [],
    };
  const found = findShared(scene, group, a, b);
  const first = found[0]!;
  const { entities } = scene.tables.identifiers;
  const units = scene.units.identifierUnits[first.entity]!;
  const detail = { label: entities[first.entity]!.label, units, of: scene.units.count, count: found.length, role: first.role };
  return {
    level: "shared",
    rawBits: sumShared(found),
    ...counts,
    u: first.u,
    uCount: [units, scene.units.count],
    detail,
    entities: found.map(({ entity }) => entities[entity]!.ref),
  };
}

export function makeSharedFeature(group: number): SharedFeature {
  const { feature: id, family, basis, linkedShare } = kindGroups[group]!;
  const bitsAt = makeLevelBits(id);
  return {
    id,
    family,
    basis,
    learning: "shared",
    group,
    linkedShare,
    levels: ["shared", "disjoint", "missing"],
    source: "log2(m / u) with u by rarity among units (Fellegi–Sunter; Winkler 1989 for value-specific u)",
    levelOf: (scene, a, b) => levelOf(scene, group, a, b),
    bits(scene, a, b) {
      const level = levelOf(scene, group, a, b);
      if (level < 0) return 0;
      return level === 0 ? bitsAt(scene, 0) : sumShared(findShared(scene, group, a, b));
    },
    read: (scene, a, b) => readShared(scene, id, group, a, b),
  };
}
