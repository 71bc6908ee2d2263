// Cases that given sources brought.
import type { ReadableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";

export const listCasesOfSources = (db: ReadableDb, sourceIds: readonly number[], limit: number): string[] =>
  db
    .all<{ key: string }>(
      sql`SELECT key FROM entity WHERE kind = 'case' AND source_id IN ${sqlJsonList(sourceIds)} ORDER BY key LIMIT ${limit}`,
    )
    .map(({ key }) => key);
