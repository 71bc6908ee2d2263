// Where persons and devices were: stays, captures, and calls made through a tower; and where places lie.
import type { ReadableDb } from "../database.ts";
import { sql } from "../sql.ts";
import { ready } from "./entity.ts";

export interface SightingRow {
  readonly subject: number;
  readonly place: number;
  readonly from: number;
  readonly until: number;
}

export const iterateSightings = (db: ReadableDb) =>
  db.iterate<SightingRow>(sql`
    SELECT person_id AS subject, place_id AS place, at AS "from", coalesce(until, at) AS until FROM stay
      WHERE place_id IS NOT NULL AND at IS NOT NULL AND source_id ${ready}
    UNION ALL SELECT device_id, place_id, at, at FROM capture WHERE place_id IS NOT NULL AND at IS NOT NULL AND source_id ${ready}
    ORDER BY 3, 1, 2`);

/** Longitude and latitude of places that state them, degrees. */
export const listPlaceCoordinates = (db: ReadableDb) =>
  db.all<{ place: number; longitude: number; latitude: number }>(sql`
    SELECT x.entity_id AS place, CAST(x.value AS REAL) AS longitude, CAST(y.value AS REAL) AS latitude FROM attribute x
    JOIN attribute y ON y.entity_id = x.entity_id AND y.name = 'place.latitude'
    WHERE x.name = 'place.longitude' AND x.source_id ${ready} GROUP BY x.entity_id ORDER BY x.entity_id`);
