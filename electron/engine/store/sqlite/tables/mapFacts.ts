// What has a place and a time: cases where they happened, stays, captures, calls through a tower.
import type { CaseTimeKind } from "../../../../../shared/model/caseTime.ts";
import type { ReadableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";
import { ready } from "./entity.ts";

export interface PlacedFact {
  readonly event: "case" | "stay" | "capture" | "call";
  readonly subject: number;
  readonly place: number;
  readonly placeKey: string;
  readonly placeLabel: string;
  /** Milliseconds since 1970; of cases the time as told, `at` null. */
  readonly at: number | null;
  readonly until: number | null;
  readonly told: string | null;
  /** What the told time is of. */
  readonly toldKind: CaseTimeKind | null;
  readonly utcOffset: number;
}

/** Cases with their places; null: all. */
export const listPlacedCases = (db: ReadableDb, ids: readonly number[] | null): PlacedFact[] =>
  db.all<PlacedFact>(sql`
    SELECT 'case' AS event, c.id AS subject, p.id AS place, p.key AS placeKey, p.label AS placeLabel, NULL AS at, NULL AS until, s.utc_offset AS utcOffset,
      t.value AS told, CASE t.name WHEN 'case.from' THEN 'occurred' WHEN 'case.reported' THEN 'reported' WHEN 'case.filed' THEN 'filed' END AS toldKind
    FROM link l JOIN entity c ON c.id = l.from_id AND c.kind = 'case' JOIN entity p ON p.id = l.to_id
    JOIN source s ON s.id = l.source_id AND s.state = 'ready'
    LEFT JOIN attribute t ON t.id = (SELECT a.id FROM attribute a WHERE a.entity_id = c.id AND a.name IN ('case.from', 'case.reported', 'case.filed')
      ORDER BY CASE a.name WHEN 'case.from' THEN 0 WHEN 'case.reported' THEN 1 ELSE 2 END, a.id LIMIT 1)
    WHERE l.kind = 'at-place' AND (${ids === null ? 1 : 0} OR c.id IN ${sqlJsonList(ids ?? [])}) GROUP BY c.id, p.id ORDER BY c.id, p.id`);

/** Stays, captures and own calls of a few; times inclusive, milliseconds since 1970. */
export const listPlacedEvents = (db: ReadableDb, ids: readonly number[], from: number, until: number): PlacedFact[] =>
  db.all<PlacedFact>(sql`
    SELECT e.event, e.subject, p.id AS place, p.key AS placeKey, p.label AS placeLabel, e.at, e.until, NULL AS told, NULL AS toldKind, s.utc_offset AS utcOffset FROM (
      SELECT 'stay' AS event, id, person_id AS subject, place_id, at, until, source_id FROM stay WHERE person_id IN ${sqlJsonList(ids)}
      UNION ALL SELECT 'capture', id, device_id, place_id, at, NULL, source_id FROM capture WHERE device_id IN ${sqlJsonList(ids)}
      UNION ALL SELECT 'call', id, CASE WHEN from_id IN ${sqlJsonList(ids)} THEN from_id ELSE to_id END, place_id, at, NULL, source_id FROM call
        WHERE (from_id IN ${sqlJsonList(ids)} AND NOT EXISTS (SELECT 1 FROM coverage v WHERE v.entity_id = to_id AND v.kind = 'call' AND v.source_id = call.source_id))
          OR (to_id IN ${sqlJsonList(ids)} AND EXISTS (SELECT 1 FROM coverage v WHERE v.entity_id = to_id AND v.kind = 'call' AND v.source_id = call.source_id))) e
    JOIN entity p ON p.id = e.place_id JOIN source s ON s.id = e.source_id AND s.state = 'ready'
    WHERE e.at IS NOT NULL AND e.at <= ${until} AND coalesce(e.until, e.at) >= ${from} ORDER BY e.at, e.id`);

/** Coordinates of places, degrees. */
export const listCoordinatesOf = (db: ReadableDb, places: readonly number[]) =>
  db.all<{ place: number; longitude: number; latitude: number }>(sql`
    SELECT x.entity_id AS place, CAST(x.value AS REAL) AS longitude, CAST(y.value AS REAL) AS latitude FROM attribute x
    JOIN attribute y ON y.entity_id = x.entity_id AND y.name = 'place.latitude'
    WHERE x.name = 'place.longitude' AND x.entity_id IN ${sqlJsonList(places)} AND x.source_id ${ready} GROUP BY x.entity_id`);

/** Id → label. */
export const listLabelledPlaces = (db: ReadableDb, ids: readonly number[]): ReadonlyMap<number, string> =>
  new Map(
    db
      .all<{ id: number; label: string }>(sql`SELECT id, label FROM entity WHERE id IN ${sqlJsonList(ids)}`)
      .map(({ id, label }) => [id, label]),
  );
