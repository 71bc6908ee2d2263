// What given sources say that ties something told before to something else: names of one purse, where a place lies, words of an entity, victims.
import type { ReadableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";
import { ready } from "./entity.ts";

const idsOf = (rows: readonly { readonly id: number }[]): ReadonlySet<number> => new Set(rows.map(({ id }) => id));

/** Of the entities those that the sources were the first to join with another name of the same purse. */
export const listNewlyJoined = (db: ReadableDb, ids: readonly number[], sources: readonly number[]): ReadonlySet<number> => {
  const fresh = sqlJsonList(sources);
  const untold = sql`NOT EXISTS (SELECT 1 FROM link o WHERE o.from_id = l.from_id AND o.kind = l.kind AND o.to_id = l.to_id
    AND o.source_id NOT IN ${fresh} AND o.source_id ${ready})`;
  return idsOf(
    db.all(sql`SELECT w.value AS id FROM json_each(${JSON.stringify(ids)}) w CROSS JOIN link l ON l.from_id = w.value
        WHERE l.kind IN ('card-of', 'same-as') AND l.source_id IN ${fresh} AND ${untold}
      UNION SELECT w.value FROM json_each(${JSON.stringify(ids)}) w CROSS JOIN link l ON l.to_id = w.value
        WHERE l.kind IN ('card-of', 'same-as') AND l.source_id IN ${fresh} AND ${untold}`),
  );
};

/** Of the places those of which the sources were the first to say where they lie. */
export const listNewlyPlaced = (db: ReadableDb, ids: readonly number[], sources: readonly number[]): ReadonlySet<number> => {
  const fresh = sqlJsonList(sources);
  return idsOf(
    db.all(sql`SELECT w.value AS id FROM json_each(${JSON.stringify(ids)}) w
      WHERE EXISTS (SELECT 1 FROM attribute a WHERE a.entity_id = w.value AND a.name = 'place.longitude' AND a.source_id IN ${fresh})
        AND NOT EXISTS (SELECT 1 FROM attribute a WHERE a.entity_id = w.value AND a.name = 'place.longitude'
          AND a.source_id NOT IN ${fresh} AND a.source_id ${ready})`),
  );
};

/** Cases that the sources were the first to tell the scene of. */
export const listNewScenes = (db: ReadableDb, sources: readonly number[], cases: readonly number[]): ReadonlySet<number> => {
  const fresh = sqlJsonList(sources);
  return idsOf(
    db.all(sql`SELECT w.value AS id FROM json_each(${JSON.stringify(cases)}) w
      WHERE EXISTS (SELECT 1 FROM link l WHERE l.from_id = w.value AND l.kind = 'at-place' AND l.source_id IN ${fresh})
        AND NOT EXISTS (SELECT 1 FROM link l WHERE l.from_id = w.value AND l.kind = 'at-place' AND l.source_id NOT IN ${fresh} AND l.source_id ${ready})`),
  );
};

/** Entities below `first` of which the sources say something; what was stored last is read from the end. */
export const listToldAgain = (db: ReadableDb, sources: readonly number[], first: number): readonly number[] =>
  db
    .all<{ id: number }>(
      sql`SELECT DISTINCT entity_id AS id FROM attribute WHERE entity_id < ${first} AND source_id IN ${sqlJsonList(sources)} AND id >
        coalesce((SELECT id FROM attribute WHERE source_id NOT IN ${sqlJsonList(sources)} AND source_id ${ready}
          AND source_id < (SELECT min(value) FROM json_each(${JSON.stringify(sources)})) ORDER BY id DESC LIMIT 1), 0) ORDER BY 1`,
    )
    .map(({ id }) => id);

export interface ToldText {
  readonly value: string;
  readonly sourceId: number;
  readonly row: number;
  readonly isFresh: number;
  readonly utcOffset: number;
}

/** Everything that is said of an entity in words, with who says it. */
export const listTextsOf = (db: ReadableDb, entity: number, sources: readonly number[]): ToldText[] =>
  db.all<ToldText>(sql`SELECT a.value, a.source_id AS sourceId, a.row, a.source_id IN ${sqlJsonList(sources)} AS isFresh, s.utc_offset AS utcOffset
    FROM attribute a JOIN source s ON s.id = a.source_id AND s.state = 'ready' WHERE a.entity_id = ${entity} ORDER BY a.id`);
