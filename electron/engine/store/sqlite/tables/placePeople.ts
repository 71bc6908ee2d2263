// Who lives, works, owns, stayed at some places and what happened there, in a period.
import type { ReadableDb } from "../database.ts";
import { rawSql, type Sql, sql, sqlJsonList } from "../sql.ts";
import { citedName } from "./citedName.ts";
import { ready } from "./entity.ts";

export interface PlaceLinkRow {
  readonly id: number;
  readonly kind: string;
  readonly key: string;
  readonly label: string;
  readonly link: string;
  readonly role: string;
  readonly at: number | null;
  readonly until: number | null;
  readonly placeId: number;
  readonly placeKey: string;
  readonly placeLabel: string;
  readonly utcOffset: number;
  readonly sourceId: number;
  readonly row: number;
  readonly source: string;
  readonly sheet: string | null;
}

/** Times in milliseconds since 1970, inclusive; null: whenever. Who states no time was there always. */
const during = (from: number | null, until: number | null): Sql =>
  from === null || until === null ? sql`1` : sql`(l.at IS NULL OR l.at <= ${until}) AND (l.until IS NULL OR l.until >= ${from})`;

export const listPlaceLinks = (db: ReadableDb, places: readonly number[], from: number | null, until: number | null) =>
  db.all<PlaceLinkRow>(sql`SELECT e.id, e.kind, e.key, e.label, l.kind AS link, l.role, l.at, l.until, p.id AS placeId, p.key AS placeKey, p.label AS placeLabel,
      s.utc_offset AS utcOffset, l.source_id AS sourceId, l.row, ${citedName} AS source, s.sheet
    FROM json_each(${JSON.stringify(places)}) j JOIN link l ON l.to_id = j.value AND l.kind IN ('lives-at', 'located-at', 'owns', 'at-place')
    JOIN source s ON s.id = l.source_id AND s.state = 'ready' JOIN entity e ON e.id = l.from_id JOIN entity p ON p.id = l.to_id
    WHERE ${during(from, until)} ORDER BY e.kind, e.label, e.key, l.id`);

/** A stay without an end lasts as long as is usual (decision 071): 14 hours. */
const stayedUntil = rawSql("coalesce(l.until, l.at + 14 * 3600000)");

export interface PlaceStayRow extends Omit<PlaceLinkRow, "link" | "role"> {
  readonly room: string;
}

/** Newest first. */
export const listPlaceStays = (db: ReadableDb, places: readonly number[], from: number | null, until: number | null, limit: number) =>
  db.all<PlaceStayRow>(sql`SELECT e.id, e.kind, e.key, e.label, l.room, l.at, l.until, p.id AS placeId, p.key AS placeKey, p.label AS placeLabel,
      s.utc_offset AS utcOffset, l.source_id AS sourceId, l.row, ${citedName} AS source, s.sheet
    FROM stay l JOIN source s ON s.id = l.source_id AND s.state = 'ready' JOIN entity e ON e.id = l.person_id JOIN entity p ON p.id = l.place_id
    WHERE l.place_id IN ${sqlJsonList(places)} AND ${from === null || until === null ? sql`1` : sql`l.at <= ${until} AND ${stayedUntil} >= ${from}`} ORDER BY l.at DESC, l.id LIMIT ${limit}`);

/** Persons and organisations of the places in the period, as references. */
export const listRefsAtPlaces = (db: ReadableDb, places: readonly number[], from: number | null, until: number | null): readonly string[] =>
  db
    .all<{ ref: string }>(sql`SELECT DISTINCT e.kind || ':' || e.key AS ref FROM json_each(${JSON.stringify(places)}) j
      JOIN link l ON l.to_id = j.value AND l.kind IN ('lives-at', 'located-at', 'owns') JOIN source s ON s.id = l.source_id AND s.state = 'ready'
      JOIN entity e ON e.id = l.from_id WHERE ${during(from, until)} ORDER BY 1`)
    .map(({ ref }) => ref);

/** First and last moment that links and stays of the places tell; milliseconds since 1970. */
export const readToldSpan = (db: ReadableDb, places: readonly number[]) =>
  db.get<{ since: number | null; until: number | null }>(sql`SELECT min(at) AS since, max(coalesce(until, at)) AS until FROM (
    SELECT l.at, l.until FROM json_each(${JSON.stringify(places)}) j JOIN link l ON l.to_id = j.value AND l.kind IN ('lives-at', 'located-at', 'owns', 'at-place') AND l.source_id ${ready}
    UNION ALL SELECT t.at, t.until FROM json_each(${JSON.stringify(places)}) j JOIN stay t ON t.place_id = j.value AND t.source_id ${ready})`)!;

/** The row that told of a place first. */
export const readFirstSource = (db: ReadableDb, id: number) =>
  db.get<{ sourceId: number; row: number; source: string; sheet: string | null }>(
    sql`SELECT e.source_id AS sourceId, e.row, ${citedName} AS source, s.sheet FROM entity e JOIN source s ON s.id = e.source_id WHERE e.id = ${id}`,
  ) ?? null;
