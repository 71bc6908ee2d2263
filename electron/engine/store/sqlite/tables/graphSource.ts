// What one imported graph file says: its entities, the links between them, and what it says of both beside their facts.
import type { ReadableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";

export interface SourceEntity {
  readonly kind: string;
  readonly key: string;
}

export const listEntitiesOfSource = (db: ReadableDb, sourceId: number, limit: number) =>
  db.all<SourceEntity>(sql`SELECT e.kind, e.key FROM entity_source t JOIN entity e ON e.id = t.entity_id WHERE t.source_id = ${sourceId}
    ORDER BY t.row, e.id LIMIT ${limit}`);

export interface SourceValue extends SourceEntity {
  readonly name: string;
  readonly value: string;
}

export const listValuesOfSource = (db: ReadableDb, sourceId: number, names: readonly string[]) =>
  db.all<SourceValue>(sql`SELECT e.kind, e.key, a.name, a.value FROM attribute a JOIN entity e ON e.id = a.entity_id
    WHERE a.source_id = ${sourceId} AND a.name IN ${sqlJsonList(names)} ORDER BY a.id`);

export interface SourceLink {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  /** JSON [[name, value], …], or "". */
  readonly attributes: string;
}

export const listLinksOfSource = (db: ReadableDb, sourceId: number) =>
  db.all<SourceLink>(sql`SELECT l.kind, a.kind || ':' || a.key AS "from", b.kind || ':' || b.key AS "to", l.attributes
    FROM link l JOIN entity a ON a.id = l.from_id JOIN entity b ON b.id = l.to_id WHERE l.source_id = ${sourceId} ORDER BY l.row, l.id`);
