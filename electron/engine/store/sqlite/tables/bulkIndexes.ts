// Indexes of the large tables: left out while a large file is loaded into empty tables, built once afterwards.
import type { WritableDb } from "../database.ts";
import { rawSql, sql } from "../sql.ts";

const indexes: readonly (readonly [table: string, name: string, definition: string])[] = [
  ["transfer", "transfer_from", "transfer (from_id, at)"],
  ["transfer", "transfer_to", "transfer (to_id, at)"],
  ["edge", "edge_to", "edge (to_id, from_id, kind)"],
  ["call", "call_from", "call (from_id, at)"],
  ["call", "call_to", "call (to_id, at)"],
  ["call", "call_place", "call (place_id, at) WHERE place_id IS NOT NULL"],
  ["call", "call_device", "call (device_id, at) WHERE device_id IS NOT NULL"],
];

/** Drops the indexes of tables that are empty; true when any was dropped. */
export function dropBulkIndexes(db: WritableDb): boolean {
  let dropped = false;
  for (const [table, name] of indexes) {
    if (db.get(sql`SELECT 1 FROM ${rawSql(table)} LIMIT 1`)) continue;
    db.run(rawSql(`DROP INDEX IF EXISTS ${name}`));
    dropped = true;
  }
  return dropped;
}

/** One step an index, so that other calls are answered in between. Also run at start-up: a crash may have left them out. */
export const restoreBulkIndexes = indexes.map(([, name, definition]) => (db: WritableDb) => {
  db.run(rawSql(`CREATE INDEX IF NOT EXISTS ${name} ON ${definition}`));
});
