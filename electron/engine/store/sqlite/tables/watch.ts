// What is watched. A watch that was ended stays for its alerts.
import { subjectText, type WatchSubject } from "../../../../../shared/review/watch/subject.ts";
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";
import { readLastSource } from "./source.ts";

export interface WatchRow {
  readonly id: number;
  readonly subject: WatchSubject;
  readonly label: string;
  readonly reason: string;
  readonly owner: string;
  readonly expiresAt: number | null;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly removedAt: number | null;
  /** The last source that stood in the workspace when it was set. */
  readonly afterSource: number;
}

type StoredWatch = Omit<WatchRow, "subject"> & { readonly subject: string };

const columns = sql`id, subject, label, reason, owner, expires_at AS expiresAt, created_at AS createdAt, created_by AS createdBy, removed_at AS removedAt, after_source AS afterSource`;
const open = ({ subject, ...row }: StoredWatch): WatchRow => ({ ...row, subject: JSON.parse(subject) as WatchSubject });

/** Those that were not ended, newest first. */
export const listWatchRows = (db: ReadableDb): WatchRow[] =>
  db.all<StoredWatch>(sql`SELECT ${columns} FROM watch WHERE removed_at IS NULL ORDER BY id DESC`).map(open);

export function readWatchRow(db: ReadableDb, id: number): WatchRow | undefined {
  const row = db.get<StoredWatch>(sql`SELECT ${columns} FROM watch WHERE id = ${id}`);
  return row && open(row);
}

/** A watch of the same subject that was not ended and has not run out. */
export const findSameWatch = (db: ReadableDb, subject: WatchSubject, now: number): number | undefined =>
  db.get<{ id: number }>(sql`SELECT id FROM watch WHERE subject = ${subjectText(subject)} AND removed_at IS NULL
    AND (expires_at IS NULL OR expires_at > ${now}) LIMIT 1`)?.id;

export function insertWatch(db: WritableDb, { subject, ...row }: Omit<WatchRow, "id" | "removedAt" | "afterSource">): number {
  return db.run(sql`INSERT INTO watch (kind, subject, label, reason, owner, expires_at, created_at, created_by, after_source)
    VALUES (${subject.kind}, ${subjectText(subject)}, ${row.label}, ${row.reason}, ${row.owner}, ${row.expiresAt}, ${row.createdAt}, ${row.createdBy}, ${readLastSource(db)})`)
    .lastId;
}

export const endWatch = (db: WritableDb, id: number, at: number): void => {
  db.run(sql`UPDATE watch SET removed_at = ${at} WHERE id = ${id}`);
};

export interface WatchCounts {
  readonly alerts: number;
  readonly newAlerts: number;
  readonly lastAt: number | null;
}

export const countAlertsByWatch = (db: ReadableDb): ReadonlyMap<number, WatchCounts> =>
  new Map(
    db
      .all<WatchCounts & { watch: number }>(
        sql`SELECT watch_id AS watch, count(*) AS alerts, count(CASE WHEN state = 'new' THEN 1 END) AS newAlerts, max(raised_at) AS lastAt FROM alert GROUP BY watch_id`,
      )
      .map(({ watch, ...counts }) => [watch, counts]),
  );
