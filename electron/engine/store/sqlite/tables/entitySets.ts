// Lists of entities that are compared: what a source tells of, what stands around cases, who was at a place in a window of time.
import type { ReadableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";
import { ready } from "./entity.ts";

interface Ref {
  readonly ref: string;
}

const refsOf = (rows: readonly Ref[]) => rows.map(({ ref }) => ref);

export const listEntitiesOfSource = (db: ReadableDb, sourceId: number): string[] =>
  refsOf(
    db.all<Ref>(sql`SELECT DISTINCT e.kind || ':' || e.key AS ref FROM entity e
      WHERE e.source_id = ${sourceId} OR e.id IN (SELECT entity_id FROM entity_source WHERE source_id = ${sourceId}) ORDER BY 1`),
  );

/** Participants of the events that the source tells of in [from, until], also of those that another source told first. */
export function listEntitiesOfSourceWithin(db: ReadableDb, sourceId: number, from: number, until: number): string[] {
  const told = (kind: string) =>
    sql`at BETWEEN ${from} AND ${until} AND source_id ${ready} AND (source_id = ${sourceId}
      OR id IN (SELECT event_id FROM event_source WHERE kind = ${kind} AND source_id = ${sourceId}))`;
  return refsOf(
    db.all<Ref>(sql`WITH t AS (SELECT from_id, to_id FROM transfer WHERE ${told("transfer")}), c AS (SELECT from_id, to_id, device_id FROM call WHERE ${told("call")}),
      s AS (SELECT person_id, place_id FROM stay WHERE ${told("stay")}), p AS (SELECT device_id, place_id FROM capture WHERE ${told("capture")}),
      l AS (SELECT account_id, address_id, device_id FROM login WHERE ${told("login")})
      SELECT DISTINCT e.kind || ':' || e.key AS ref FROM (SELECT from_id AS id FROM t UNION SELECT to_id FROM t
        UNION SELECT from_id FROM c UNION SELECT to_id FROM c UNION SELECT device_id FROM c UNION SELECT person_id FROM s UNION SELECT place_id FROM s
        UNION SELECT device_id FROM p UNION SELECT place_id FROM p UNION SELECT account_id FROM l UNION SELECT address_id FROM l UNION SELECT device_id FROM l)
      seen JOIN entity e ON e.id = seen.id ORDER BY 1`),
  );
}

/** The lowest number of an entity that the sources brought first; null where they brought none. */
export const readFirstEntityOf = (db: ReadableDb, sources: readonly number[]): number | null =>
  db.get<{ id: number | null }>(sql`SELECT min(id) AS id FROM entity WHERE source_id IN ${sqlJsonList(sources)}`)?.id ?? null;

/** Entities involved in any of the cases. */
export const listEntitiesOfCases = (db: ReadableDb, numbers: readonly string[]): string[] =>
  refsOf(
    db.all<Ref>(sql`SELECT DISTINCT e.kind || ':' || e.key AS ref FROM link l JOIN entity c ON c.id = l.to_id AND c.kind = 'case'
      JOIN entity e ON e.id = l.from_id WHERE l.kind = 'involved-in' AND l.source_id ${ready} AND c.key IN ${sqlJsonList(numbers)} ORDER BY 1`),
  );

/** Persons who stayed, devices that were captured and numbers that called at any of the places in [from, until]. */
export const listSeenAt = (db: ReadableDb, places: readonly number[], from: number, until: number): string[] =>
  refsOf(
    db.all<Ref>(sql`SELECT DISTINCT e.kind || ':' || e.key AS ref FROM (
      SELECT person_id AS id FROM stay WHERE place_id IN ${sqlJsonList(places)} AND at <= ${until} AND coalesce(until, at) >= ${from} AND source_id ${ready}
      UNION SELECT device_id FROM capture WHERE place_id IN ${sqlJsonList(places)} AND at BETWEEN ${from} AND ${until} AND source_id ${ready}
      UNION SELECT CASE WHEN EXISTS (SELECT 1 FROM coverage v WHERE v.entity_id = c.to_id AND v.kind = 'call' AND v.source_id = c.source_id)
          THEN c.to_id ELSE c.from_id END FROM call c
        WHERE c.place_id IN ${sqlJsonList(places)} AND c.at BETWEEN ${from} AND ${until} AND c.source_id ${ready})
      seen JOIN entity e ON e.id = seen.id ORDER BY 1`),
  );
