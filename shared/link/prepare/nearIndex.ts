// What lies one step from the identifiers of a case: per case the reached entities with the identifier the step starts from.
import { besideSuspects, type CaseRecord, type NearIdentifier } from "../caseData.ts";
import { kindGroupOf, kindGroups } from "../kindGroups.ts";
import type { Family } from "../pairScore.ts";
import { type IdentifierIndex, invert } from "./identifierIndex.ts";

export interface NearEntity {
  readonly ref: string;
  readonly label: string;
  readonly kind: string;
  readonly family: Family | null;
}

export interface NearIndex {
  readonly entities: readonly NearEntity[];
  readonly idOf: ReadonlyMap<string, number>;
  readonly starts: Int32Array;
  /** Reached entity, sorted within a case, and the identifier (of the identifier index, -1 unknown) it is reached from. */
  readonly items: Int32Array;
  readonly vias: Int32Array;
  readonly holderStarts: Int32Array;
  readonly holders: Int32Array;
}

const subtypeOf = (ref: string) => ref.split(":")[1] ?? "";

/** Entities that a case reaches or has itself (a direct one is reached from itself), so that near meets near or direct. */
function reachedBy(record: CaseRecord): NearIdentifier[] {
  if (record.near.length === 0 && record.identifiers.length === 0) return [];
  const direct = record.identifiers
    .filter(({ role }) => role === "offender")
    .map(({ entity, kind, label, citations }) => ({ via: entity, entity, kind, label, step: "direct", at: null, citations }));
  const own = new Set(direct.map(({ entity }) => entity));
  return [...direct, ...record.near.filter(({ entity }) => !own.has(entity))];
}

export function buildNearIndex(records: readonly CaseRecord[], identifiers: IdentifierIndex): NearIndex {
  const entities: NearEntity[] = [];
  const idOf = new Map<string, number>();
  const starts = new Int32Array(records.length + 1);
  const items: number[] = [];
  const vias: number[] = [];
  const isUsed = records.some(({ near }) => near.length > 0);
  const intern = ({ entity, kind, label }: NearIdentifier) => {
    const known = idOf.get(entity);
    if (known !== undefined) return known;
    const group = kindGroupOf(kind, subtypeOf(entity));
    idOf.set(entity, entities.length);
    return entities.push({ ref: entity, label, kind, family: group < 0 ? null : kindGroups[group]!.family }) - 1;
  };
  records.forEach((record, i) => {
    const reached = (isUsed ? reachedBy(besideSuspects(record)) : []).map(
      (near) => [intern(near), identifiers.idOf.get(near.via) ?? -1] as const,
    );
    for (const [item, via] of reached.sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
      items.push(item);
      vias.push(via);
    }
    starts[i + 1] = items.length;
  });
  const itemArray = Int32Array.from(items);
  return {
    entities,
    idOf,
    starts,
    items: itemArray,
    vias: Int32Array.from(vias),
    ...invert(records.length, starts, 1, itemArray, entities.length),
  };
}
