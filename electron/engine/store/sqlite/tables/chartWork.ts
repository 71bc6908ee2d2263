// The chart that is worked on and the steps of its history; and its named snapshots.
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";

export interface WorkRow {
  readonly chart: string;
  /** The window that wrote it: another one sends its history whole before it appends. */
  readonly session: string;
  readonly name: string;
  readonly document: string;
  /** Steps that are done; the rest of them is undone. */
  readonly done: number;
  readonly savedAt: number;
}

export const readWork = (db: ReadableDb, chart: string) =>
  db.get<WorkRow>(sql`SELECT chart, session, name, document, done, saved_at AS savedAt FROM chart_work WHERE chart = ${chart}`);

export const readLastWork = (db: ReadableDb) =>
  db.get<WorkRow>(
    sql`SELECT chart, session, name, document, done, saved_at AS savedAt FROM chart_work ORDER BY saved_at DESC, chart LIMIT 1`,
  );

export function upsertWork(db: WritableDb, { chart, session, name, document, done, savedAt }: WorkRow): void {
  db.run(sql`INSERT INTO chart_work (chart, session, name, document, done, saved_at)
    VALUES (${chart}, ${session}, ${name}, ${document}, ${done}, ${savedAt}) ON CONFLICT (chart) DO UPDATE SET
    session = excluded.session, name = excluded.name, document = excluded.document, done = excluded.done, saved_at = excluded.saved_at`);
}

export const listSteps = (db: ReadableDb, chart: string): readonly { readonly number: number; readonly step: string }[] =>
  db.all(sql`SELECT number, step FROM chart_step WHERE chart = ${chart} ORDER BY number`);

/** Steps before `first` are forgotten, those from `from` on give way to the new ones. */
export function replaceSteps(db: WritableDb, chart: string, first: number, from: number, steps: readonly string[]): void {
  db.run(sql`DELETE FROM chart_step WHERE chart = ${chart} AND (number < ${first} OR number >= ${from})`);
  steps.forEach((step, i) => {
    db.run(sql`INSERT INTO chart_step (chart, number, step) VALUES (${chart}, ${from + i}, ${step})`);
  });
}

export function deleteWork(db: WritableDb, chart: string): void {
  db.run(sql`DELETE FROM chart_work WHERE chart = ${chart}`);
  db.run(sql`DELETE FROM chart_step WHERE chart = ${chart}`);
}

/** A chart that is kept under a name takes what was worked on along. */
export function moveWork(db: WritableDb, from: string, to: string): void {
  deleteWork(db, to);
  db.run(sql`UPDATE chart_work SET chart = ${to} WHERE chart = ${from}`);
  db.run(sql`UPDATE chart_step SET chart = ${to} WHERE chart = ${from}`);
  const last = lastSnapshot(db, to);
  db.run(sql`UPDATE chart_snapshot SET chart = ${to}, number = number + ${last} WHERE chart = ${from}`);
}

export interface SnapshotRow {
  readonly chart: string;
  readonly number: number;
  readonly name: string;
  readonly document: string;
  readonly by: string;
  readonly savedAt: number;
}

const lastSnapshot = (db: ReadableDb, chart: string): number =>
  db.get<{ n: number }>(sql`SELECT coalesce(max(number), 0) AS n FROM chart_snapshot WHERE chart = ${chart}`)?.n ?? 0;

export const listSnapshots = (db: ReadableDb, chart: string) =>
  db.all<Omit<SnapshotRow, "document" | "chart"> & { readonly entities: number }>(
    sql`SELECT number, name, by, saved_at AS savedAt, json_array_length(document, '$.nodes') AS entities FROM chart_snapshot WHERE chart = ${chart}
      ORDER BY saved_at DESC, number DESC`,
  );

export const readSnapshot = (db: ReadableDb, chart: string, number: number) =>
  db.get<SnapshotRow>(
    sql`SELECT chart, number, name, document, by, saved_at AS savedAt FROM chart_snapshot WHERE chart = ${chart} AND number = ${number}`,
  );

export function insertSnapshot(db: WritableDb, { chart, name, document, by, savedAt }: Omit<SnapshotRow, "number">): number {
  const number = lastSnapshot(db, chart) + 1;
  db.run(sql`INSERT INTO chart_snapshot (chart, number, name, document, by, saved_at)
    VALUES (${chart}, ${number}, ${name}, ${document}, ${by}, ${savedAt})`);
  return number;
}

export const deleteSnapshot = (db: WritableDb, chart: string, number: number): boolean =>
  db.run(sql`DELETE FROM chart_snapshot WHERE chart = ${chart} AND number = ${number}`).changes > 0;

export function deleteSnapshots(db: WritableDb, chart: string): void {
  db.run(sql`DELETE FROM chart_snapshot WHERE chart = ${chart}`);
}
