// Rows of a bundle against the rows that this workspace holds of the same sheets: new, same, or read otherwise; and what new rows say against ours.
import type { BundleRow, BundleSource, ExchangeContent } from "../../../../shared/review/exchange/format.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { isLeft } from "../../store/sqlite/tables/bundle.ts";
import { listTold, type ToldValue } from "../../store/sqlite/tables/bundleRows.ts";
import type { WantedRow } from "../../store/sqlite/tables/bundleScope.ts";
import { refIn } from "./container.ts";
import { gatherRows } from "./gatherRows.ts";
import { type KnownOrigin, keyIdsOf, refArriving } from "./origins.ts";
import { rowHash, saysNothing } from "./rowHash.ts";

export interface HashedRow {
  readonly source: BundleSource;
  readonly row: BundleRow;
  readonly hash: string;
}

export interface RowConflict {
  readonly theirs: HashedRow;
  /** Ours of the same row, with the source that it stands in here. */
  readonly ours: HashedRow;
  readonly sourceId: number;
}

export interface AttributeConflict {
  readonly theirs: HashedRow;
  /** Place of the attribute in their row. */
  readonly at: number;
  readonly ref: string;
  readonly name: string;
  readonly value: string;
  readonly origin: string;
  readonly ours: ToldValue;
}

export interface ComparedRows {
  readonly fresh: readonly HashedRow[];
  readonly same: readonly HashedRow[];
  readonly rowConflicts: readonly RowConflict[];
  readonly attributeConflicts: readonly AttributeConflict[];
}

interface Own extends HashedRow {
  readonly sourceId: number;
}

export function compareRows(
  db: ReadableDb,
  content: ExchangeContent,
  origins: ReadonlyMap<number, KnownOrigin>,
  unit: string,
): ComparedRows {
  const own = readOwnRows(db, content, origins, unit);
  const fresh: HashedRow[] = [];
  const same: HashedRow[] = [];
  const rowConflicts: RowConflict[] = [];
  for (const row of content.rows) {
    const source = content.sources[row.source]!;
    const theirs = { source, row, hash: rowHash(source, row) };
    const known = own.get(`${source.origin} ${row.row}`) ?? [];
    const spoken = known.filter((one) => !saysNothing(one.row));
    if (isHeld(db, theirs, known, content.manifest.isMasked)) same.push(theirs);
    else if (spoken.length === 0) fresh.push(theirs);
    else rowConflicts.push({ theirs, ours: spoken[0]!, sourceId: spoken[0]!.sourceId });
  }
  const attributeConflicts = content.manifest.isMasked ? [] : findAttributeConflicts(db, fresh, origins);
  return { fresh, same, rowConflicts, attributeConflicts };
}

/** A masked row cannot be told from ours but by its place. */
const isHeld = (db: ReadableDb, { source, row, hash }: HashedRow, known: readonly Own[], isMasked: boolean): boolean =>
  (isMasked && known.length > 0) || known.some((one) => one.hash === hash) || isLeft(db, source.origin, row.row, hash);

function readOwnRows(
  db: ReadableDb,
  { sources, rows }: ExchangeContent,
  origins: ReadonlyMap<number, KnownOrigin>,
  unit: string,
): ReadonlyMap<string, readonly Own[]> {
  const held = new Map<string, number[]>();
  for (const [id, { origin }] of origins) held.set(origin, [...(held.get(origin) ?? []), id]);
  const wanted: WantedRow[] = rows.flatMap(({ source, row }) =>
    (held.get(sources[source]!.origin) ?? []).map((sourceId) => ({ sourceId, row })),
  );
  const gathered = gatherRows(db, wanted, { origins, unit, named: [] });
  const own = new Map<string, Own[]>();
  for (const row of gathered.rows) {
    if (row.cells.length === 0 && saysNothing(row)) continue;
    const source = gathered.sources[row.source]!;
    const place = `${source.origin} ${row.row}`;
    const one = { source, row, hash: rowHash(source, row), sourceId: gathered.sourceIds[row.source]! };
    own.set(place, [...(own.get(place) ?? []), one]);
  }
  return own;
}

/** Of these a thing has one at a time; of others (telephones, addresses, tags) it may have many. */
const isSingle = (name: string): boolean => singles.has(name);
const singles = new Set(
  [
    "person.name person.birthDate person.sex person.identityNumber",
    "case.type case.status case.unit case.from case.until case.reported case.filed case.loss case.stopped case.frozen case.returned case.officer",
    "account.holder account.bank account.branch account.opened account.closed account.status account.type account.balance",
    "phone.status phone.opened phone.carrier phone.imsi vehicle.type vehicle.make vehicle.colour place.longitude place.latitude organisation.name",
  ]
    .join(" ")
    .split(" "),
);

/** Each side says exactly one thing, and not the same. */
function findAttributeConflicts(
  db: ReadableDb,
  fresh: readonly HashedRow[],
  origins: ReadonlyMap<number, KnownOrigin>,
): AttributeConflict[] {
  const keyIds = keyIdsOf(origins);
  const theirs = new Map<string, { readonly said: Set<string>; readonly first: Omit<AttributeConflict, "ours"> }>();
  for (const one of fresh)
    one.row.attributes.forEach(([entity, name, value, origin], at) => {
      if (!isSingle(name)) return;
      const ref = refArriving(refIn(one.source, entity), keyIds);
      if (ref === null) return;
      const key = JSON.stringify([ref, name]);
      const known = theirs.get(key) ?? { said: new Set<string>(), first: { theirs: one, at, ref, name, value, origin } };
      known.said.add(value);
      theirs.set(key, known);
    });
  const ours = new Map<string, ToldValue[]>();
  for (const told of listTold(
    db,
    [...theirs.values()].map(({ first }) => ({ ref: first.ref, name: first.name })),
  )) {
    const key = JSON.stringify([told.ref, told.name]);
    ours.set(key, [...(ours.get(key) ?? []), told]);
  }
  return [...theirs].flatMap(([key, { said, first }]) => {
    const values = ours.get(key) ?? [];
    const differs = said.size === 1 && new Set(values.map(({ value }) => value)).size === 1 && values[0]!.value !== first.value;
    return differs ? [{ ...first, ours: values[0]! }] : [];
  });
}
