// Takes a source out with all its facts; what another source says too stays, under that source.
import type { WritableDb } from "../database.ts";
import { rawSql, sql } from "../sql.ts";
import { addEdge } from "./edge.ts";

const eventTables = ["transfer", "call", "stay", "capture", "login"] as const;
const plainTables = ["attribute", "link", "coverage", "source_chunk", "row_note", "entity_source", "edge"] as const;

/** Facts removed. */
export function removeSourceFacts(db: WritableDb, sourceId: number): number {
  let removed = 0;
  db.run(sql`DELETE FROM event_source WHERE source_id = ${sourceId}`);
  for (const table of plainTables) removed += db.run(sql`DELETE FROM ${rawSql(table)} WHERE source_id = ${sourceId}`).changes;
  for (const table of eventTables) {
    handOver(db, table, sourceId);
    removed += db.run(sql`DELETE FROM ${rawSql(table)} WHERE source_id = ${sourceId}`).changes;
  }
  removed += removeEntities(db, sourceId);
  db.run(sql`DELETE FROM source WHERE id = ${sourceId}`);
  return removed;
}

/** An event that a second source tells of is now the second source's. */
function handOver(db: WritableDb, table: (typeof eventTables)[number], sourceId: number): void {
  const shared = db.all<{ id: number; other: number; row: number; twin: number }>(sql`SELECT e.id, t.source_id AS other, t.row, min(t.id) AS twin
    FROM ${rawSql(table)} e JOIN event_source t ON t.kind = ${table} AND t.event_id = e.id WHERE e.source_id = ${sourceId} GROUP BY e.id`);
  for (const event of shared) {
    db.run(sql`UPDATE ${rawSql(table)} SET source_id = ${event.other}, row = ${event.row} WHERE id = ${event.id}`);
    db.run(sql`DELETE FROM event_source WHERE id = ${event.twin}`);
    handOverEdge(db, table, event.id, event.other);
  }
}

function handOverEdge(db: WritableDb, table: string, eventId: number, sourceId: number): void {
  if (table !== "transfer" && table !== "call") return;
  const sum = rawSql(table === "transfer" ? "amount_fen" : "coalesce(seconds, 0)");
  const counts = rawSql(table === "transfer" ? "state = 0" : "1");
  const event = db.get<{ from: number; to: number; sum: number; at: number | null }>(sql`SELECT from_id AS "from", to_id AS "to", ${sum} AS sum, at
    FROM ${rawSql(table)} WHERE id = ${eventId} AND from_id IS NOT NULL AND to_id IS NOT NULL AND ${counts}`);
  if (event) addEdge(db, { from: event.from, to: event.to, kind: table, directed: true, sourceId, count: 1, sum: event.sum, firstAt: event.at, lastAt: event.at });
}

function removeEntities(db: WritableDb, sourceId: number): number {
  db.run(sql`UPDATE entity SET source_id = (SELECT min(s.source_id) FROM entity_source s WHERE s.entity_id = entity.id),
      row = (SELECT s.row FROM entity_source s WHERE s.entity_id = entity.id ORDER BY s.source_id LIMIT 1)
    WHERE source_id = ${sourceId} AND EXISTS (SELECT 1 FROM entity_source s WHERE s.entity_id = entity.id)`);
  const orphans = sql`SELECT id FROM entity WHERE source_id = ${sourceId}`;
  db.run(sql`DELETE FROM search_text WHERE rowid IN (${orphans})`);
  db.run(sql`DELETE FROM search_key WHERE rowid IN (${orphans})`);
  return db.run(sql`DELETE FROM entity WHERE source_id = ${sourceId}`).changes;
}
