// What is known of numbers besides their calls: who uses them, and the cases they stand in.
import type { ReadableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";
import { citedName } from "./citedName.ts";
import { ready } from "./entity.ts";

export interface PhoneUser {
  readonly id: number;
  readonly person: string;
  readonly label: string;
}

/** Persons of numbers, the first told first. */
export const listPhoneUsers = (db: ReadableDb, ids: readonly number[]): PhoneUser[] =>
  db.all<PhoneUser>(sql`SELECT l.to_id AS id, p.key AS person, p.label
    FROM link l JOIN entity p ON p.id = l.from_id AND p.kind = 'person'
    WHERE l.to_id IN ${sqlJsonList(ids)} AND l.kind IN ('uses', 'owns') AND l.source_id ${ready} ORDER BY l.id`);

export interface PhoneCase {
  readonly id: number;
  readonly number: string;
  readonly role: string;
}

/** Cases that numbers stand in, with the role there. */
export const listPhoneCases = (db: ReadableDb, ids: readonly number[]): PhoneCase[] =>
  db.all<PhoneCase>(sql`SELECT DISTINCT l.from_id AS id, c.key AS number, l.role
    FROM link l JOIN entity c ON c.id = l.to_id AND c.kind = 'case'
    WHERE l.from_id IN ${sqlJsonList(ids)} AND l.kind = 'involved-in' AND l.source_id ${ready} ORDER BY l.from_id, c.key, l.role`);

export interface CallLineRow {
  readonly id: number;
  readonly at: number;
  readonly utcOffset: number;
  readonly outgoing: number;
  readonly otherKind: string | null;
  readonly otherKey: string | null;
  readonly otherLabel: string | null;
  readonly seconds: number | null;
  readonly handset: string | null;
  readonly tower: string | null;
  readonly sourceId: number;
  readonly row: number;
  readonly source: string;
  readonly sheet: string | null;
}

/** Calls of a number in a period, newest first. */
export const iterateCallsOf = (db: ReadableDb, id: number, other: number | null, since: number | null, until: number | null) =>
  db.iterate<CallLineRow>(sql`SELECT c.id, c.at, s.utc_offset AS utcOffset, c.from_id = ${id} AS outgoing, o.kind AS otherKind, o.key AS otherKey,
      o.label AS otherLabel, c.seconds, d.key AS handset, p.key AS tower, c.source_id AS sourceId, c.row, ${citedName} AS source, s.sheet
    FROM (SELECT * FROM call WHERE from_id = ${id} UNION SELECT * FROM call WHERE to_id = ${id}) c
    JOIN source s ON s.id = c.source_id AND s.state = 'ready'
    LEFT JOIN entity o ON o.id = CASE WHEN c.from_id = ${id} THEN c.to_id ELSE c.from_id END
    LEFT JOIN entity d ON d.id = c.device_id LEFT JOIN entity p ON p.id = c.place_id
    WHERE c.at IS NOT NULL AND (${other} IS NULL OR o.id = ${other}) AND (${since} IS NULL OR c.at >= ${since}) AND (${until} IS NULL OR c.at <= ${until})
    ORDER BY c.at DESC, c.id DESC`);
