// Where persons and devices were: stays, captures, and calls made through a tower; and where places lie.
import type { ReadableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";
import { citedName } from "./citedName.ts";
import { ready } from "./entity.ts";

export interface SightingRow {
  readonly subject: number;
  readonly place: number;
  readonly from: number;
  readonly until: number;
}

const placedStays = sql`FROM stay WHERE place_id IS NOT NULL AND at IS NOT NULL AND source_id ${ready}`;
const placedCaptures = sql`FROM capture WHERE place_id IS NOT NULL AND at IS NOT NULL AND source_id ${ready}`;

/** In no order: ten million rows are sorted faster in columns than here. */
export const iterateSightings = (db: ReadableDb) =>
  db.iterate<SightingRow>(sql`
    SELECT person_id AS subject, place_id AS place, at AS "from", coalesce(until, at) AS until ${placedStays}
    UNION ALL SELECT device_id, place_id, at, at ${placedCaptures}`);

export const countSightings = (db: ReadableDb): number =>
  db.get<{ count: number }>(sql`SELECT (SELECT count(*) ${placedStays}) + (SELECT count(*) ${placedCaptures}) AS count`)!.count;

/** Longitude and latitude of places that state them, degrees. */
export const listPlaceCoordinates = (db: ReadableDb) =>
  db.all<{ place: number; longitude: number; latitude: number }>(sql`
    SELECT x.entity_id AS place, CAST(x.value AS REAL) AS longitude, CAST(y.value AS REAL) AS latitude FROM attribute x
    JOIN attribute y ON y.entity_id = x.entity_id AND y.name = 'place.latitude'
    WHERE x.name = 'place.longitude' AND x.source_id ${ready} GROUP BY x.entity_id ORDER BY x.entity_id`);

export interface SightingFact {
  readonly kind: "stay" | "capture";
  readonly id: number;
  readonly subject: number;
  readonly placeKey: string;
  readonly from: number;
  readonly until: number;
  readonly utcOffset: number;
  readonly sourceId: number;
  readonly row: number;
  readonly source: string;
  readonly sheet: string | null;
}

/** Stays and captures of a few that touch a period, in time order. */
export const listSightingFacts = (db: ReadableDb, ids: readonly number[], from: number, until: number): SightingFact[] =>
  db.all<SightingFact>(sql`
    SELECT e.*, p.key AS placeKey, s.utc_offset AS utcOffset, ${citedName} AS source, s.sheet FROM (
      SELECT 'stay' AS kind, id, person_id AS subject, place_id, at AS "from", coalesce(until, at) AS until, source_id AS sourceId, row
        FROM stay WHERE person_id IN ${sqlJsonList(ids)} AND at <= ${until} AND coalesce(until, at) >= ${from}
      UNION ALL SELECT 'capture', id, device_id, place_id, at, at, source_id, row
        FROM capture WHERE device_id IN ${sqlJsonList(ids)} AND at BETWEEN ${from} AND ${until}) e
    JOIN entity p ON p.id = e.place_id JOIN source s ON s.id = e.sourceId AND s.state = 'ready' ORDER BY e."from", e.id`);
