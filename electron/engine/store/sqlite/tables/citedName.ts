// How a row's file is named where it is cited: hundreds of files of a package are called alike, so those stand with their folder.
import type { ReadableDb } from "../database.ts";
import { rawSql, type Sql, sql } from "../sql.ts";

/** Of the table source under an alias. */
export const citedNameOf = (alias: "s" | "ps" | "rs"): Sql =>
  rawSql(`CASE WHEN ${alias}.entry IS NOT NULL AND EXISTS (SELECT 1 FROM source same WHERE same.name = ${alias}.name AND same.id <> ${alias}.id
    AND same.entry IS NOT ${alias}.entry AND same.state = 'ready') THEN ${alias}.entry ELSE ${alias}.name END`);

export const citedName: Sql = citedNameOf("s");

export interface CitedSource {
  readonly id: number;
  readonly name: string;
  readonly sheet: string | null;
}

export const listCitedNames = (db: ReadableDb) =>
  db.all<CitedSource>(sql`SELECT s.id, ${citedName} AS name, s.sheet FROM source s WHERE s.state = 'ready' ORDER BY s.id`);

export const readCitedName = (db: ReadableDb, source: number): CitedSource | null =>
  db.get<CitedSource>(sql`SELECT s.id, ${citedName} AS name, s.sheet FROM source s WHERE s.id = ${source}`) ?? null;
