// Kept charts.
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";

export interface ChartRow {
  readonly id: string;
  readonly name: string;
  readonly document: string;
  readonly savedAt: number;
}

export const listCharts = (db: ReadableDb) =>
  db.all<{ id: string; name: string; savedAt: number; entities: number }>(
    sql`SELECT id, name, saved_at AS savedAt, json_array_length(document, '$.nodes') AS entities FROM chart ORDER BY saved_at DESC, id`,
  );

export const readChart = (db: ReadableDb, id: string) =>
  db.get<ChartRow>(sql`SELECT id, name, document, saved_at AS savedAt FROM chart WHERE id = ${id}`);

export function upsertChart(db: WritableDb, chart: ChartRow): void {
  db.run(sql`INSERT INTO chart (id, name, document, saved_at) VALUES (${chart.id}, ${chart.name}, ${chart.document}, ${chart.savedAt})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, document = excluded.document, saved_at = excluded.saved_at`);
}

export const nextChartId = (db: ReadableDb): string =>
  `C-${db.get<{ n: number }>(sql`SELECT coalesce(max(CAST(substr(id, 3) AS INTEGER)), 0) + 1 AS n FROM chart`)?.n ?? 1}`;

export const deleteChart = (db: WritableDb, id: string): boolean => db.run(sql`DELETE FROM chart WHERE id = ${id}`).changes > 0;
