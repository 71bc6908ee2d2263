// Which source rows stand behind a set of entities: what says something of one of them, joins two of them, or is an event between two of them.
import type { ReadableDb } from "../database.ts";
import { rawSql, type Sql, sql, sqlJsonList } from "../sql.ts";
import { ready } from "./entity.ts";
import { eventTables } from "./eventColumns.ts";

export interface WantedRow {
  readonly sourceId: number;
  readonly row: number;
}

/** Two ends that must both be wanted. */
const betweenEnds: Readonly<Record<(typeof eventTables)[number], readonly (readonly [string, string])[]>> = {
  transfer: [["from_id", "to_id"]],
  call: [["from_id", "to_id"]],
  stay: [["person_id", "place_id"]],
  capture: [["device_id", "place_id"]],
  login: [
    ["account_id", "address_id"],
    ["account_id", "device_id"],
  ],
};

export const listEntityIds = (db: ReadableDb, refs: readonly { readonly kind: string; readonly key: string }[]): number[] =>
  db
    .all<{
      id: number;
    }>(sql`SELECT e.id FROM json_each(${JSON.stringify(refs)}) j JOIN entity e ON e.kind = j.value ->> 'kind' AND e.key = j.value ->> 'key'
      WHERE e.source_id ${ready} ORDER BY e.id`)
    .map(({ id }) => id);

/** Whatever a fact joins with one of these directly. */
export const listJoinedIds = (db: ReadableDb, ids: readonly number[]): number[] =>
  db
    .all<{ id: number }>(sql`SELECT from_id AS id FROM link WHERE to_id IN ${sqlJsonList(ids)} AND source_id ${ready}
      UNION SELECT to_id FROM link WHERE from_id IN ${sqlJsonList(ids)} AND source_id ${ready} ORDER BY 1`)
    .map(({ id }) => id);

/** The same account, card or person under another number. */
export const listCardIds = (db: ReadableDb, ids: readonly number[]): number[] =>
  db
    .all<{
      id: number;
    }>(sql`SELECT from_id AS id FROM link WHERE kind IN ('card-of', 'same-as') AND to_id IN ${sqlJsonList(ids)} AND source_id ${ready}
      UNION SELECT to_id FROM link WHERE kind IN ('card-of', 'same-as') AND from_id IN ${sqlJsonList(ids)} AND source_id ${ready} ORDER BY 1`)
    .map(({ id }) => id);

/** A fact that many rows of a sheet repeat is told by the first of them; events are told by every row that tells of them. */
export function listWantedRows(db: ReadableDb, ids: readonly number[]): WantedRow[] {
  const wanted = sqlJsonList(ids);
  const queries: Sql[] = [
    sql`SELECT source_id AS sourceId, min(row) AS row FROM attribute WHERE entity_id IN ${wanted} AND source_id ${ready} GROUP BY entity_id, name, value, source_id`,
    sql`SELECT source_id AS sourceId, min(row) AS row FROM link WHERE from_id IN ${wanted} AND to_id IN ${wanted} AND source_id ${ready}
      GROUP BY from_id, to_id, kind, role, source_id`,
    ...eventTables.flatMap((table) => betweenEnds[table].flatMap(([a, b]) => eventRows(table, a, b, wanted))),
  ];
  const rows = new Map<string, WantedRow>();
  for (const query of queries) for (const row of db.all<WantedRow>(query)) rows.set(`${row.sourceId} ${row.row}`, row);
  for (const row of listNamingRows(db, ids, rows)) rows.set(`${row.sourceId} ${row.row}`, row);
  return [...rows.values()].sort((x, y) => x.sourceId - y.sourceId || x.row - y.row);
}

function eventRows(table: string, a: string, b: string, wanted: Sql): Sql[] {
  const between = sql`${rawSql(a)} IN ${wanted} AND ${rawSql(b)} IN ${wanted} AND source_id ${ready}`;
  return [
    sql`SELECT source_id AS sourceId, row FROM ${rawSql(table)} WHERE ${between}`,
    sql`SELECT t.source_id AS sourceId, t.row FROM event_source t WHERE t.kind = ${table} AND t.source_id ${ready}
      AND t.event_id IN (SELECT id FROM ${rawSql(table)} WHERE ${between})`,
  ];
}

/** Rows that name those of which nothing else is told. */
function listNamingRows(db: ReadableDb, ids: readonly number[], rows: ReadonlyMap<string, WantedRow>): WantedRow[] {
  const named = db.all<WantedRow & { readonly id: number }>(
    sql`SELECT entity_id AS id, source_id AS sourceId, row FROM entity_source WHERE entity_id IN ${sqlJsonList(ids)} AND source_id ${ready} AND row > 0
      ORDER BY entity_id, source_id`,
  );
  const told = new Set(named.filter(({ sourceId, row }) => rows.has(`${sourceId} ${row}`)).map(({ id }) => id));
  const first = new Map(named.filter(({ id }) => !told.has(id)).map((one) => [one.id, one]));
  return [...first.values()];
}
