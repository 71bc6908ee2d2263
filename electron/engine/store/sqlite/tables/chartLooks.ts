// Sets of looks by name.
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";

export const listLooks = (db: ReadableDb) =>
  db.all<{ name: string; rules: string }>(sql`SELECT name, rules FROM chart_looks ORDER BY name`);

export function upsertLooks(db: WritableDb, name: string, rules: string, savedAt: number): void {
  db.run(sql`INSERT INTO chart_looks (name, rules, saved_at) VALUES (${name}, ${rules}, ${savedAt})
    ON CONFLICT (name) DO UPDATE SET rules = excluded.rules, saved_at = excluded.saved_at`);
}

export const deleteLooks = (db: WritableDb, name: string): boolean => db.run(sql`DELETE FROM chart_looks WHERE name = ${name}`).changes > 0;
