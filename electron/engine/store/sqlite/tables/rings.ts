// Rows of the ring runs: all are kept, so that ids survive and a day can be looked back at.
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";

export interface RingRunRow {
  readonly id: number;
  readonly groupRunId: number;
  readonly dataVersion: number;
  readonly at: number;
  /** The highest number ever given to a ring. */
  readonly lastNumber: number;
}

export interface RingRow {
  readonly id: string;
  readonly detail: string;
}

export const readLastRingRun = (db: ReadableDb) =>
  db.get<RingRunRow>(sql`SELECT id, group_run_id AS groupRunId, data_version AS dataVersion, at, last_number AS lastNumber
    FROM ring_run ORDER BY id DESC LIMIT 1`);

/** Rings of a run, best first. */
export const listRingRows = (db: ReadableDb, runId: number) =>
  db.all<RingRow>(sql`SELECT id, detail FROM ring WHERE run_id = ${runId} ORDER BY place`);

export const readRingRow = (db: ReadableDb, runId: number, id: string) =>
  db.get<RingRow>(sql`SELECT id, detail FROM ring WHERE run_id = ${runId} AND id = ${id}`);

export function insertRingRun(
  db: WritableDb,
  run: Omit<RingRunRow, "id"> & { readonly seconds: number },
  rings: readonly RingRow[],
): number {
  const { lastId } = db.run(sql`INSERT INTO ring_run (group_run_id, data_version, at, last_number, seconds)
    VALUES (${run.groupRunId}, ${run.dataVersion}, ${run.at}, ${run.lastNumber}, ${run.seconds})`);
  const insert = db.prepare("INSERT INTO ring (run_id, id, place, detail) VALUES (?, ?, ?, ?)");
  rings.forEach(({ id, detail }, place) => {
    insert.run(lastId, id, place, detail);
  });
  return lastId;
}
