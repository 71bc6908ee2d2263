// Rejected and skipped rows with their reasons.
import type { RowReason } from "../../../../../shared/import/facts.ts";
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";
import { ready } from "./entity.ts";

export interface RowNoteRow {
  readonly sourceId: number;
  readonly row: number;
  readonly verdict: "rejected" | "skipped";
  readonly reason: RowReason;
  readonly column: string;
  readonly cell: string;
}

export interface RowNoteFilter {
  readonly sourceId: number | null;
  readonly reason: string | null;
  readonly after: number;
  readonly limit: number;
}

export const listRowNotes = (db: ReadableDb, filter: RowNoteFilter) =>
  db.all<RowNoteRow>(sql`SELECT source_id AS sourceId, row, verdict, reason, heading AS "column", cell FROM row_note
    WHERE (${filter.sourceId} IS NULL OR source_id = ${filter.sourceId}) AND (${filter.reason} IS NULL OR reason = ${filter.reason}) AND row > ${filter.after}
      AND source_id ${ready} ORDER BY source_id, verdict, row LIMIT ${filter.limit}`);

export function countRowNotes(db: ReadableDb, sourceId: number | null): Record<string, number> {
  const rows = db.all<{
    reason: string;
    n: number;
  }>(sql`SELECT reason, count(*) AS n FROM row_note WHERE (${sourceId} IS NULL OR source_id = ${sourceId})
    AND source_id ${ready} GROUP BY reason ORDER BY n DESC, reason`);
  return Object.fromEntries(rows.map(({ reason, n }) => [reason, n]));
}

/** Corrected rows are no rejects any more: they were imported as a source of their own. */
export function deleteRowNotes(db: WritableDb, sourceId: number, rows: readonly number[]): void {
  db.run(sql`DELETE FROM row_note WHERE source_id = ${sourceId} AND row IN ${sqlJsonList(rows)}`);
}
