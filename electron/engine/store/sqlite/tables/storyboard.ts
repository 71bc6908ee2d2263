// Storyboards: the present document, and the document after each step, `place` counting them from 0 for the empty one.
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";

export interface StoryboardRow {
  readonly id: string;
  readonly name: string;
  readonly subject: string;
  readonly document: string;
  readonly place: number;
  /** The highest number that a scene was ever given. */
  readonly lastScene: number;
  readonly savedAt: number;
}

const columns = sql`id, name, subject, document, place, last_scene AS lastScene, saved_at AS savedAt`;

export const listStoryboardRows = (db: ReadableDb) =>
  db.all<StoryboardRow>(sql`SELECT ${columns} FROM storyboard ORDER BY saved_at DESC, id`);

export const readStoryboardRow = (db: ReadableDb, id: string) =>
  db.get<StoryboardRow>(sql`SELECT ${columns} FROM storyboard WHERE id = ${id}`);

export const nextStoryboardId = (db: ReadableDb): string =>
  `B-${db.get<{ n: number }>(sql`SELECT coalesce(max(CAST(substr(id, 3) AS INTEGER)), 0) + 1 AS n FROM storyboard`)?.n ?? 1}`;

export function upsertStoryboard(db: WritableDb, { id, name, subject, document, place, lastScene, savedAt }: StoryboardRow): void {
  db.run(sql`INSERT INTO storyboard (id, name, subject, document, place, last_scene, saved_at)
    VALUES (${id}, ${name}, ${subject}, ${document}, ${place}, ${lastScene}, ${savedAt})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, subject = excluded.subject, document = excluded.document, place = excluded.place,
      last_scene = excluded.last_scene, saved_at = excluded.saved_at`);
}

export interface StepRow {
  readonly step: string;
  readonly document: string;
}

export const readStoryboardStep = (db: ReadableDb, board: string, place: number) =>
  db.get<StepRow>(sql`SELECT step, document FROM storyboard_step WHERE board = ${board} AND place = ${place}`);

/** What was taken back before is gone with a new step; of the oldest, those beyond `most`. */
export function insertStoryboardStep(db: WritableDb, board: string, place: number, { step, document }: StepRow, most: number): void {
  db.run(sql`DELETE FROM storyboard_step WHERE board = ${board} AND (place >= ${place} OR place < ${place - most})`);
  db.run(sql`INSERT INTO storyboard_step (board, place, step, document) VALUES (${board}, ${place}, ${step}, ${document})`);
}

export function deleteStoryboard(db: WritableDb, id: string): void {
  db.run(sql`DELETE FROM storyboard_step WHERE board = ${id}`);
  db.run(sql`DELETE FROM storyboard WHERE id = ${id}`);
}
