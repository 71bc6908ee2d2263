// What a workspace knows of one entity, in numbers: for the answer to another unit's question.
import type { ReadableDb } from "../database.ts";
import { sql } from "../sql.ts";
import { ready } from "./entity.ts";

export interface KnownOf {
  readonly cases: number;
  readonly series: number;
  /** Source rows that say something of it. */
  readonly rows: number;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
}

export function countKnownOf(db: ReadableDb, id: number): KnownOf {
  const told = db.get<{ rows: number }>(sql`SELECT count(*) AS rows FROM (
      SELECT source_id, row FROM attribute WHERE entity_id = ${id} AND source_id ${ready}
      UNION SELECT source_id, row FROM link WHERE from_id = ${id} AND source_id ${ready}
      UNION SELECT source_id, row FROM link WHERE to_id = ${id} AND source_id ${ready}
      UNION SELECT source_id, row FROM transfer WHERE from_id = ${id} AND source_id ${ready}
      UNION SELECT source_id, row FROM transfer WHERE to_id = ${id} AND source_id ${ready}
      UNION SELECT source_id, row FROM call WHERE from_id = ${id} AND source_id ${ready}
      UNION SELECT source_id, row FROM call WHERE to_id = ${id} AND source_id ${ready}
      UNION SELECT source_id, row FROM call WHERE device_id = ${id} AND source_id ${ready}
      UNION SELECT source_id, row FROM stay WHERE person_id = ${id} AND source_id ${ready}
      UNION SELECT source_id, row FROM capture WHERE device_id = ${id} AND source_id ${ready}
      UNION SELECT source_id, row FROM login WHERE account_id = ${id} AND source_id ${ready})`)!;
  const involved = db.get<{ cases: number; series: number }>(sql`WITH involved AS (
      SELECT c.key AS number FROM link l JOIN entity c ON c.id = l.to_id AND c.kind = 'case' WHERE l.from_id = ${id} AND l.source_id ${ready}
      UNION SELECT c.key FROM link l JOIN entity c ON c.id = l.from_id AND c.kind = 'case' WHERE l.to_id = ${id} AND l.source_id ${ready}
      UNION SELECT key FROM entity WHERE id = ${id} AND kind = 'case')
    SELECT count(*) AS cases, count(DISTINCT m.series) AS series FROM involved i LEFT JOIN series_member m ON m."case" = i.number
      AND m.run_id = (SELECT max(id) FROM group_run) AND m.state <> 'waiting'`)!;
  const seen = db.get<{ firstAt: number | null; lastAt: number | null }>(sql`SELECT min(first_at) AS firstAt, max(last_at) AS lastAt FROM (
      SELECT first_at, last_at FROM edge WHERE from_id = ${id} AND source_id ${ready}
      UNION ALL SELECT first_at, last_at FROM edge WHERE to_id = ${id} AND source_id ${ready})`)!;
  return { ...involved, ...told, ...seen };
}
