// The cases' identifiers meet one step further (second-level account, one handset, one payer), never through one they share anyway.
import type { Basis, Family } from "../pairScore.ts";
import { hasEntity } from "../prepare/identifierIndex.ts";
import type { NearIndex } from "../prepare/nearIndex.ts";
import type { Scene } from "../prepared.ts";
import { chanceOf, decayedBits, type Rarity, repeatShare } from "../rarity.ts";
import type { FormulaFeature } from "./feature.ts";
import { missingReading } from "./feature.ts";

/** Share of linked pairs that meet so, and how often strangers do: assumed, not learned. */
const nearLinkedShare = 0.15;
const rarity: Rarity = { chance: 0.2, floorChance: 1e-4, halfLifeDays: 365 };

interface Meeting {
  readonly entity: number;
  readonly bits: number;
  readonly u: number;
}

/** True when the step starts from an identifier that the other case has too. */
function isThroughShared(scene: Scene, via: number, other: number): boolean {
  return via >= 0 && hasEntity(scene.tables.identifiers, other, via);
}

/** True when one of the steps to the entity at [from, to) starts elsewhere than at a shared identifier. */
function hasOwnStep(scene: Scene, from: number, to: number, other: number): boolean {
  for (let at = from; at < to; at++) if (!isThroughShared(scene, scene.tables.near.vias[at]!, other)) return true;
  return false;
}

function runEnd(items: Int32Array, at: number, end: number): number {
  let next = at + 1;
  while (next < end && items[next] === items[at]) next++;
  return next;
}

/** The pair last looked at: four features ask about it one after another, and most pairs have nothing near in common. */
const last = { near: null as NearIndex | null, a: -1, b: -1, hasCommon: false };

function hasCommonItem({ starts, items }: NearIndex, a: number, b: number): boolean {
  const endA = starts[a + 1]!;
  const endB = starts[b + 1]!;
  let i = starts[a]!;
  let j = starts[b]!;
  while (i < endA && j < endB) {
    const difference = items[i]! - items[j]!;
    if (difference === 0) return true;
    if (difference < 0) i++;
    else j++;
  }
  return false;
}

function mayMeet(near: NearIndex, a: number, b: number): boolean {
  if (last.near !== near || last.a !== a || last.b !== b) {
    last.near = near;
    last.a = a;
    last.b = b;
    last.hasCommon = hasCommonItem(near, a, b);
  }
  return last.hasCommon;
}

function findMeetings(scene: Scene, family: Family, a: number, b: number): Meeting[] {
  const { near, identifiers, table } = scene.tables;
  const meetings: Meeting[] = [];
  const gap = Math.abs(table.midDay[a]! - table.midDay[b]!);
  const endA = near.starts[a + 1]!;
  const endB = near.starts[b + 1]!;
  let i = near.starts[a]!;
  let j = near.starts[b]!;
  while (i < endA && j < endB) {
    const difference = near.items[i]! - near.items[j]!;
    const nextI = difference <= 0 ? runEnd(near.items, i, endA) : i;
    const nextJ = difference >= 0 ? runEnd(near.items, j, endB) : j;
    if (difference === 0 && isMeeting(scene, near.items[i]!, family) && hasOwnStep(scene, i, nextI, b) && hasOwnStep(scene, j, nextJ, a)) {
      const direct = identifiers.idOf.get(near.entities[near.items[i]!]!.ref) ?? -1;
      const isShared = direct >= 0 && hasEntity(identifiers, a, direct) && hasEntity(identifiers, b, direct);
      if (!isShared) {
        const u = chanceOf(scene.units.nearUnits[near.items[i]!]!, scene.units, rarity, a, b);
        meetings.push({ entity: near.items[i]!, u, bits: decayedBits(nearLinkedShare, u, gap, rarity.halfLifeDays) });
      }
    }
    i = nextI;
    j = nextJ;
  }
  return meetings.sort((one, other) => other.bits - one.bits || one.entity - other.entity);
}

const isMeeting = (scene: Scene, entity: number, family: Family) =>
  !scene.hubs.near[entity] && scene.tables.near.entities[entity]!.family === family;

const sumMeetings = (meetings: readonly Meeting[]) =>
  meetings.reduce((sum, { bits }, rank) => sum + (rank === 0 ? bits : repeatShare * bits), 0);

export function makeNearFeature(id: string, family: Family, basis: Basis): FormulaFeature {
  return {
    id,
    family,
    basis,
    learning: "none",
    levels: ["near", "missing"],
    source: "as for shared identifiers, with a share m of its own (docs/evidence.md)",
    bits: (scene, a, b) => (mayMeet(scene.tables.near, a, b) ? sumMeetings(findMeetings(scene, family, a, b)) : 0),
    read(scene, a, b) {
      const meetings = findMeetings(scene, family, a, b);
      if (meetings.length === 0) return missingReading;
      const entities = meetings.map(({ entity }) => scene.tables.near.entities[entity]!);
      const units = scene.units.nearUnits[meetings[0]!.entity]!;
      return {
        level: "near",
        rawBits: sumMeetings(meetings),
        m: nearLinkedShare,
        u: meetings[0]!.u,
        mCount: null,
        uCount: [units, scene.units.count],
        detail: { label: entities[0]!.label, count: meetings.length, units, of: scene.units.count },
        entities: entities.map(({ ref }) => ref),
      };
    },
  };
}
