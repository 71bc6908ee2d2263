// Rejected and skipped rows with their reasons.
import type { RowReason } from "../../../../../shared/import/facts.ts";
import type { ReadableDb } from "../database.ts";
import { sql } from "../sql.ts";
import { ready } from "./entity.ts";

export interface RowNoteRow {
  readonly sourceId: number;
  readonly row: number;
  readonly verdict: "rejected" | "skipped";
  readonly reason: RowReason;
  readonly column: string;
  readonly cell: string;
}

/** A row that stands put right in a source that is still there is no reject; when that one is taken out it is one again. */
const open = sql`NOT EXISTS (SELECT 1 FROM correction c JOIN source f ON f.id = c.fixed_id AND f.state = 'ready'
  WHERE c.source_id = row_note.source_id AND c.row = row_note.row)`;

export interface RowNoteFilter {
  readonly sourceId: number | null;
  readonly reason: string | null;
  readonly verdict?: "rejected" | "skipped" | null;
  /** Heading that is to blame, and what stands in its cell. */
  readonly column?: string | null;
  readonly cell?: string | null;
  readonly after: number;
  readonly limit: number;
}

export function listRowNotes(db: ReadableDb, filter: RowNoteFilter): RowNoteRow[] {
  const { sourceId, reason, verdict = null, column = null, cell = null, after, limit } = filter;
  return db.all<RowNoteRow>(sql`SELECT source_id AS sourceId, row, verdict, reason, heading AS "column", cell FROM row_note
    WHERE (${sourceId} IS NULL OR source_id = ${sourceId}) AND (${reason} IS NULL OR reason = ${reason}) AND (${verdict} IS NULL OR verdict = ${verdict})
      AND (${column} IS NULL OR heading = ${column}) AND (${cell} IS NULL OR cell = ${cell}) AND row > ${after}
      AND source_id ${ready} AND ${open} ORDER BY source_id, verdict, row LIMIT ${limit}`);
}

/** Cells that several rejected rows share, most frequent first: one rule puts all of them right. */
export const countSameCells = (db: ReadableDb, sourceId: number, limit: number) =>
  db.all<{
    reason: RowReason;
    column: string;
    cell: string;
    count: number;
  }>(sql`SELECT reason, heading AS "column", cell, count(*) AS count FROM row_note
    WHERE source_id = ${sourceId} AND verdict = 'rejected' AND heading <> '' AND source_id ${ready} AND ${open}
    GROUP BY reason, heading, cell HAVING count(*) > 1 ORDER BY count(*) DESC, reason, heading, cell LIMIT ${limit}`);

export function countRowNotes(db: ReadableDb, sourceId: number | null): Record<string, number> {
  const rows = db.all<{
    reason: string;
    n: number;
  }>(sql`SELECT reason, count(*) AS n FROM row_note WHERE (${sourceId} IS NULL OR source_id = ${sourceId})
    AND source_id ${ready} AND ${open} GROUP BY reason ORDER BY n DESC, reason`);
  return Object.fromEntries(rows.map(({ reason, n }) => [reason, n]));
}
