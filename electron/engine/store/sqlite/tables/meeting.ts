// Heads of the minutes of meetings, by storyboard.
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";

export interface MeetingRow {
  readonly board: string;
  readonly held: string;
  readonly place: string;
  readonly chair: string;
  readonly attendance: string;
  readonly recorder: string;
}

export const readMeetingRow = (db: ReadableDb, board: string) =>
  db.get<MeetingRow>(sql`SELECT board, held, place, chair, attendance, recorder FROM meeting WHERE board = ${board}`);

export function upsertMeeting(db: WritableDb, meeting: MeetingRow, by: string, at: number): void {
  const { board, held, place, chair, attendance, recorder } = meeting;
  db.run(sql`INSERT INTO meeting (board, held, place, chair, attendance, recorder, by, at)
    VALUES (${board}, ${held}, ${place}, ${chair}, ${attendance}, ${recorder}, ${by}, ${at})
    ON CONFLICT (board) DO UPDATE SET held = excluded.held, place = excluded.place, chair = excluded.chair, attendance = excluded.attendance,
      recorder = excluded.recorder, by = excluded.by, at = excluded.at`);
}

/** Lines that were minuted in each meeting. */
export const countMinutesByBoard = (db: ReadableDb) =>
  db.all<{ readonly board: string; readonly count: number }>(sql`SELECT board, count(*) AS count FROM minute GROUP BY board`);
