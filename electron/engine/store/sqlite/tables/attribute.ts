// Attributes of one entity, with their rows.
import type { ReadableDb } from "../database.ts";
import { sql } from "../sql.ts";
import { citedName } from "./citedName.ts";
import { ready } from "./entity.ts";

export interface AttributeRow {
  readonly name: string;
  readonly value: string;
  readonly origin: string;
  readonly sourceId: number;
  readonly row: number;
  readonly source: string;
  readonly sheet: string | null;
}

export const readAttributes = (db: ReadableDb, entityId: number) =>
  db.all<AttributeRow>(sql`SELECT a.name, a.value, a.origin, a.source_id AS sourceId, a.row, ${citedName} AS source, s.sheet FROM attribute a JOIN source s ON s.id = a.source_id
    WHERE a.entity_id = ${entityId} AND a.source_id ${ready} ORDER BY a.id`);
