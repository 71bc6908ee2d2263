// What resolving reads: every row's values of the entities of a kind, and rows that name one without saying more.
import type { ReadableDb } from "../database.ts";
import { sql } from "../sql.ts";
import { ready } from "./entity.ts";

export interface RecordValue {
  readonly entityId: number;
  readonly key: string;
  readonly label: string;
  readonly sourceId: number;
  readonly row: number;
  readonly name: string;
  readonly value: string;
}

export const iterateRecordValues = (db: ReadableDb, kind: string) =>
  db.iterate<RecordValue>(sql`SELECT e.id AS entityId, e.key, e.label, a.source_id AS sourceId, a.row, a.name, a.value
    FROM entity e JOIN attribute a ON a.entity_id = e.id WHERE e.kind = ${kind} AND a.source_id ${ready} ORDER BY a.source_id, a.row, e.id, a.id`);

/** Entities that a source names without any value. */
export const iterateBareRecords = (db: ReadableDb, kind: string) =>
  db.iterate<Omit<RecordValue, "name" | "value">>(sql`SELECT e.id AS entityId, e.key, e.label, s.source_id AS sourceId, s.row
    FROM entity e JOIN entity_source s ON s.entity_id = e.id WHERE e.kind = ${kind} AND s.source_id ${ready}
      AND NOT EXISTS (SELECT 1 FROM attribute a WHERE a.entity_id = e.id AND a.source_id = s.source_id) ORDER BY s.source_id, s.row, e.id`);

/** Heading → targets of every source: a cell that its target did not understand is kept under its heading. */
export const listMappedColumns = (db: ReadableDb) =>
  db.all<{ sourceId: number; columns: string }>(
    sql`SELECT id AS sourceId, json_extract(mapping, '$.columns') AS columns FROM source WHERE state = 'ready' ORDER BY id`,
  );

export interface RecordLine {
  readonly row: number;
  readonly key: string;
  readonly identityKey: string;
}

/** Every record of a source, with the entity that stands for its identity. */
export const listRecordLines = (db: ReadableDb, kind: string, sourceId: number) =>
  db.all<RecordLine>(sql`WITH record AS (
      SELECT DISTINCT a.row, e.id, e.key FROM attribute a JOIN entity e ON e.id = a.entity_id WHERE a.source_id = ${sourceId} AND e.kind = ${kind}
      UNION SELECT s.row, e.id, e.key FROM entity_source s JOIN entity e ON e.id = s.entity_id WHERE s.source_id = ${sourceId} AND e.kind = ${kind}
        AND NOT EXISTS (SELECT 1 FROM attribute a WHERE a.entity_id = e.id AND a.source_id = ${sourceId})),
    head AS (SELECT run_id, identity_id, min(entity_id) AS id FROM identity_member GROUP BY run_id, identity_id)
    SELECT r.row, r.key, coalesce(x.key, r.key) AS identityKey FROM record r LEFT JOIN identity_member m ON m.entity_id = r.id
      LEFT JOIN head h ON h.run_id = m.run_id AND h.identity_id = m.identity_id LEFT JOIN entity x ON x.id = h.id ORDER BY r.row, r.id`);
