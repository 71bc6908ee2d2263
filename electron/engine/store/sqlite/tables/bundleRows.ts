// Everything that chosen source rows say, as stored: read in one pass a table, because facts are found by what they are about, not by their row.
import type { ReadableDb } from "../database.ts";
import { rawSql, sql, sqlJsonList } from "../sql.ts";
import type { WantedRow } from "./bundleScope.ts";
import { ready } from "./entity.ts";
import { type EventTable, type EventValues, eventColumns, eventTables } from "./eventColumns.ts";

export interface TellingRow {
  readonly sourceId: number;
  readonly row: number;
}

export interface AttributeTelling extends TellingRow {
  readonly entity: number;
  readonly name: string;
  readonly value: string;
  readonly origin: "column" | "brief";
}

export interface LinkTelling extends TellingRow {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly directed: number;
  readonly role: string;
  readonly origin: "column" | "brief";
  readonly at: number | null;
  readonly until: number | null;
  readonly weight: number | null;
  readonly attributes: string;
}

export interface EventTelling extends TellingRow {
  readonly table: EventTable;
  /** As its own source tells it, whatever others added. */
  readonly values: EventValues;
}

/** The rows as one parameter: pairs of source and row. */
const among = (rows: readonly WantedRow[]) =>
  sql`(SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(rows.map(({ sourceId, row }) => [sourceId, row]))}))`;

export const listAttributeTellings = (db: ReadableDb, rows: readonly WantedRow[]) =>
  db.all<AttributeTelling>(sql`SELECT source_id AS sourceId, row, entity_id AS entity, name, value, origin FROM attribute
    WHERE (source_id, row) IN ${among(rows)} ORDER BY source_id, row, id`);

export const listLinkTellings = (db: ReadableDb, rows: readonly WantedRow[]) =>
  db.all<LinkTelling>(sql`SELECT source_id AS sourceId, row, kind, from_id AS "from", to_id AS "to", directed, role, origin, at, until, weight, attributes
    FROM link WHERE (source_id, row) IN ${among(rows)} ORDER BY source_id, row, id`);

type Stored = Record<string, string | number | null> & { readonly sourceId: number; readonly row: number; readonly ownTold: string };

export function listEventTellings(db: ReadableDb, rows: readonly WantedRow[]): EventTelling[] {
  const own = eventTables.flatMap((table) => listOwnTellings(db, table, rows));
  const again = db
    .all<TellingRow & { readonly kind: EventTable; readonly told: string; readonly eventId: number }>(
      sql`SELECT source_id AS sourceId, row, kind, told, event_id AS eventId FROM event_source WHERE (source_id, row) IN ${among(rows)} ORDER BY source_id, row, id`,
    )
    .map(({ sourceId, row, kind, told, eventId }): EventTelling => {
      const values = told === "" ? readValues(db, kind, eventId) : (JSON.parse(told) as EventValues);
      return { sourceId, row, table: kind, values };
    });
  return [...own, ...again];
}

function listOwnTellings(db: ReadableDb, table: EventTable, rows: readonly WantedRow[]): EventTelling[] {
  const ownTold = table === "transfer" ? "own_told" : "''";
  const found =
    db.all<Stored>(sql`SELECT ${rawSql(eventColumns[table].join(", "))}, source_id AS sourceId, row, ${rawSql(ownTold)} AS ownTold
    FROM ${rawSql(table)} WHERE (source_id, row) IN ${among(rows)} ORDER BY source_id, row, id`);
  return found.map((stored) => ({
    sourceId: stored.sourceId,
    row: stored.row,
    table,
    values:
      stored.ownTold === "" ? eventColumns[table].map((column) => stored[column] ?? null) : (JSON.parse(stored.ownTold) as EventValues),
  }));
}

/** Before version 20 a second source's own telling was not kept. */
function readValues(db: ReadableDb, table: EventTable, id: number): EventValues {
  const stored = db.get<Stored>(sql`SELECT ${rawSql(eventColumns[table].join(", "))} FROM ${rawSql(table)} WHERE id = ${id}`);
  return eventColumns[table].map((column) => stored?.[column] ?? null);
}

export interface NamedIn {
  readonly sourceId: number;
  readonly id: number;
  readonly kind: string;
  readonly key: string;
  /** What this source calls it; "" where it gives no name. */
  readonly label: string;
  readonly row: number;
}

/** Entities as a source names them. */
export const listNamesIn = (db: ReadableDb, sourceId: number, ids: readonly number[]) =>
  db.all<NamedIn>(sql`SELECT ${sourceId} AS sourceId, e.id, e.kind, e.key, coalesce(s.label, '') AS label, coalesce(s.row, 0) AS row FROM entity e
    LEFT JOIN entity_source s ON s.entity_id = e.id AND s.source_id = ${sourceId} WHERE e.id IN ${sqlJsonList(ids)} ORDER BY e.id`);

/** Entities that these rows were the first of their source to name. */
export const listFirstNamed = (db: ReadableDb, rows: readonly WantedRow[], ids: readonly number[]) =>
  db.all<{ sourceId: number; row: number; id: number }>(sql`SELECT source_id AS sourceId, row, entity_id AS id FROM entity_source
    WHERE entity_id IN ${sqlJsonList(ids)} AND (source_id, row) IN ${among(rows)}`);

export interface CoverageTelling {
  readonly sourceId: number;
  readonly entity: number;
  readonly kind: "transfer" | "call";
  readonly from: number;
  readonly until: number;
}

export const listCoverageOf = (db: ReadableDb, sourceIds: readonly number[]) =>
  db.all<CoverageTelling>(sql`SELECT source_id AS sourceId, entity_id AS entity, kind, from_at AS "from", until_at AS until FROM coverage
    WHERE source_id IN ${sqlJsonList(sourceIds)} ORDER BY source_id, id`);

export const listNamesOf = (db: ReadableDb, ids: readonly number[]) =>
  db.all<{ kind: string; key: string }>(sql`SELECT kind, key FROM entity WHERE id IN ${sqlJsonList(ids)} ORDER BY id`);

export interface ToldValue {
  readonly ref: string;
  readonly name: string;
  readonly value: string;
  readonly origin: string;
  readonly label: string;
  readonly sourceId: number;
  readonly row: number;
}

/** What the workspace says of these, the earliest first. */
export const listTold = (db: ReadableDb, asked: readonly { readonly ref: string; readonly name: string }[]) =>
  db.all<ToldValue>(sql`SELECT j.value ->> 'ref' AS ref, a.name, a.value, a.origin, e.label, a.source_id AS sourceId, a.row
    FROM json_each(${JSON.stringify(asked.map(({ ref, name }) => ({ ref, name, kind: ref.slice(0, ref.indexOf(":")), key: ref.slice(ref.indexOf(":") + 1) })))}) j
    JOIN entity e ON e.kind = j.value ->> 'kind' AND e.key = j.value ->> 'key'
    JOIN attribute a ON a.entity_id = e.id AND a.name = j.value ->> 'name' AND a.source_id ${ready} ORDER BY a.id`);

/** Entities with a key of their own, of these kinds. */
export const iterateEntities = (db: ReadableDb, kinds: readonly string[]) =>
  db.iterate<{ kind: string; key: string; label: string }>(
    sql`SELECT kind, key, label FROM entity WHERE kind IN ${sqlJsonList(kinds)} AND key NOT LIKE '#%' AND source_id ${ready} ORDER BY kind, key`,
  );
