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
