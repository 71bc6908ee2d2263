// Takes a source out at once: from now on nobody sees it, and what another source says too stands as if only the other had said it.
// Its own rows are cleared away afterwards in short steps (`removeLoading.ts`), like those of an import that did not end.
import type { ImportedSource } from "../../../../../shared/import/calls.ts";
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";
import { completeTransfers, openTransfersOf } from "./completeTransfers.ts";
import { eventTables } from "./eventColumns.ts";
import { forgetIdentitiesOf } from "./forgetIdentities.ts";
import { pairReversals } from "./pairReversals.ts";
import { partPaymentsOf } from "./paymentJudgement.ts";
import { giveToOthers, listJoinedByCards, listToldAgain, renameEntities } from "./removeSource.ts";
import { listReversalsOf } from "./reversals.ts";
import { indexEntities, searchedAttributes } from "./searchIndex.ts";
import { readSource } from "./source.ts";

/** Facts that go with it: what the source added, less what others keep. */
export function withdrawSource(db: WritableDb, sourceId: number, now: number): number {
  const added = JSON.parse(readSource(db, sourceId)?.facts ?? "{}") as Partial<ImportedSource["facts"]>;
  const entities = keepEntities(db, sourceId);
  forgetIdentitiesOf(db, sourceId);
  const events = withdrawEvents(db, sourceId, now);
  const renamed = listRenamed(db, sourceId);
  const reworded = listReworded(db, sourceId);
  db.run(sql`DELETE FROM attribute WHERE source_id = ${sourceId} AND entity_id IN ${sqlJsonList(reworded)}`);
  renameEntities(db, renamed, sourceId);
  indexEntities(
    db,
    [...new Set([...renamed, ...reworded])].sort((a, b) => a - b),
    () => false,
  );
  const { attributes = 0, links = 0 } = added;
  return Math.max(0, (added.entities ?? 0) + attributes + links + (added.events ?? 0) - entities - events);
}

/** What ties tellings together is taken out at once, the bulk of them later: nothing looks at transfers of a source that was removed. */
function withdrawEvents(db: WritableDb, sourceId: number, now: number): number {
  partPaymentsOf(db, sourceId);
  const joined = listJoinedByCards(db, sourceId);
  const opened = openTransfersOf(db, sourceId);
  db.run(sql`DELETE FROM reversal WHERE source_id = ${sourceId}`);
  db.run(sql`DELETE FROM event_source WHERE source_id = ${sourceId}`);
  db.run(sql`DELETE FROM link WHERE source_id = ${sourceId} AND kind = 'card-of'`);
  const given = eventTables.map((table) => giveToOthers(db, table, sourceId));
  const handed = given[eventTables.indexOf("transfer")]!;
  const own = db.prepare("SELECT 1 FROM transfer WHERE id = ? AND source_id = ?");
  db.run(sql`UPDATE source SET state = 'loading', removed_at = ${now} WHERE id = ${sourceId}`);
  const touched = [...new Set([...opened, ...listToldAgain(db, handed), ...joined])].filter((id) => own.get(id, sourceId) === undefined);
  completeTransfers(db, touched);
  pairReversals(db, listReversalsOf(db, sourceId));
  return given.reduce((sum, ids) => sum + ids.length, 0);
}

/** Entities that a ready source tells of too are that one's now. */
const keepEntities = (db: WritableDb, sourceId: number): number =>
  db.run(sql`UPDATE entity SET (source_id, row) = (SELECT s.source_id, s.row FROM entity_source s JOIN source o ON o.id = s.source_id AND o.state = 'ready'
      WHERE s.entity_id = entity.id AND s.source_id <> ${sourceId} ORDER BY s.source_id LIMIT 1)
    WHERE source_id = ${sourceId} AND EXISTS (SELECT 1 FROM entity_source s JOIN source o ON o.id = s.source_id AND o.state = 'ready'
      WHERE s.entity_id = entity.id AND s.source_id <> ${sourceId})`).changes;

/** Entities of others whose name is this source's: the next source calls them otherwise, or not at all. */
const listRenamed = (db: ReadableDb, sourceId: number): number[] =>
  db
    .all<{ id: number }>(sql`SELECT e.id FROM entity_source t JOIN entity e ON e.id = t.entity_id
      WHERE t.source_id = ${sourceId} AND t.label <> '' AND e.source_id <> ${sourceId} AND e.label <> coalesce(
        (SELECT s.label FROM entity_source s JOIN source o ON o.id = s.source_id AND o.state = 'ready'
          WHERE s.entity_id = e.id AND s.source_id <> ${sourceId} AND s.label <> '' ORDER BY s.source_id LIMIT 1), e.key) ORDER BY e.id`)
    .map(({ id }) => id);

/** Entities of others with a searched word that only this source says. */
const listReworded = (db: ReadableDb, sourceId: number): number[] =>
  db
    .all<{ id: number }>(sql`SELECT DISTINCT a.entity_id AS id FROM attribute a JOIN entity e ON e.id = a.entity_id
      WHERE a.source_id = ${sourceId} AND e.source_id <> ${sourceId} AND a.name IN ${sqlJsonList(searchedAttributes)}
        AND NOT EXISTS (SELECT 1 FROM attribute b WHERE b.entity_id = a.entity_id AND b.name = a.name AND b.value = a.value AND b.source_id <> ${sourceId})
      ORDER BY a.entity_id`)
    .map(({ id }) => id);
