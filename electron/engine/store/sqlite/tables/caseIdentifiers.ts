// Identifiers that stand in a case, with their role.
import type { ReadableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";
import { ready } from "./entity.ts";

export interface CaseIdentifierRow {
  readonly case: string;
  readonly kind: string;
  readonly key: string;
  readonly label: string;
  readonly role: string;
}

export const listIdentifiersOfCases = (db: ReadableDb, numbers: readonly string[]) =>
  db.all<CaseIdentifierRow>(sql`SELECT DISTINCT c.key AS "case", x.kind, x.key, x.label, l.role FROM entity c JOIN link l ON l.to_id = c.id AND l.kind = 'involved-in'
    JOIN entity x ON x.id = l.from_id WHERE c.kind = 'case' AND c.key IN ${sqlJsonList(numbers)} AND l.source_id ${ready} ORDER BY c.key, x.kind, x.key`);

export const listIdentifiersOfCase = (db: ReadableDb, number: string): CaseIdentifierRow[] => listIdentifiersOfCases(db, [number]);

const casesOf = (id: number) =>
  sql`FROM link l JOIN entity c ON c.id = l.to_id AND c.kind = 'case' WHERE l.from_id = ${id} AND l.kind = 'involved-in' AND l.source_id ${ready}`;

/** Numbers of the cases that an entity stands in, the newest facts first. */
export const listCasesOfEntity = (db: ReadableDb, id: number, limit: number): string[] =>
  db.all<{ key: string }>(sql`SELECT c.key ${casesOf(id)} GROUP BY c.key ORDER BY max(l.id) DESC LIMIT ${limit}`).map(({ key }) => key);

/** Numbers of the cases in which any of the entities stands, in order. */
export const listCasesOfEntities = (db: ReadableDb, ids: readonly number[]): string[] =>
  db
    .all<{ key: string }>(
      sql`SELECT DISTINCT c.key FROM link l JOIN entity c ON c.id = l.to_id AND c.kind = 'case'
        WHERE l.from_id IN ${sqlJsonList(ids)} AND l.kind = 'involved-in' AND l.source_id ${ready} ORDER BY c.key`,
    )
    .map(({ key }) => key);

export const countCasesOfEntity = (db: ReadableDb, id: number): number =>
  db.get<{ n: number }>(sql`SELECT count(DISTINCT c.id) AS n ${casesOf(id)}`)?.n ?? 0;
