// The graph of a workspace page by page, in a fixed order, so that a copy of it elsewhere can stop and go on.
import { parseEntityRef } from "../../../../../shared/model/entity.ts";
import type { ReadableDb } from "../database.ts";
import { rawSql, sql, sqlJsonList } from "../sql.ts";
import { countOfEdges } from "./edge.ts";
import { ready } from "./entity.ts";

export interface GraphEntity {
  readonly id: number;
  readonly kind: string;
  readonly key: string;
}

/** An upper end beyond every row. */
export const noEnd = Number.MAX_SAFE_INTEGER;

export const listEntitiesAfter = (db: ReadableDb, id: number, limit: number, until = noEnd) =>
  db.all<GraphEntity>(
    sql`SELECT id, kind, key FROM entity WHERE id > ${id} AND id <= ${until} AND source_id ${ready} ORDER BY id LIMIT ${limit}`,
  );

export const listEntitiesOfKind = (db: ReadableDb, kind: string, afterKey: string, limit: number) =>
  db.all<GraphEntity>(
    sql`SELECT id, kind, key FROM entity WHERE kind = ${kind} AND key > ${afterKey} AND source_id ${ready} ORDER BY key LIMIT ${limit}`,
  );

/** Where a page of links ended. */
export interface LinkPlace {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
}

export const firstPlace: LinkPlace = { from: -1, to: -1, kind: "" };

export interface GraphLink extends LinkPlace {
  readonly fromKind: string;
  readonly fromKey: string;
  readonly toKind: string;
  readonly toKey: string;
  readonly directed: number;
  readonly count: number;
  readonly sum: number;
  /** As metrics weigh it: amount of transfers in units, count of other events, stated weights of links. */
  readonly weight: number;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
}

const events = sqlJsonList(["call", "stay", "capture", "login"]);

/** Pair by pair and kind by kind, sources added up; `until`: the last entity that links start from. */
export const listLinksAfter = (db: ReadableDb, { from, to, kind }: LinkPlace, limit: number, until = noEnd) =>
  db.all<GraphLink>(sql`
    SELECT g.*, a.kind AS fromKind, a.key AS fromKey, b.kind AS toKind, b.key AS toKey,
      CASE WHEN g.kind = 'transfer' THEN g.sum / 100.0 WHEN g.kind IN ${events} THEN g.count
        ELSE (SELECT total(coalesce(l.weight, 1)) FROM link l WHERE l.from_id = g."from" AND l.kind = g.kind AND l.to_id = g."to" AND l.source_id ${ready}) END AS weight
    FROM (SELECT from_id AS "from", to_id AS "to", kind, max(directed) AS directed, ${rawSql(countOfEdges("edge"))} AS count, sum(sum) AS sum,
        min(first_at) AS firstAt, max(last_at) AS lastAt
      FROM edge WHERE (from_id, to_id, kind) > (${from}, ${to}, ${kind}) AND from_id <= ${until} AND source_id ${ready}
      GROUP BY from_id, to_id, kind ORDER BY from_id, to_id, kind LIMIT ${limit}) g
    JOIN entity a ON a.id = g."from" JOIN entity b ON b.id = g."to" ORDER BY g."from", g."to", g.kind`);

/** Entities that part the rows into pieces of about one size: the last entity of each piece but the last. */
export function cutEntities(db: ReadableDb, pieces: number): number[] {
  const [row] = db.all<{ count: number }>(sql`SELECT count(*) AS count FROM entity`);
  return cutAt(row!.count, pieces, (place) => db.all<{ id: number }>(sql`SELECT id FROM entity ORDER BY id LIMIT 1 OFFSET ${place}`));
}

export function cutLinks(db: ReadableDb, pieces: number): number[] {
  const [row] = db.all<{ count: number }>(sql`SELECT count(*) AS count FROM edge`);
  return cutAt(row!.count, pieces, (place) =>
    db.all<{ id: number }>(sql`SELECT from_id AS id FROM edge ORDER BY from_id, to_id, kind, source_id LIMIT 1 OFFSET ${place}`),
  );
}

const cutAt = (count: number, pieces: number, read: (place: number) => readonly { readonly id: number }[]): number[] =>
  Array.from({ length: pieces - 1 }, (_, i) => read(Math.floor((count * (i + 1)) / pieces))[0]?.id ?? noEnd);

export interface KindCount {
  readonly kind: string;
  readonly count: number;
}

export const countEntityKinds = (db: ReadableDb) =>
  db.all<KindCount>(sql`SELECT kind, count(*) AS count FROM entity WHERE source_id ${ready} GROUP BY kind ORDER BY kind`);

/** Links between two entities and of one kind are one. */
export const countLinkKinds = (db: ReadableDb) =>
  db.all<KindCount>(sql`SELECT kind, count(*) AS count FROM (SELECT DISTINCT from_id, to_id, kind FROM edge WHERE source_id ${ready})
    GROUP BY kind ORDER BY kind`);

export interface SharedPlaces {
  readonly a: string;
  readonly b: string;
  readonly places: number;
}

/** Pairs that were at `min` places or more in periods that touch: who may have met. */
export const listSharedPlaces = (db: ReadableDb, kinds: readonly string[], within: number, min: number, limit: number) =>
  db.all<SharedPlaces>(sql`
    WITH visit AS (SELECT from_id, to_id, kind, min(first_at) AS first, max(last_at) AS last FROM edge
      WHERE kind IN ${sqlJsonList(kinds)} AND first_at IS NOT NULL AND source_id ${ready} GROUP BY from_id, to_id, kind)
    SELECT x.kind || ':' || x.key AS a, y.kind || ':' || y.key AS b, count(DISTINCT r.to_id) AS places
    FROM visit r JOIN visit s ON s.to_id = r.to_id AND r.first <= s.last + ${within} AND s.first <= r.last + ${within}
    JOIN entity x ON x.id = r.from_id JOIN entity y ON y.id = s.from_id
    WHERE x.kind || ':' || x.key < y.kind || ':' || y.key
    GROUP BY x.id, y.id HAVING count(DISTINCT r.to_id) >= ${min} ORDER BY places DESC, a, b LIMIT ${limit}`);

export interface LinkName {
  readonly kind: string;
  /** `kind:key`. */
  readonly from: string;
  readonly to: string;
}

/** Of the given links those that the workspace has, as their places in the list. */
export function findLinkPlaces(db: ReadableDb, names: readonly LinkName[]): Set<number> {
  const asked = names.map(({ kind, from, to }) => {
    const [a, b] = [parseEntityRef(from), parseEntityRef(to)];
    return [kind, a.kind, a.key, b.kind, b.key];
  });
  const rows = db.all<{ place: number }>(sql`
    SELECT j.key AS place FROM json_each(${JSON.stringify(asked)}) j
    CROSS JOIN entity a ON a.kind = json_extract(j.value, '$[1]') AND a.key = json_extract(j.value, '$[2]')
    CROSS JOIN entity b ON b.kind = json_extract(j.value, '$[3]') AND b.key = json_extract(j.value, '$[4]')
    WHERE EXISTS (SELECT 1 FROM edge g WHERE g.from_id = a.id AND g.to_id = b.id AND g.kind = json_extract(j.value, '$[0]') AND g.source_id ${ready})`);
  return new Set(rows.map(({ place }) => place));
}
