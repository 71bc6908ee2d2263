// Identifiers that several members of a series have, directly or one step off, most members first.

import { groupCount } from "../link/prepare/identifierIndex.ts";
import type { PreparedLink } from "../link/prepared.ts";

/** An identifier by the members that have it. */
export interface SharedEntity {
  readonly entity: string;
  readonly label: string;
  readonly kind: string;
  /** Case numbers. */
  readonly direct: readonly string[];
  readonly near: readonly string[];
}

interface Holding {
  readonly label: string;
  readonly kind: string;
  readonly direct: Set<number>;
  readonly near: Set<number>;
}

function collect(link: PreparedLink, members: readonly number[]): Map<string, Holding> {
  const { identifiers, near } = link.tables;
  const holdings = new Map<string, Holding>();
  const holdingOf = (ref: string, label: string, kind: string) => {
    const known = holdings.get(ref) ?? { label, kind, direct: new Set<number>(), near: new Set<number>() };
    holdings.set(ref, known);
    return known;
  };
  for (const i of members) {
    for (let at = identifiers.starts[i * groupCount]!; at < identifiers.starts[(i + 1) * groupCount]!; at++) {
      const entity = identifiers.entities[identifiers.items[at]!]!;
      if (!link.hubs.identifiers[identifiers.items[at]!]) holdingOf(entity.ref, entity.label, entity.kind).direct.add(i);
    }
    for (let at = near.starts[i]!; at < near.starts[i + 1]!; at++) {
      const entity = near.entities[near.items[at]!]!;
      if (!link.hubs.near[near.items[at]!]) holdingOf(entity.ref, entity.label, entity.kind).near.add(i);
    }
  }
  return holdings;
}

/** Those of at least two members. */
export function sharedEntities(link: PreparedLink, members: readonly number[]): SharedEntity[] {
  const { records } = link.tables.table;
  const numbersOf = (indices: Iterable<number>) => [...indices].sort((a, b) => a - b).map((i) => records[i]!.number);
  return [...collect(link, members)]
    .map(([entity, { label, kind, direct, near }]) => ({
      entity,
      label,
      kind,
      direct: numbersOf(direct),
      near: numbersOf([...near].filter((i) => !direct.has(i))),
    }))
    .filter(({ direct, near }) => direct.length + near.length > 1)
    .sort(
      (one, other) =>
        other.direct.length - one.direct.length || other.near.length - one.near.length || (one.entity < other.entity ? -1 : 1),
    );
}

export const entitiesWithin = (link: PreparedLink, members: readonly number[]): string[] =>
  sharedEntities(link, members).map(({ entity }) => entity);
