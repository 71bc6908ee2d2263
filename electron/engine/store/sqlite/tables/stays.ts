// Stays in hotels and sittings in cafés: of persons, at places, in a night; who was there at the same time.
import type { ReadableDb } from "../database.ts";
import { type Sql, sql, sqlJsonList } from "../sql.ts";
import { citedName } from "./citedName.ts";
import { ready } from "./entity.ts";

export interface StayRow {
  readonly id: number;
  /** The head of the identity; the record itself where it stands alone. */
  readonly person: number;
  readonly record: number;
  readonly place: number;
  readonly room: string;
  readonly at: number;
  /** Null where the source tells none. */
  readonly until: number | null;
  readonly utcOffset: number;
  readonly sourceId: number;
  readonly row: number;
  readonly source: string;
  readonly sheet: string | null;
}

const headOf = (column: Sql): Sql => sql`coalesce((SELECT identity_id FROM identity_member WHERE entity_id = ${column}), ${column})`;
const personOf = headOf(sql`t.person_id`);

const stayWhere = (
  condition: Sql,
): Sql => sql`SELECT t.id, ${personOf} AS person, t.person_id AS record, t.place_id AS place, t.room, t.at, t.until,
  s.utc_offset AS utcOffset, t.source_id AS sourceId, t.row, ${citedName} AS source, s.sheet FROM stay t JOIN source s ON s.id = t.source_id AND s.state = 'ready'
  WHERE t.at IS NOT NULL AND t.place_id IS NOT NULL AND ${condition}`;

/** Of some records, in time order. */
export const listStaysOf = (db: ReadableDb, records: readonly number[]) =>
  db.all<StayRow>(sql`${stayWhere(sql`t.person_id IN ${sqlJsonList(records)}`)} ORDER BY t.at, t.id`);

export const listStaysAt = (db: ReadableDb, place: number, from: number, until: number) =>
  db.all<StayRow>(
    sql`${stayWhere(sql`t.place_id = ${place} AND t.at <= ${until} AND coalesce(t.until, t.at) >= ${from}`)} ORDER BY t.at, t.id`,
  );

export const listStaysDuring = (db: ReadableDb, from: number, until: number) =>
  db.all<StayRow>(sql`${stayWhere(sql`t.at <= ${until} AND coalesce(t.until, t.at) >= ${from}`)} ORDER BY t.at, t.id`);

/** Nobody stays longer in one row than this. */
const longest = 366 * 86_400_000;

/** Records of everybody who was at a place while one of the given records was. */
export const listCompanions = (db: ReadableDb, records: readonly number[]): readonly number[] =>
  db
    .all<{
      id: number;
    }>(sql`SELECT DISTINCT b.person_id AS id FROM stay a JOIN stay b ON b.place_id = a.place_id AND b.at <= coalesce(a.until, a.at)
      AND b.at >= a.at - ${longest} AND coalesce(b.until, b.at) >= a.at AND b.source_id ${ready}
      WHERE a.person_id IN ${sqlJsonList(records)} AND a.source_id ${ready} ORDER BY 1`)
    .map(({ id }) => id);

/** Everything that the identities of some records hold. */
export const listIdentityRecords = (db: ReadableDb, records: readonly number[]): readonly number[] =>
  db
    .all<{
      id: number;
    }>(sql`SELECT value AS id FROM json_each(${JSON.stringify(records)}) UNION SELECT n.entity_id FROM json_each(${JSON.stringify(records)}) j
      JOIN identity_member m ON m.entity_id = j.value JOIN identity_member n ON n.identity_id = m.identity_id ORDER BY 1`)
    .map(({ id }) => id);

/** Of some places those that give seats. */
export const listCafes = (db: ReadableDb, places: readonly number[], cafeType: string): ReadonlySet<number> =>
  new Set(
    db
      .all<{
        id: number;
      }>(sql`SELECT DISTINCT entity_id AS id FROM attribute WHERE entity_id IN ${sqlJsonList(places)} AND name = 'place.type'
        AND value = ${cafeType} AND source_id ${ready}`)
      .map(({ id }) => id),
  );

interface SubjectRow {
  readonly id: number;
  readonly kind: string;
  readonly key: string;
  readonly label: string;
  readonly stays: number;
  readonly lastAt: number;
}

const placedStays = sql`stay t WHERE t.at IS NOT NULL AND t.place_id IS NOT NULL AND t.source_id ${ready}`;

export const countStays = (db: ReadableDb): number => db.get<{ n: number }>(sql`SELECT count(*) AS n FROM ${placedStays}`)!.n;

/** Persons with most stays; `words` must stand in the name or begin the key. */
export const listGuests = (db: ReadableDb, words: string, limit: number) =>
  db.all<SubjectRow>(sql`SELECT e.id, e.kind, e.key, e.label, g.stays, g.lastAt FROM
      (SELECT person_id AS id, count(*) AS stays, max(at) AS lastAt FROM ${placedStays} GROUP BY person_id) g
    JOIN entity e ON e.id = g.id WHERE instr(e.label, ${words}) > 0 OR e.key LIKE ${`${words.replace(/[%_]/g, "")}%`} ORDER BY g.stays DESC, g.lastAt DESC, e.id LIMIT ${limit}`);

export const listHosts = (db: ReadableDb, words: string, limit: number) =>
  db.all<SubjectRow>(sql`SELECT e.id, e.kind, e.key, e.label, g.stays, g.lastAt FROM
      (SELECT place_id AS id, count(*) AS stays, max(at) AS lastAt FROM ${placedStays} GROUP BY place_id) g
    JOIN entity e ON e.id = g.id WHERE instr(e.label, ${words}) > 0 ORDER BY g.stays DESC, e.id LIMIT ${limit}`);

interface MarkedStay {
  readonly person: string;
  readonly label: string;
  readonly place: string;
  readonly placeLabel: string;
  readonly at: number;
  readonly utcOffset: number;
  readonly isSuspect: 0 | 1;
}

/** Suspects of cases, and the given persons, who stayed somewhere in that time; by their records and what is one with them. */
export const listMarkedStays = (db: ReadableDb, from: number, until: number, persons: readonly number[], limit: number) =>
  db.all<MarkedStay>(sql`WITH suspect AS (SELECT DISTINCT ${headOf(sql`l.from_id`)} AS id FROM link l
      WHERE l.kind = 'involved-in' AND l.role IN ('suspect', 'offender') AND l.source_id ${ready}),
    guest AS (SELECT t.id, t.person_id AS record, ${personOf} AS person, t.place_id AS place, t.at, s.utc_offset AS utcOffset
      FROM stay t JOIN source s ON s.id = t.source_id AND s.state = 'ready'
      WHERE t.at <= ${until} AND coalesce(t.until, t.at) >= ${from} AND t.place_id IS NOT NULL AND t.person_id IS NOT NULL)
    SELECT e.kind || ':' || e.key AS person, e.label, 'place:' || p.key AS place, p.label AS placeLabel, g.at, g.utcOffset, g.person IN (SELECT id FROM suspect) AS isSuspect
    FROM guest g JOIN entity e ON e.id = g.record JOIN entity p ON p.id = g.place
    WHERE isSuspect OR g.record IN ${sqlJsonList(persons)} ORDER BY g.at DESC, g.id LIMIT ${limit}`);

/** Days of arrival, newest first. */
export const listStayDays = (db: ReadableDb, limit: number) =>
  db.all<{
    day: string;
    stays: number;
  }>(sql`SELECT strftime('%Y-%m-%d', t.at / 1000 + s.utc_offset * 60, 'unixepoch') AS day, count(*) AS stays
    FROM stay t JOIN source s ON s.id = t.source_id AND s.state = 'ready' WHERE t.at IS NOT NULL AND t.place_id IS NOT NULL GROUP BY day ORDER BY day DESC LIMIT ${limit}`);
