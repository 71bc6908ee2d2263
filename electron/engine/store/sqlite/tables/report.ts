// Reports that are being composed.
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";

export interface ReportRow {
  readonly id: string;
  readonly name: string;
  readonly document: string;
  readonly savedAt: number;
}

export const listReportRows = (db: ReadableDb) =>
  db.all<ReportRow>(sql`SELECT id, name, document, saved_at AS savedAt FROM report ORDER BY saved_at DESC, id`);

export const readReportRow = (db: ReadableDb, id: string) =>
  db.get<ReportRow>(sql`SELECT id, name, document, saved_at AS savedAt FROM report WHERE id = ${id}`);

export const nextReportId = (db: ReadableDb): string =>
  `W-${db.get<{ n: number }>(sql`SELECT coalesce(max(CAST(substr(id, 3) AS INTEGER)), 0) + 1 AS n FROM report`)?.n ?? 1}`;

export function upsertReport(db: WritableDb, { id, name, document, savedAt }: ReportRow): void {
  db.run(sql`INSERT INTO report (id, name, document, saved_at) VALUES (${id}, ${name}, ${document}, ${savedAt})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, document = excluded.document, saved_at = excluded.saved_at`);
}

export const deleteReport = (db: WritableDb, id: string): boolean => db.run(sql`DELETE FROM report WHERE id = ${id}`).changes > 0;

/** The newest report of a kind on a subject. */
export const findReportOn = (db: ReadableDb, kind: string, subject: string): ReportRow | undefined =>
  db.get<ReportRow>(sql`SELECT id, name, document, saved_at AS savedAt FROM report
    WHERE document ->> 'kind' = ${kind} AND document ->> 'subject' = ${subject} ORDER BY saved_at DESC, id DESC LIMIT 1`);
