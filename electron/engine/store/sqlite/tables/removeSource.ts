// Takes a source out with all its facts; what another source says too stays, as if only the other had said it.
import { isReversalText } from "../../../../../shared/import/cells/words.ts";
import type { ReadableDb, WritableDb } from "../database.ts";
import { rawSql, sql, sqlJsonList } from "../sql.ts";
import { completeTransfers, openTransfersOf } from "./completeTransfers.ts";
import { addEdges } from "./edge.ts";
import { type EventTable, type EventValues, edgesOf, eventColumns, eventTables, updateEventText } from "./eventColumns.ts";
import { pairReversals } from "./pairReversals.ts";
import { partPaymentsOf } from "./paymentJudgement.ts";
import { listReversalsOf, registerReversal } from "./reversals.ts";
import { indexEntities, searchedAttributes } from "./searchIndex.ts";

const plainTables = ["attribute", "link", "coverage", "population", "source_chunk", "row_note", "edge"] as const;

/** Facts removed. */
export function removeSourceFacts(db: WritableDb, sourceId: number): number {
  let removed = 0;
  const changed = listChangedEntities(db, sourceId);
  partPaymentsOf(db, sourceId);
  const joined = listJoinedByCards(db, sourceId);
  const opened = openTransfersOf(db, sourceId);
  db.run(sql`DELETE FROM reversal WHERE source_id = ${sourceId}`);
  db.run(sql`DELETE FROM event_source WHERE source_id = ${sourceId}`);
  for (const table of plainTables) removed += db.run(sql`DELETE FROM ${rawSql(table)} WHERE source_id = ${sourceId}`).changes;
  const handed: number[] = [];
  for (const table of eventTables) {
    const ids = giveToOthers(db, table, sourceId);
    if (table === "transfer") handed.push(...ids);
    removed += db.run(sql`DELETE FROM ${rawSql(table)} WHERE source_id = ${sourceId}`).changes;
  }
  completeTransfers(db, [...new Set([...opened, ...listToldAgain(db, handed), ...joined])]);
  pairReversals(db, listReversalsOf(db, sourceId));
  db.run(sql`DELETE FROM entity_source WHERE source_id = ${sourceId}`);
  removed += removeEntities(db, sourceId);
  renameEntities(db, changed, sourceId);
  indexEntities(db, changed, () => false);
  db.run(sql`DELETE FROM source WHERE id = ${sourceId}`);
  return removed;
}

/** Entities of other sources too, whose name or searched words may have come from this one. */
const listChangedEntities = (db: ReadableDb, sourceId: number): number[] =>
  db
    .all<{ id: number }>(sql`SELECT entity_id AS id FROM (
      SELECT entity_id FROM entity_source WHERE source_id = ${sourceId} AND label <> ''
      UNION SELECT entity_id FROM attribute WHERE source_id = ${sourceId} AND name IN ${sqlJsonList(searchedAttributes)}) t
    WHERE EXISTS (SELECT 1 FROM entity_source o WHERE o.entity_id = t.entity_id AND o.source_id <> ${sourceId}) ORDER BY id`)
    .map(({ id }) => id);

/** An event that a second source tells of is now the second source's, as that one tells it. Gives their ids. */
export function giveToOthers(db: WritableDb, table: EventTable, sourceId: number): readonly number[] {
  const shared = db.all<{
    id: number;
    other: number;
    row: number;
    told: string;
    twin: number;
  }>(sql`SELECT e.id, t.source_id AS other, t.row, t.told, min(t.id) AS twin
    FROM event_source t JOIN source o ON o.id = t.source_id AND o.state = 'ready' JOIN ${rawSql(table)} e ON e.id = t.event_id
    WHERE t.kind = ${table} AND t.source_id <> ${sourceId} AND e.source_id = ${sourceId} GROUP BY e.id`);
  for (const { id, other, row, told, twin } of shared) {
    const values = told === "" ? readEvent(db, table, id) : (JSON.parse(told) as EventValues);
    db.prepare(updateEventText(table)).run(...values, other, row, id);
    db.run(sql`DELETE FROM event_source WHERE id = ${twin}`);
    if (table === "transfer" && isOpenReversal(values)) registerReversal(db, id, other);
    const edges = edgesOf(table, values).map(({ from, to, sum, at }) => ({ from, to, sum, firstAt: at, lastAt: at }));
    addEdges(
      db,
      edges.map((edge) => ({ ...edge, kind: table, directed: true, sourceId: other, count: 1 })),
    );
  }
  return shared.map(({ id }) => id);
}

/** Transfers that several sources tell, of accounts whose cards this source names: without it they may come apart. */
export const listJoinedByCards = (db: ReadableDb, sourceId: number): number[] =>
  db
    .all<{ id: number }>(sql`WITH named AS (SELECT from_id AS id FROM link WHERE kind = 'card-of' AND source_id = ${sourceId}
        UNION SELECT to_id FROM link WHERE kind = 'card-of' AND source_id = ${sourceId})
      SELECT t.id AS id FROM named n JOIN transfer t ON t.from_id = n.id JOIN event_source e ON e.kind = 'transfer' AND e.event_id = t.id
      UNION SELECT t.id AS id FROM named n JOIN transfer t ON t.to_id = n.id JOIN event_source e ON e.kind = 'transfer' AND e.event_id = t.id
      ORDER BY id`)
    .map(({ id }) => id);

const [statePlace, memoPlace] = [eventColumns.transfer.indexOf("state"), eventColumns.transfer.indexOf("memo")];
const isOpenReversal = (values: EventValues): boolean => values[statePlace] === 0 && isReversalText(String(values[memoPlace]));

/** Transfers that still have a further telling: what the source that went had tied together may come apart. */
export const listToldAgain = (db: ReadableDb, ids: readonly number[]): number[] =>
  ids.filter((id) => db.get(sql`SELECT 1 FROM event_source WHERE kind = 'transfer' AND event_id = ${id} LIMIT 1`) !== undefined);

/** Before version 20 the second source's own telling was not kept. */
const readEvent = (db: ReadableDb, table: EventTable, id: number): EventValues =>
  Object.values(
    db.get<Record<string, string | number | null>>(
      sql`SELECT ${rawSql(eventColumns[table].join(", "))} FROM ${rawSql(table)} WHERE id = ${id}`,
    )!,
  );

function removeEntities(db: WritableDb, sourceId: number): number {
  db.run(sql`UPDATE entity SET (source_id, row) = (SELECT s.source_id, s.row FROM entity_source s WHERE s.entity_id = entity.id ORDER BY s.source_id LIMIT 1)
    WHERE source_id = ${sourceId} AND EXISTS (SELECT 1 FROM entity_source s WHERE s.entity_id = entity.id)`);
  const orphans = sql`SELECT id FROM entity WHERE source_id = ${sourceId}`;
  db.run(sql`DELETE FROM search_text WHERE rowid IN (${orphans})`);
  db.run(sql`DELETE FROM search_key WHERE rowid IN (${orphans})`);
  return db.run(sql`DELETE FROM entity WHERE source_id = ${sourceId}`).changes;
}

/** The name that the earliest of the other sources gives, else the bare key. */
export function renameEntities(db: WritableDb, ids: readonly number[], sourceId: number): void {
  db.run(sql`UPDATE entity SET label = coalesce((SELECT s.label FROM entity_source s JOIN source o ON o.id = s.source_id AND o.state = 'ready'
      WHERE s.entity_id = entity.id AND s.source_id <> ${sourceId} AND s.label <> '' ORDER BY s.source_id LIMIT 1), key) WHERE id IN ${sqlJsonList(ids)}`);
}
