// Single values of a workspace, the data version first of all.
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";

export const readMeta = (db: ReadableDb, key: string): string | null =>
  db.get<{ value: string }>(sql`SELECT value FROM meta WHERE key = ${key}`)?.value ?? null;

export function writeMeta(db: WritableDb, key: string, value: string): void {
  db.run(sql`INSERT INTO meta (key, value) VALUES (${key}, ${value}) ON CONFLICT (key) DO UPDATE SET value = excluded.value`);
}

export const readDataVersion = (db: ReadableDb): number => Number(readMeta(db, "dataVersion") ?? 0);

export const bumpDataVersion = (db: WritableDb): void => writeMeta(db, "dataVersion", String(readDataVersion(db) + 1));

export function deleteMeta(db: WritableDb, key: string): void {
  db.run(sql`DELETE FROM meta WHERE key = ${key}`);
}
