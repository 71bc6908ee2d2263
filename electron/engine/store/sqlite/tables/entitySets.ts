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

/** Entities involved in any of the cases. */
export const listEntitiesOfCases = (db: ReadableDb, numbers: readonly string[]): string[] =>
  refsOf(
    db.all<Ref>(sql`SELECT DISTINCT e.kind || ':' || e.key AS ref FROM link l JOIN entity c ON c.id = l.to_id AND c.kind = 'case'
      JOIN entity e ON e.id = l.from_id WHERE l.kind = 'involved-in' AND l.source_id ${ready} AND c.key IN ${sqlJsonList(numbers)} ORDER BY 1`),
  );

/** Persons who stayed and devices that were captured at a place in [from, until]. */
export const listSeenAt = (db: ReadableDb, place: number, from: number, until: number): string[] =>
  refsOf(
    db.all<Ref>(sql`SELECT DISTINCT e.kind || ':' || e.key AS ref FROM (
      SELECT person_id AS id FROM stay WHERE place_id = ${place} AND at <= ${until} AND coalesce(until, at) >= ${from} AND source_id ${ready}
      UNION SELECT device_id FROM capture WHERE place_id = ${place} AND at BETWEEN ${from} AND ${until} AND source_id ${ready})
      seen JOIN entity e ON e.id = seen.id ORDER BY 1`),
  );
