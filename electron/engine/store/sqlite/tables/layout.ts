// Saved layouts: mappings found again by their headings.
import type { LayoutItem } from "../../../../../shared/import/calls.ts";
import type { Mapping } from "../../../../../shared/import/mapping.ts";
import { isoTime } from "../../../../../shared/model/time.ts";
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";

export function listLayouts(db: ReadableDb): LayoutItem[] {
  const rows = db.all<{ name: string; mapping: string; headings: string; savedAt: number; used: number }>(
    sql`SELECT name, mapping, headings, saved_at AS savedAt, used FROM layout ORDER BY name`,
  );
  return rows.map((row) => ({
    name: row.name,
    mapping: JSON.parse(row.mapping) as Mapping,
    headings: JSON.parse(row.headings) as string[],
    savedAt: isoTime(row.savedAt),
    used: row.used,
  }));
}

export function upsertLayout(
  db: WritableDb,
  layout: { name: string; mapping: Mapping; headings: readonly string[]; savedAt: number },
): void {
  db.run(sql`INSERT INTO layout (name, mapping, headings, saved_at) VALUES (${layout.name}, ${JSON.stringify(layout.mapping)}, ${JSON.stringify(layout.headings)}, ${layout.savedAt})
    ON CONFLICT (name) DO UPDATE SET mapping = excluded.mapping, headings = excluded.headings, saved_at = excluded.saved_at`);
}
