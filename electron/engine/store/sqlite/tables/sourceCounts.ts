// What an import reports of a source.
import { CaseweaveError } from "../../../../../shared/errors.ts";
import type { Doubt, ImportedSource, MoneyTotals } from "../../../../../shared/import/calls.ts";
import type { ReadableDb } from "../database.ts";
import { sql } from "../sql.ts";
import { readSource } from "./source.ts";

export const hasSources = (db: ReadableDb): boolean => db.get(sql`SELECT 1 FROM source LIMIT 1`) !== undefined;

export function readSourceCounts(db: ReadableDb, id: number): Omit<ImportedSource, "already"> {
  const record = readSource(db, id);
  if (!record) throw new CaseweaveError("source-unknown", { id });
  const { name, sheet, sha256, encoding, headerRow, layout, rowKind, confidence, read, stored, rejected, skipped, twins } = record;
  const [totals, ...otherTotals] = JSON.parse(record.totals) as MoneyTotals[];
  return {
    id,
    source: name,
    sheet,
    sha256,
    encoding,
    headerRow,
    layout: { name: layout, rowKind, confidence, doubts: JSON.parse(record.doubts) as Doubt[] },
    rows: { read, stored, rejected, skipped, twins },
    totals: totals ?? null,
    otherTotals,
    facts: JSON.parse(record.facts) as ImportedSource["facts"],
    rejects: null,
  };
}
