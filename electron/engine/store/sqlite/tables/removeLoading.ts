// Clears away sources that never became ready (cancelled, failed, killed) in short steps: nobody sees them, so it may take its time.
import type { WritableDb } from "../database.ts";
import { rawSql, sql } from "../sql.ts";
import { restoreBulkIndexes } from "./bulkIndexes.ts";
import { eventTables } from "./eventColumns.ts";
import { removeSourceFacts } from "./removeSource.ts";

const rowsAtOnce = 4000;
const bulkyTables = ["attribute", "link", ...eventTables] as const;

/** One short transaction; true when there is nothing left for it to do. */
export type RemovalStep = (db: WritableDb) => boolean;

/** Steps in order, each to be repeated until it is done. The last one takes the source itself. */
export function stepsToRemove(sourceId: number): RemovalStep[] {
  return [
    ...bulkyTables.map((table) => (db: WritableDb) => deleteNewest(db, table, sourceId)),
    ...restoreBulkIndexes.map((create) => (db: WritableDb) => {
      create(db);
      return true;
    }),
    (db) => deleteEntities(db, sourceId),
    (db) => {
      removeSourceFacts(db, sourceId);
      return true;
    },
  ];
}

/** Newest first: the rows of the last source are found without a search. */
function deleteNewest(db: WritableDb, table: string, sourceId: number): boolean {
  const { changes } = db.run(sql`DELETE FROM ${rawSql(table)} WHERE id IN
    (SELECT id FROM ${rawSql(table)} WHERE source_id = ${sourceId} ORDER BY id DESC LIMIT ${rowsAtOnce})`);
  return changes < rowsAtOnce;
}

/** Entities that only the leftover knows; the rest is the last step's. */
function deleteEntities(db: WritableDb, sourceId: number): boolean {
  const ids = db
    .all<{ id: number }>(sql`SELECT id FROM entity WHERE source_id = ${sourceId}
      AND NOT EXISTS (SELECT 1 FROM entity_source s WHERE s.entity_id = entity.id AND s.source_id <> ${sourceId}) ORDER BY id DESC LIMIT ${rowsAtOnce}`)
    .map(({ id }) => id);
  for (const id of ids) {
    for (const text of deleteEntityTexts) db.prepare(text).run(id);
  }
  return ids.length < rowsAtOnce;
}

const deleteEntityTexts = [
  "DELETE FROM search_text WHERE rowid = ?",
  "DELETE FROM search_key WHERE rowid = ?",
  "DELETE FROM coverage WHERE entity_id = ?",
  "DELETE FROM entity_source WHERE entity_id = ?",
  "DELETE FROM entity WHERE id = ?",
];
