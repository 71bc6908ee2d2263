// Method packs of the workspace's own, tests and runs of all packs.
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";

export interface PackRow {
  readonly id: string;
  /** The file as it came. */
  readonly text: string;
  readonly hash: string;
}

export interface PackRunRow {
  readonly id: number;
  readonly pack: string;
  readonly hash: string;
  readonly dataVersion: number;
  readonly by: string;
  readonly at: number;
  /** JSON: what lists of runs show. */
  readonly summary: string;
}

export const listPackRows = (db: ReadableDb) => db.all<PackRow>(sql`SELECT id, text, hash FROM pack ORDER BY id`);

export const readPackRow = (db: ReadableDb, id: string) => db.get<PackRow>(sql`SELECT id, text, hash FROM pack WHERE id = ${id}`);

export function upsertPack(db: WritableDb, { id, text, hash }: PackRow, by: string, at: number): void {
  db.run(sql`INSERT INTO pack (id, text, hash, by, at) VALUES (${id}, ${text}, ${hash}, ${by}, ${at})
    ON CONFLICT (id) DO UPDATE SET text = excluded.text, hash = excluded.hash, by = excluded.by, at = excluded.at`);
}

export function deletePack(db: WritableDb, id: string): void {
  db.run(sql`DELETE FROM pack_run WHERE pack = ${id}`);
  db.run(sql`DELETE FROM pack WHERE id = ${id}`);
}

/** JSON of the last test of a pack with that content. */
export const readPackTest = (db: ReadableDb, hash: string) =>
  db.get<{ result: string }>(sql`SELECT result FROM pack_test WHERE hash = ${hash}`)?.result ?? null;

export function upsertPackTest(db: WritableDb, hash: string, result: string): void {
  db.run(sql`INSERT INTO pack_test (hash, result) VALUES (${hash}, ${result}) ON CONFLICT (hash) DO UPDATE SET result = excluded.result`);
}

const columns = sql`id, pack, hash, data_version AS dataVersion, by, at, summary`;

/** Newest first. */
export const listPackRuns = (db: ReadableDb, pack: string, limit: number) =>
  db.all<PackRunRow>(sql`SELECT ${columns} FROM pack_run WHERE pack = ${pack} ORDER BY id DESC LIMIT ${limit}`);

/** `run` null: the last of the pack. */
export const readPackRun = (db: ReadableDb, pack: string, run: number | null) =>
  db.get<PackRunRow>(
    run === null
      ? sql`SELECT ${columns} FROM pack_run WHERE pack = ${pack} ORDER BY id DESC LIMIT 1`
      : sql`SELECT ${columns} FROM pack_run WHERE id = ${run} AND pack = ${pack}`,
  );

/** JSON of the lists of a run. */
export const readRunLists = (db: ReadableDb, run: number) =>
  db.get<{ dataVersion: number; lists: string }>(sql`SELECT data_version AS dataVersion, lists FROM pack_run WHERE id = ${run}`);

export function insertPackRun(db: WritableDb, { pack, hash, dataVersion, by, at, summary }: Omit<PackRunRow, "id">, lists: string): number {
  return db.run(sql`INSERT INTO pack_run (pack, hash, data_version, by, at, summary, lists)
      VALUES (${pack}, ${hash}, ${dataVersion}, ${by}, ${at}, ${summary}, ${lists})`).lastId;
}
