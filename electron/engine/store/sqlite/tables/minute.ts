// What meetings minuted: appended, read newest first.
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";

export interface MinuteRow {
  readonly id: number;
  readonly kind: string;
  readonly text: string;
  readonly board: string;
  readonly boardName: string;
  readonly scene: string;
  readonly subject: string;
  readonly answers: number | null;
  readonly answeredBy: number | null;
  readonly by: string;
  readonly at: number;
}

export function insertMinute(db: WritableDb, minute: Omit<MinuteRow, "id" | "boardName" | "answeredBy">): number {
  const { kind, text, board, scene, subject, answers, by, at } = minute;
  return db.run(sql`INSERT INTO minute (kind, text, board, scene, subject, answers, by, at)
    VALUES (${kind}, ${text}, ${board}, ${scene}, ${subject}, ${answers}, ${by}, ${at})`).lastId;
}

const fields = sql`m.id, m.kind, m.text, m.board, coalesce(s.name, '') AS boardName, m.scene, m.subject, m.answers,
  (SELECT max(later.id) FROM minute later WHERE later.answers = m.id) AS answeredBy, m.by, m.at`;

export const readMinute = (db: ReadableDb, id: number) =>
  db.get<MinuteRow>(sql`SELECT ${fields} FROM minute m LEFT JOIN storyboard s ON s.id = m.board WHERE m.id = ${id}`);

export const listMinutes = (db: ReadableDb, board: string | null, limit: number) =>
  db.all<MinuteRow>(sql`SELECT ${fields} FROM minute m LEFT JOIN storyboard s ON s.id = m.board
    WHERE ${board} IS NULL OR m.board = ${board} ORDER BY m.id DESC LIMIT ${limit}`);
