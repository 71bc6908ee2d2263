// Clears away sources that nobody sees (cancelled, failed, killed, taken out) in short steps, so that it may take its time.
import type { WritableDb } from "../database.ts";
import { rawSql, sql } from "../sql.ts";
import { restoreBulkIndexes } from "./bulkIndexes.ts";
import { completeTransfers } from "./completeTransfers.ts";
import { eventTables } from "./eventColumns.ts";
import { listJoinedByCards, removeSourceFacts } from "./removeSource.ts";

const rowsAtOnce = 4000;
const bulkyTables = ["attribute", "link", "coverage", "population", "source_chunk", "row_note", "event_source", ...eventTables] as const;

/** One short transaction; true when there is nothing left for it to do. */
export type RemovalStep = (db: WritableDb) => boolean;

/** Steps in order, each to be repeated until it is done. The last one takes the source itself. */
export function stepsToRemove(sourceId: number): RemovalStep[] {
  return [
    (db) => partJoined(db, sourceId),
    ...bulkyTables.map((table) => stepThrough(table, sourceId)),
    stepThroughEdges(sourceId),
    ...restoreBulkIndexes.map((create) => (db: WritableDb) => {
      create(db);
      return true;
    }),
    stepThroughEntities(sourceId),
    stepThroughTellings(sourceId),
    (db) => {
      removeSourceFacts(db, sourceId);
      return true;
    },
  ];
}

/** What only this source's card links made one comes apart first: without them nobody knows any more what that was. */
function partJoined(db: WritableDb, sourceId: number): true {
  const joined = listJoinedByCards(db, sourceId);
  if (joined.length === 0) return true;
  db.run(sql`DELETE FROM link WHERE kind = 'card-of' AND source_id = ${sourceId}`);
  completeTransfers(db, joined);
  return true;
}

/** Row numbers from the newest down, so many a step: every row is looked at once, wherever the source stands among others. */
function walkDown(lastOf: (db: WritableDb) => number, remove: (db: WritableDb, from: number, until: number) => void): RemovalStep {
  let until: number | null = null;
  return (db) => {
    until ??= lastOf(db);
    const from = until - rowsAtOnce + 1;
    remove(db, from, until);
    until = from - 1;
    return until <= 0;
  };
}

const lastId = (table: string) => (db: WritableDb) =>
  db.get<{ id: number }>(sql`SELECT coalesce(max(id), 0) AS id FROM ${rawSql(table)}`)!.id;

const stepThrough = (table: string, sourceId: number): RemovalStep =>
  walkDown(lastId(table), (db, from, until) =>
    db.run(sql`DELETE FROM ${rawSql(table)} WHERE id BETWEEN ${from} AND ${until} AND source_id = ${sourceId}`),
  );

/** Edges have no number of their own: as many entities a step, with the edges that start at them. */
const stepThroughEdges = (sourceId: number): RemovalStep =>
  walkDown(
    (db) => db.get<{ id: number }>(sql`SELECT coalesce(max(from_id), 0) AS id FROM edge`)!.id,
    (db, from, until) => db.run(sql`DELETE FROM edge WHERE from_id BETWEEN ${from} AND ${until} AND source_id = ${sourceId}`),
  );

/** Entities that only the leftover knows; the rest is the last step's. */
const stepThroughEntities = (sourceId: number): RemovalStep =>
  walkDown(lastId("entity"), (db, from, until) => {
    const orphans = db.all<{ id: number }>(sql`SELECT id FROM entity WHERE id BETWEEN ${from} AND ${until} AND source_id = ${sourceId}
      AND NOT EXISTS (SELECT 1 FROM entity_source s WHERE s.entity_id = entity.id AND s.source_id <> ${sourceId})`);
    for (const { id } of orphans) for (const text of deleteEntityTexts) db.prepare(text).run(id);
  });

const stepThroughTellings = (sourceId: number): RemovalStep =>
  walkDown(
    (db) => db.get<{ id: number }>(sql`SELECT coalesce(max(entity_id), 0) AS id FROM entity_source`)!.id,
    (db, from, until) => db.run(sql`DELETE FROM entity_source WHERE entity_id BETWEEN ${from} AND ${until} AND source_id = ${sourceId}`),
  );

const deleteEntityTexts = [
  "DELETE FROM search_text WHERE rowid = ?",
  "DELETE FROM search_key WHERE rowid = ?",
  "DELETE FROM coverage WHERE entity_id = ?",
  "DELETE FROM entity_source WHERE entity_id = ?",
  "DELETE FROM entity WHERE id = ?",
];
