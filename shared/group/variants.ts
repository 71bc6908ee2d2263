// Small changes of the data under which a series is clustered again: one family, or one identifier, left out at a time.
import { families } from "../link/pairScore.ts";
import { hasEntity } from "../link/prepare/identifierIndex.ts";
import type { PreparedLink } from "../link/prepared.ts";
import { totalBits } from "../link/scorePairs.ts";
import { bitsByFamily, type Without } from "../link/withoutFact.ts";
import type { Variant } from "./membership.ts";
import { entitiesWithin } from "./sharedEntities.ts";

/** Identifiers of a series that are left out one at a time. */
const mostVariants = 24;

/** Reads each pair once, in the order of the cases. */
export function rememberPairs<T>(read: (a: number, b: number) => T, count: number): (a: number, b: number) => T {
  const known = new Map<number, T>();
  return (a, b) => {
    const [first, second] = a < b ? [a, b] : [b, a];
    const key = first * count + second;
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = read(first, second);
    known.set(key, value);
    return value;
  };
}

function reaches({ near }: PreparedLink["tables"], i: number, entity: number): boolean {
  for (let at = near.starts[i]!; at < near.starts[i + 1]!; at++) if (near.items[at] === entity) return true;
  return false;
}

/** Members that have the identifier or reach it: only pairs of them lose something without it. */
function touchedBy({ tables }: PreparedLink, members: readonly number[], ref: string): readonly number[] {
  const direct = tables.identifiers.idOf.get(ref);
  const reached = tables.near.idOf.get(ref);
  const isTouched = (i: number) =>
    (direct !== undefined && hasEntity(tables.identifiers, i, direct)) || (reached !== undefined && reaches(tables, i, reached));
  return members.filter(isTouched);
}

interface Changing {
  readonly members: readonly number[];
  /** Totals with nothing left out. */
  readonly bitsOf: Variant["bitsOf"];
  readonly without: Without;
}

function leaveOutEntity(link: PreparedLink, { members, bitsOf, without }: Changing, entity: string): Variant {
  const touched = touchedBy(link, members, entity);
  const { count } = link.tables.table;
  const changed = without(
    entity,
    (other) => new Map(touched.flatMap((a, i) => touched.slice(i + 1).map((b) => [a * count + b, totalBits(other, a, b)] as const))),
  );
  return { entity, bitsOf: (a, b) => changed.get(Math.min(a, b) * count + Math.max(a, b)) ?? bitsOf(a, b) };
}

function leaveOutFamilies(link: PreparedLink): Variant[] {
  const parts = rememberPairs((a, b) => bitsByFamily(link, a, b), link.tables.table.count);
  return families.map((_, left): Variant => {
    const bitsOf = (a: number, b: number) => {
      const { prior, byFamily } = parts(a, b);
      return byFamily.reduce((sum, bits, family) => sum + (family === left ? 0 : bits), prior);
    };
    return { entity: null, bitsOf };
  });
}

/** `members` in order. */
export function makeVariants(link: PreparedLink, changing: Changing): Variant[] {
  const entities = entitiesWithin(link, changing.members).slice(0, mostVariants);
  return [...leaveOutFamilies(link), ...entities.map((entity) => leaveOutEntity(link, changing, entity))];
}
