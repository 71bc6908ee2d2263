// What linking reads of cases, in a few passes over attributes, links and edges. Rows only; shared/link gives them meaning.
import type { ReadableDb } from "../database.ts";
import { type Sql, sql, sqlJsonList } from "../sql.ts";
import { ready } from "./entity.ts";

export interface CaseEntity {
  readonly id: number;
  readonly number: string;
  readonly sourceId: number;
  readonly row: number;
  readonly utcOffset: number;
}

export interface PlaceAttribute {
  readonly id: number;
  readonly name: string;
  readonly value: string;
}

export interface CaseAttribute extends PlaceAttribute {
  readonly sourceId: number;
  readonly row: number;
}

export interface CaseLink {
  readonly caseId: number;
  readonly entityId: number;
  readonly kind: string;
  readonly key: string;
  readonly label: string;
  readonly role: string;
  readonly origin: "column" | "brief";
  readonly sourceId: number;
  readonly row: number;
}

export interface NearEdge {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  readonly otherKind: string;
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly at: number | null;
}

export const listCaseEntities = (db: ReadableDb) =>
  db.all<CaseEntity>(sql`SELECT e.id, e.key AS number, e.source_id AS sourceId, e.row, s.utc_offset AS utcOffset
    FROM entity e JOIN source s ON s.id = e.source_id AND s.state = 'ready' WHERE e.kind = 'case' ORDER BY e.key`);

export const iterateCaseAttributes = (db: ReadableDb) =>
  db.iterate<CaseAttribute>(sql`SELECT a.entity_id AS id, a.name, a.value, a.source_id AS sourceId, a.row FROM entity e JOIN attribute a ON a.entity_id = e.id
    WHERE e.kind = 'case' AND a.source_id ${ready} ORDER BY e.id, a.id`);

export const iterateCaseLinks = (db: ReadableDb) =>
  db.iterate<CaseLink>(sql`SELECT l.to_id AS caseId, l.from_id AS entityId, x.kind, x.key, x.label, l.role, l.origin, l.source_id AS sourceId, l.row
    FROM link l JOIN entity c ON c.id = l.to_id AND c.kind = 'case' JOIN entity x ON x.id = l.from_id
    WHERE l.kind = 'involved-in' AND l.source_id ${ready} ORDER BY l.id`);

export interface CasePlace {
  readonly caseId: number;
  readonly placeId: number;
  readonly label: string;
  readonly sourceId: number;
  readonly row: number;
}

export const listCasePlaces = (db: ReadableDb) =>
  db.all<CasePlace>(sql`SELECT l.from_id AS caseId, l.to_id AS placeId, p.label, l.source_id AS sourceId, l.row FROM link l
    JOIN entity p ON p.id = l.to_id WHERE l.kind = 'at-place' AND l.source_id ${ready} ORDER BY l.id`);

export const iteratePlaceAttributes = (db: ReadableDb) =>
  db.iterate<PlaceAttribute>(sql`SELECT a.entity_id AS id, a.name, a.value FROM attribute a JOIN entity e ON e.id = a.entity_id
    WHERE e.kind = 'place' AND a.name IN ('place.longitude', 'place.latitude', 'place.x', 'place.y', 'place.planar') AND a.source_id ${ready} ORDER BY a.id`);

/** Pairs that are one and the same: card and account, and a case that one source knows by its incident number only. */
export const listSamePairs = (db: ReadableDb) =>
  db.all<{
    a: number;
    b: number;
    kind: string;
  }>(sql`SELECT from_id AS a, to_id AS b, kind FROM link WHERE kind IN ('card-of', 'same-as') AND source_id ${ready}
    UNION ALL SELECT i.id, a.entity_id, 'same-case' FROM attribute a JOIN entity i ON i.kind = 'case' AND i.key = a.value AND i.id <> a.entity_id
      WHERE a.name = 'case.incidentNumber' AND a.source_id ${ready}
    ORDER BY 1, 2`);

/** A case that one source knows by its incident number only, and the case that has it, in the order of their numbers. */
export const listSameCases = (db: ReadableDb) =>
  db.all<{ a: number; b: number }>(sql`SELECT i.id AS a, c.id AS b FROM attribute a JOIN entity c ON c.id = a.entity_id
    JOIN entity i ON i.kind = 'case' AND i.key = a.value AND i.id <> c.id WHERE a.name = 'case.incidentNumber' AND a.source_id ${ready} ORDER BY i.key, c.key`);

/** Of several the first by its text. */
export const listNetidTypes = (db: ReadableDb) =>
  db.all<{ id: number; value: string }>(
    sql`SELECT a.entity_id AS id, min(a.value) AS value FROM attribute a WHERE a.name = 'netid.type' AND a.source_id ${ready} GROUP BY a.entity_id`,
  );

const steppingKinds = sql`('account', 'phone', 'netid', 'device', 'vehicle')`;

/** Edges that start at an identifier of a case, or at another number of one: one step further. Rare targets tell more, so those met by many are cut by the caller. */
export const iterateNearEdges = (db: ReadableDb, otherNumbers: readonly number[]) =>
  iterateEdgesFrom(
    db,
    sql`SELECT l.from_id AS id FROM link l JOIN entity c ON c.id = l.to_id AND c.kind = 'case'
      JOIN entity x ON x.id = l.from_id AND x.kind IN ${steppingKinds} WHERE l.kind = 'involved-in' AND l.source_id ${ready}
      UNION SELECT id FROM entity WHERE id IN ${sqlJsonList(otherNumbers)} AND kind IN ${steppingKinds}`,
  );

/** The same from given identifiers. */
export const iterateNearEdgesOf = (db: ReadableDb, ids: readonly number[]) =>
  iterateEdgesFrom(db, sql`SELECT value AS id FROM json_each(${JSON.stringify(ids)})`);

const iterateEdgesFrom = (db: ReadableDb, involved: Sql) =>
  db.iterate<NearEdge>(sql`WITH involved AS (${involved})
    SELECT i.id AS "from", g.to_id AS "to", g.kind, e.kind AS otherKind, e.key, e.label, sum(g.count) AS count, min(g.first_at) AS at
      FROM involved i JOIN edge g ON g.from_id = i.id JOIN entity e ON e.id = g.to_id
      WHERE g.kind IN ('transfer', 'call', 'uses', 'login', 'owns', 'related') AND e.kind <> 'case' AND g.to_id <> g.from_id AND g.source_id ${ready} GROUP BY i.id, g.to_id, g.kind
    UNION ALL
    SELECT i.id, g.from_id, g.kind, e.kind, e.key, e.label, sum(g.count), min(g.first_at)
      FROM involved i JOIN edge g ON g.to_id = i.id JOIN entity e ON e.id = g.from_id
      WHERE g.kind IN ('uses', 'owns', 'login', 'related') AND e.kind <> 'case' AND g.to_id <> g.from_id AND g.source_id ${ready} GROUP BY i.id, g.from_id, g.kind`);
