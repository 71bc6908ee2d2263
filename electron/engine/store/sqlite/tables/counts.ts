// How much of what is in the workspace.

import { eventKinds } from "../../../../../shared/model/event.ts";
import type { ReadableDb } from "../database.ts";
import { rawSql, sql } from "../sql.ts";
import { ready } from "./entity.ts";

/** While nothing loads, whole tables are counted by their smallest index. */
const onlyReady = (db: ReadableDb) =>
  db.get(sql`SELECT 1 FROM source WHERE state = 'loading' LIMIT 1`) ? sql`WHERE source_id ${ready}` : sql``;

export function countEntities(db: ReadableDb): Record<string, number> {
  const rows = db.all<{ kind: string; n: number }>(
    sql`SELECT kind, count(*) AS n FROM entity ${onlyReady(db)} GROUP BY kind ORDER BY kind`,
  );
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]));
}

/** Entities that the newest import brought, all its sources together, by kind. */
export function countNewestEntities(db: ReadableDb): Record<string, number> {
  const rows = db.all<{ kind: string; n: number }>(sql`SELECT kind, count(*) AS n FROM entity WHERE source_id IN
    (SELECT id FROM source WHERE state = 'ready' AND imported_at = (SELECT max(imported_at) FROM source WHERE state = 'ready')) GROUP BY kind ORDER BY kind`);
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]));
}

export function countEvents(db: ReadableDb): Record<string, number> {
  return Object.fromEntries(eventKinds.map((kind) => [kind, countRows(db, kind)]));
}

const countRows = (db: ReadableDb, table: string): number =>
  db.get<{ n: number }>(sql`SELECT count(*) AS n FROM ${rawSql(table)} ${onlyReady(db)}`)?.n ?? 0;

export const countSources = (db: ReadableDb) =>
  db.get<{ sources: number; rejected: number; lastAt: number | null }>(
    sql`SELECT count(*) AS sources, coalesce(sum(rejected), 0) AS rejected, max(imported_at) AS lastAt FROM source WHERE state = 'ready'`,
  )!;

export const readCaseSpan = (db: ReadableDb) =>
  db.get<{
    first: string | null;
    last: string | null;
  }>(sql`SELECT min(substr(a.value, 1, 10)) AS first, max(substr(a.value, 1, 10)) AS last FROM entity c
    JOIN attribute a ON a.entity_id = c.id AND a.name = 'case.from' WHERE c.kind = 'case' AND a.source_id ${ready}`)!;
