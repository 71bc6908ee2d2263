// Who has which identifier: per case and kind group the entities in order, per entity the cases, with roles.
import type { CaseIdentifier, CaseRecord, IdentifierRole } from "../caseData.ts";
import { kindGroupOf, kindGroups } from "../kindGroups.ts";

export interface IndexedEntity {
  readonly ref: string;
  readonly label: string;
  readonly kind: string;
  readonly group: number;
}

export interface IdentifierIndex {
  readonly entities: readonly IndexedEntity[];
  readonly idOf: ReadonlyMap<string, number>;
  /** Range of case i and group g: [starts[i * groups + g], starts[i * groups + g + 1]). */
  readonly starts: Int32Array;
  readonly items: Int32Array;
  /** Weight of the role in which the case has the entity, beside `items`. */
  readonly roleWeights: Float32Array;
  /** Bit g: the case has a group-g identifier on the offender side. */
  readonly offenderGroups: Int32Array;
  readonly holderStarts: Int32Array;
  readonly holders: Int32Array;
}

/** The offender's side counts in full; what is merely mentioned or the victim's own weighs little. */
export const roleWeight: Readonly<Record<IdentifierRole, number>> = { offender: 1, neutral: 0.5, victim: 0.2 };

export const groupCount = kindGroups.length;

interface Held {
  readonly id: number;
  readonly weight: number;
}

/** Identifiers of one case by group, one entry an entity (its strongest role), suspects left out: they are the label. */
function heldByGroup(record: CaseRecord, intern: (identifier: CaseIdentifier) => { id: number; group: number } | null): Held[][] {
  const suspects = new Set(record.suspects);
  const groups: Map<number, number>[] = kindGroups.map(() => new Map());
  for (const identifier of record.identifiers) {
    if (suspects.has(identifier.entity)) continue;
    const interned = intern(identifier);
    if (!interned) continue;
    const held = groups[interned.group]!;
    held.set(interned.id, Math.max(held.get(interned.id) ?? 0, roleWeight[identifier.role]));
  }
  return groups.map((held) => [...held].map(([id, weight]) => ({ id, weight })).sort((one, other) => one.id - other.id));
}

function makeInterner() {
  const entities: IndexedEntity[] = [];
  const idOf = new Map<string, number>();
  const intern = ({ entity, kind, subtype, label }: CaseIdentifier) => {
    const known = idOf.get(entity);
    if (known !== undefined) return { id: known, group: entities[known]!.group };
    const group = kindGroupOf(kind, subtype);
    if (group < 0) return null;
    idOf.set(entity, entities.length);
    entities.push({ ref: entity, label, kind, group });
    return { id: entities.length - 1, group };
  };
  return { entities, idOf, intern };
}

/** Turns "case → entities" around. */
export function invert(caseCount: number, starts: Int32Array, stride: number, items: Int32Array, itemCount: number) {
  const holderStarts = new Int32Array(itemCount + 1);
  for (const item of items) holderStarts[item + 1]!++;
  for (let e = 0; e < itemCount; e++) holderStarts[e + 1]! += holderStarts[e]!;
  const next = holderStarts.slice();
  const holders = new Int32Array(items.length);
  for (let i = 0; i < caseCount; i++)
    for (let at = starts[i * stride]!; at < starts[(i + 1) * stride]!; at++) {
      const item = items[at]!;
      holders[next[item]!] = i;
      next[item]!++;
    }
  return { holderStarts, holders };
}

export function buildIdentifierIndex(records: readonly CaseRecord[]): IdentifierIndex {
  const { entities, idOf, intern } = makeInterner();
  const starts = new Int32Array(records.length * groupCount + 1);
  const offenderGroups = new Int32Array(records.length);
  const items: number[] = [];
  const weights: number[] = [];
  records.forEach((record, i) => {
    heldByGroup(record, intern).forEach((held, g) => {
      for (const { id, weight } of held) {
        items.push(id);
        weights.push(weight);
        if (weight === 1) offenderGroups[i]! |= 1 << g;
      }
      starts[i * groupCount + g + 1] = items.length;
    });
  });
  const itemArray = Int32Array.from(items);
  const inverse = invert(records.length, starts, groupCount, itemArray, entities.length);
  return { entities, idOf, starts, items: itemArray, roleWeights: Float32Array.from(weights), offenderGroups, ...inverse };
}

/** Calls `visit(entity, roleWeightA, roleWeightB)` for every entity of a group that both cases have. */
export function forShared(
  index: IdentifierIndex,
  a: number,
  b: number,
  group: number,
  visit: (entity: number, weightA: number, weightB: number) => void,
): void {
  let i = index.starts[a * groupCount + group]!;
  let j = index.starts[b * groupCount + group]!;
  const endA = index.starts[a * groupCount + group + 1]!;
  const endB = index.starts[b * groupCount + group + 1]!;
  while (i < endA && j < endB) {
    const difference = index.items[i]! - index.items[j]!;
    if (difference === 0) visit(index.items[i]!, index.roleWeights[i]!, index.roleWeights[j]!);
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
}

/** True when a case has the entity itself. */
export function hasEntity(index: IdentifierIndex, caseIndex: number, entity: number): boolean {
  const group = index.entities[entity]?.group;
  if (group === undefined) return false;
  for (let at = index.starts[caseIndex * groupCount + group]!; at < index.starts[caseIndex * groupCount + group + 1]!; at++)
    if (index.items[at] === entity) return true;
  return false;
}
