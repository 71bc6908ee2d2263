// Standard addresses: places that state the path of their levels, with codes, other names, points, and what lies above and below them.
import type { ReadableDb } from "../database.ts";
import { type Sql, sql, sqlJsonList } from "../sql.ts";
import { ready } from "./entity.ts";

export interface StandardRecord {
  readonly id: number;
  readonly key: string;
  readonly label: string;
  readonly path: string;
}

export const countStandard = (db: ReadableDb): number =>
  db.get<{ n: number }>(sql`SELECT count(DISTINCT entity_id) AS n FROM attribute WHERE name = 'address.levels' AND source_id ${ready}`)!.n;

export const hasStandard = (db: ReadableDb): boolean =>
  db.get(sql`SELECT 1 FROM attribute INDEXED BY attribute_address_levels WHERE name = 'address.levels' AND source_id ${ready} LIMIT 1`) !==
  undefined;

/** Which tables there are: changes whenever one comes, goes or is read anew. */
export const readTableMark = (db: ReadableDb): string =>
  db
    .all<{ id: number; sha256: string; n: number }>(
      sql`SELECT s.id, s.sha256, count(*) AS n FROM attribute a INDEXED BY attribute_address_levels JOIN source s ON s.id = a.source_id
        WHERE a.name = 'address.levels' AND a.source_id ${ready} GROUP BY s.id ORDER BY s.id`,
    )
    .map(({ id, sha256, n }) => `${id}:${sha256.slice(0, 16)}:${n}`)
    .join(" ");

export const iterateStandard = (db: ReadableDb) =>
  db.iterate<{ id: number; path: string }>(
    sql`SELECT entity_id AS id, min(value) AS path FROM attribute WHERE name = 'address.levels' AND source_id ${ready} GROUP BY entity_id`,
  );

/** Every code, or every other name. */
export const iterateStandardNames = (db: ReadableDb, name: "address.code" | "address.alias") =>
  db.iterate<{ id: number; value: string }>(
    sql`SELECT entity_id AS id, value FROM attribute WHERE name = ${name} AND source_id ${ready} ORDER BY entity_id, id`,
  );

const standardWhere = (
  condition: Sql,
): Sql => sql`SELECT e.id, e.key, e.label, a.value AS path FROM attribute a JOIN entity e ON e.id = a.entity_id
  WHERE a.name = 'address.levels' AND a.source_id ${ready} AND ${condition} GROUP BY e.id`;

/** Null where the place is no standard address. */
export const readStandard = (db: ReadableDb, id: number) => db.get<StandardRecord>(standardWhere(sql`a.entity_id = ${id}`)) ?? null;

export const listStandard = (db: ReadableDb, ids: readonly number[]) =>
  db.all<StandardRecord>(sql`${standardWhere(sql`a.entity_id IN ${sqlJsonList(ids)}`)} ORDER BY e.id`);

export const listStandardByCode = (db: ReadableDb, code: string) =>
  db.all<{ id: number }>(
    sql`SELECT DISTINCT entity_id AS id FROM attribute WHERE name = 'address.code' AND value = ${code} AND source_id ${ready} ORDER BY entity_id`,
  );

export const listAttributeValues = (db: ReadableDb, id: number, name: string): readonly string[] =>
  db
    .all<{ value: string }>(
      sql`SELECT DISTINCT value FROM attribute WHERE entity_id = ${id} AND name = ${name} AND source_id ${ready} ORDER BY id`,
    )
    .map(({ value }) => value);

/** The place and everything that is part of it, as a table of ids named `below`. */
const below = (id: number): Sql => sql`WITH RECURSIVE below (id) AS (SELECT ${id} UNION
  SELECT l.from_id FROM below b JOIN link l ON l.to_id = b.id AND l.kind = 'part-of' AND l.source_id ${ready})`;

export const listBelow = (db: ReadableDb, id: number): readonly number[] =>
  db.all<{ id: number }>(sql`${below(id)} SELECT id FROM below ORDER BY id`).map((row) => row.id);

/** The places themselves, and every written address that is matched to one of them. */
export const listSpots = (db: ReadableDb, standard: readonly number[]) =>
  db.all<{ id: number; standard: number }>(sql`SELECT value AS id, value AS standard FROM json_each(${JSON.stringify(standard)})
    UNION SELECT m.place_id, m.standard_id FROM json_each(${JSON.stringify(standard)}) j JOIN address_match m ON m.standard_id = j.value ORDER BY 1`);

export const listParts = (db: ReadableDb, id: number, limit: number) =>
  db.all<StandardRecord>(
    sql`${standardWhere(sql`a.entity_id IN (SELECT from_id FROM link WHERE to_id = ${id} AND kind = 'part-of' AND source_id ${ready})`)} ORDER BY length(e.key), e.key LIMIT ${limit}`,
  );

/** The nearest first. */
export const listAbove = (db: ReadableDb, id: number) =>
  db.all<StandardRecord>(sql`WITH RECURSIVE above (id, depth) AS (SELECT ${id}, 0 UNION
      SELECT l.to_id, depth + 1 FROM above b JOIN link l ON l.from_id = b.id AND l.kind = 'part-of' AND l.source_id ${ready} WHERE depth < 12)
    SELECT e.id, e.key, e.label, min(a.value) AS path FROM above b JOIN entity e ON e.id = b.id AND b.depth > 0
    JOIN attribute a ON a.entity_id = e.id AND a.name = 'address.levels' AND a.source_id ${ready} GROUP BY e.id ORDER BY min(b.depth)`);

export interface PointRow {
  readonly id: number;
  readonly longitude: number;
  readonly latitude: number;
  /** As told; "" where the source told none. */
  readonly datum: string;
}

/** Points of standard addresses; `id` null: all. */
export const listStandardPoints = (db: ReadableDb, id: number | null = null) =>
  db.all<PointRow>(sql`SELECT a.entity_id AS id, CAST(min(x.value) AS REAL) AS longitude, CAST(min(y.value) AS REAL) AS latitude, coalesce(min(d.value), '') AS datum
    FROM attribute a JOIN attribute x ON x.entity_id = a.entity_id AND x.name = 'place.longitude' AND x.source_id ${ready}
    JOIN attribute y ON y.entity_id = a.entity_id AND y.name = 'place.latitude' AND y.source_id = x.source_id AND y.row = x.row
    LEFT JOIN attribute d ON d.entity_id = a.entity_id AND d.name = 'place.datum' AND d.source_id = x.source_id
    WHERE a.name = 'address.levels' AND a.source_id ${ready} AND ${id === null ? sql`1` : sql`a.entity_id = ${id}`} GROUP BY a.entity_id ORDER BY a.entity_id`);
