// What the workspace knows of people: their names, and which kind of entity a key belongs to.
import type { ReadableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";

export interface NameSlice {
  readonly names: readonly string[];
  /** Row to go on from; null after the last. */
  readonly next: number | null;
}

/** Slices go by row id: a plus keeps SQLite from an index that would be sorted anew for each. */
const sliceRows = 5_000;

function sliceOf(rows: readonly { id: number; name: string }[]): NameSlice {
  return { names: rows.map(({ name }) => name), next: rows.length < sliceRows ? null : rows.at(-1)!.id };
}

/** Labels of persons and accounts: an account is labelled with its holder. */
export const readLabelSlice = (db: ReadableDb, after: number): NameSlice =>
  sliceOf(
    db.all(
      sql`SELECT id, label AS name FROM entity WHERE id > ${after} AND +kind IN ('person', 'account') AND label <> key ORDER BY id LIMIT ${sliceRows}`,
    ),
  );

/** Values of attributes that hold names. */
export const readAttributeSlice = (db: ReadableDb, attributes: readonly string[], after: number): NameSlice =>
  sliceOf(
    db.all(
      sql`SELECT id, value AS name FROM attribute WHERE id > ${after} AND +name IN ${sqlJsonList(attributes)} ORDER BY id LIMIT ${sliceRows}`,
    ),
  );

const readLastEntityId = (db: ReadableDb): number => db.get<{ id: number | null }>(sql`SELECT max(id) AS id FROM entity`)?.id ?? 0;

/** Names that single sources gave to persons and accounts, entity by entity. */
export function readTellingSlice(db: ReadableDb, after: number): NameSlice {
  const until = after + sliceRows;
  const rows = db.all<{ name: string }>(sql`SELECT t.label AS name FROM entity_source t CROSS JOIN entity e ON e.id = t.entity_id
    WHERE t.entity_id > ${after} AND t.entity_id <= ${until} AND +e.kind IN ('person', 'account') AND t.label <> ''`);
  return { names: rows.map(({ name }) => name), next: until < readLastEntityId(db) ? until : null };
}

const kindsWithKeys = ["case", "person", "phone", "account", "device", "netid", "vehicle"];

/** Kind of the entity with this key; a case before all others. */
export const readKindOfKey = (db: ReadableDb, key: string): string | null =>
  db.get<{ kind: string }>(
    sql`SELECT kind FROM entity WHERE kind IN ${sqlJsonList(kindsWithKeys)} AND key = ${key} ORDER BY kind <> 'case', kind LIMIT 1`,
  )?.kind ?? null;
