// Rejected rows that were put right: what stood there, what was put, by whom and when, and in which source the row stands now.
import type { CellChange, CorrectionItem } from "../../../../../shared/import/calls.ts";
import { defaultUtcOffset, isoTime } from "../../../../../shared/model/time.ts";
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";

export interface CorrectedRow {
  readonly row: number;
  readonly fixedRow: number | null;
  readonly changes: readonly CellChange[];
}

/** @param fixedId source in which the rows stand put right; null for a proposal that is not imported yet */
export function insertCorrections(
  db: WritableDb,
  { sourceId, fixedId, by, at }: { sourceId: number; fixedId: number | null; by: string; at: number },
  rows: readonly CorrectedRow[],
): void {
  const insert = db.prepare("INSERT INTO correction (source_id, row, fixed_id, fixed_row, changes, by, at) VALUES (?, ?, ?, ?, ?, ?, ?)");
  for (const { row, fixedRow, changes } of rows) {
    db.run(sql`DELETE FROM correction WHERE source_id = ${sourceId} AND row = ${row} AND fixed_id IS NULL`);
    insert.run(sourceId, row, fixedId, fixedRow, JSON.stringify(changes), by, at);
  }
}

interface Record {
  readonly row: number;
  readonly fixedId: number | null;
  readonly fixedRow: number | null;
  readonly changes: string;
  readonly by: string;
  readonly at: number;
}

/** Of a source, in the order of its rows; those whose source was taken out are history, not corrections. */
export function listCorrections(db: ReadableDb, sourceId: number, after = 0, limit = -1): CorrectionItem[] {
  return db
    .all<Record>(sql`SELECT c.row, c.fixed_id AS fixedId, c.fixed_row AS fixedRow, c.changes, c.by, c.at FROM correction c
      LEFT JOIN source f ON f.id = c.fixed_id WHERE c.source_id = ${sourceId} AND (c.fixed_id IS NULL OR f.state = 'ready') AND c.row > ${after}
      ORDER BY c.row, c.id LIMIT ${limit}`)
    .map(({ changes, at, ...item }) => ({ ...item, at: isoTime(at, defaultUtcOffset), changes: JSON.parse(changes) as CellChange[] }));
}

/** What somebody wanted to put right and is not imported: kept over from a source that was read anew. */
export const listProposals = (db: ReadableDb, sourceId: number): CorrectionItem[] =>
  listCorrections(db, sourceId).filter(({ fixedId }) => fixedId === null);
