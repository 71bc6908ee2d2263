// Of which entities it is known whether they are on the wanted side, and what is told of them in numbers.
import type { ReadableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";
import { ready } from "./entity.ts";

export interface CaseRole {
  readonly id: number;
  readonly role: string;
}

/** Roles that entities of a kind have in any case. */
export const listCaseRoles = (db: ReadableDb, kind: string): CaseRole[] =>
  db.all<CaseRole>(sql`SELECT DISTINCT e.id, l.role FROM link l JOIN entity e ON e.id = l.from_id AND e.kind = ${kind}
    WHERE l.kind = 'involved-in' AND l.source_id ${ready}`);

export interface ToldValue {
  readonly id: number;
  readonly name: string;
  readonly value: string;
}

/** Attributes of the entities of a kind by name, those of one name together. */
export const iterateValues = (db: ReadableDb, kind: string) =>
  db.iterate<ToldValue>(sql`SELECT a.entity_id AS id, a.name, a.value FROM attribute a JOIN entity e ON e.id = a.entity_id AND e.kind = ${kind}
    WHERE a.source_id ${ready} ORDER BY a.name, a.id`);

/** Attributes of these names, in lower case. */
export const listVerdicts = (db: ReadableDb, kind: string, names: readonly string[]): ToldValue[] =>
  db.all<ToldValue>(sql`SELECT a.entity_id AS id, a.name, a.value FROM attribute a JOIN entity e ON e.id = a.entity_id AND e.kind = ${kind}
    WHERE lower(a.name) IN ${sqlJsonList(names)} AND a.source_id ${ready}`);
