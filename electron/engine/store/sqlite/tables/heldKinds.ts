// Which kinds of sheet the workspace holds anything of: by its sources, and by what stands in it whatever it came from.
import { entityKinds } from "../../../../../shared/model/entity.ts";
import { eventKinds } from "../../../../../shared/model/event.ts";
import type { ReadableDb } from "../database.ts";
import { rawSql, sql } from "../sql.ts";
import { citedName } from "./citedName.ts";
import { ready } from "./entity.ts";

const holdsEvent = (db: ReadableDb, kind: string): boolean =>
  db.get(sql`SELECT 1 FROM ${rawSql(kind)} WHERE source_id ${ready} LIMIT 1`) !== undefined;
const holdsEntity = (db: ReadableDb, kind: string): boolean =>
  db.get(sql`SELECT 1 FROM entity WHERE kind = ${kind} AND source_id ${ready} LIMIT 1`) !== undefined;

/** Row kinds of ready sources with stored rows, kinds of events and of entities that are there. */
export function listHeldKinds(db: ReadableDb): ReadonlySet<string> {
  const told = db.all<{ kind: string }>(sql`SELECT DISTINCT row_kind AS kind FROM source WHERE state = 'ready' AND stored > 0`);
  const events = eventKinds.filter((kind) => holdsEvent(db, kind));
  const entities = entityKinds.filter((kind) => holdsEntity(db, kind));
  return new Set([...told.map(({ kind }) => kind), ...events, ...entities]);
}

/** First rows that tell of an entity, one a source. */
export const listTellingRows = (db: ReadableDb, id: number, limit: number) =>
  db.all<{ sourceId: number; row: number; source: string; sheet: string | null }>(
    sql`SELECT t.source_id AS sourceId, t.row, ${citedName} AS source, s.sheet FROM entity_source t
      JOIN source s ON s.id = t.source_id AND s.state = 'ready' WHERE t.entity_id = ${id} ORDER BY t.source_id LIMIT ${limit}`,
  );

export const citeRow = (db: ReadableDb, sourceId: number, row: number) =>
  db.get<{ sourceId: number; row: number; source: string; sheet: string | null }>(
    sql`SELECT id AS sourceId, ${row} AS row, name AS source, sheet FROM source WHERE id = ${sourceId} AND state = 'ready'`,
  );
