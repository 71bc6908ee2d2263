// What statistics read of cases: few attributes, without briefs, in one pass each over cases, their places and their victims.
import { UnionFind } from "../../../../../shared/graph/unionFind.ts";
import type { ReadableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";
import { ready } from "./entity.ts";

export interface CountedAttribute {
  readonly id: number;
  /** In the order of telling. */
  readonly at: number;
  readonly name: string;
  readonly value: string;
  readonly sourceId: number;
  readonly row: number;
}

/** In no order: sorting a million of them costs more than reading them. The `+` lets all names of a case be walked in the index, not looked up one by one. */
export const iterateCountedAttributes = (db: ReadableDb, names: readonly string[]) =>
  db.iterate<CountedAttribute>(sql`SELECT a.entity_id AS id, a.id AS at, a.name, a.value, a.source_id AS sourceId, a.row FROM entity e JOIN attribute a ON a.entity_id = e.id
    WHERE e.kind = 'case' AND +a.name IN ${sqlJsonList(names)} AND a.source_id ${ready}`);

export interface SceneLink {
  readonly caseId: number;
  readonly placeId: number;
  readonly label: string;
}

/** Places of cases; the first of a case comes first. */
export const iterateScenes = (db: ReadableDb) =>
  db.iterate<SceneLink>(sql`SELECT l.from_id AS caseId, l.to_id AS placeId, p.label FROM link l JOIN entity p ON p.id = l.to_id
    WHERE l.kind = 'at-place' AND l.source_id ${ready} ORDER BY l.id`);

export interface PlacePart {
  readonly placeId: number;
  readonly name: string;
  readonly value: string;
}

/** Where places lie, by place and name, what was told first coming first. Apart from the cases: many cases at one place, each telling where it lies, would
 * come as the square of their number. */
export const iteratePlaceParts = (db: ReadableDb) =>
  db.iterate<PlacePart>(sql`SELECT a.entity_id AS placeId, a.name, a.value FROM entity p JOIN attribute a ON a.entity_id = p.id
    WHERE p.kind = 'place' AND a.name IN ('place.longitude', 'place.latitude', 'place.district') AND a.source_id ${ready} ORDER BY p.kind, p.key, a.name, a.id`);

export interface VictimPart {
  readonly caseId: number;
  readonly key: string;
  readonly name: string | null;
  readonly value: string | null;
}

export const iterateVictims = (db: ReadableDb) =>
  db.iterate<VictimPart>(sql`SELECT l.to_id AS caseId, p.key, a.name, a.value FROM link l JOIN entity p ON p.id = l.from_id AND p.kind = 'person'
      LEFT JOIN attribute a ON a.entity_id = p.id AND a.name IN ('person.birthDate', 'person.sex', 'person.identityNumber') AND a.source_id ${ready}
    WHERE l.kind = 'involved-in' AND l.role = 'victim' AND l.source_id ${ready} ORDER BY l.id, a.id`);

export interface CaseRowRef {
  readonly number: string;
  readonly sourceId: number;
  readonly row: number;
}

/** The row that brought each case, in the order of their numbers. */
export const listCaseRows = (db: ReadableDb, numbers: readonly string[]) =>
  db.all<CaseRowRef>(sql`SELECT key AS number, source_id AS sourceId, row FROM entity
    WHERE kind = 'case' AND key IN ${sqlJsonList(numbers)} AND source_id ${ready} ORDER BY key`);

/** Cases that are one: by incident number, by what a source says, by judgement. Pairs; who joins them has each case once. */
export const listSameCases = (db: ReadableDb) =>
  db.all<{
    a: number;
    b: number;
  }>(sql`SELECT i.id AS a, t.entity_id AS b FROM attribute t JOIN entity i ON i.kind = 'case' AND i.key = t.value AND i.id <> t.entity_id
      WHERE t.name = 'case.incidentNumber' AND t.source_id ${ready}
    UNION ALL SELECT l.from_id, l.to_id FROM entity c JOIN link l ON l.from_id = c.id AND l.kind = 'same-as' JOIN entity d ON d.id = l.to_id AND d.kind = 'case'
      WHERE c.kind = 'case' AND l.source_id ${ready}
    UNION ALL SELECT a, b FROM (SELECT m.entity_id AS b, lag(m.entity_id) OVER (PARTITION BY m.identity_id ORDER BY m.entity_id) AS a
      FROM entity c JOIN identity_member m ON m.entity_id = c.id WHERE c.kind = 'case') WHERE a IS NOT NULL
    ORDER BY 1, 2`);

/** Case records that repeat another one: records less these are the cases that statistics count. */
export function countMergedCases(db: ReadableDb): number {
  const same = new UnionFind();
  return listSameCases(db).filter(({ a, b }) => {
    const isNew = same.find(a) !== same.find(b);
    same.join(a, b);
    return isNew;
  }).length;
}
