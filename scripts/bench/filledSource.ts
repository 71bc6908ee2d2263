// A source whose rows a bench writes by itself, without a file: what is measured is the question, not the import.
import type { Connection } from "../../electron/engine/store/sqlite/database.ts";
import { RowInserter } from "../../electron/engine/store/sqlite/rowInserter.ts";
import { rawSql } from "../../electron/engine/store/sqlite/sql.ts";
import { insertLoadingSource, markSourceReady } from "../../electron/engine/store/sqlite/tables/source.ts";
import type { RowKind } from "../../shared/import/mapping.ts";

const rowsAtOnce = 50_000;

export function beginSource(db: Connection, rowKind: RowKind): number {
  const start = {
    ordinal: 0,
    name: "bench.csv",
    path: "bench.csv",
    entry: null,
    sheet: null,
    size: 1,
    sha256: "bench",
    encoding: "utf-8",
    headerRow: 1,
    headings: [],
    layout: "bench",
    confidence: 1,
    doubts: [],
    banner: {},
    mapping: { name: "bench", rowKind, columns: {} },
  };
  return db.write((writable) => insertLoadingSource(writable, start, "bench", 0, { corrects: null, keyId: null }));
}

export function finishSource(db: Connection, source: number, rows: number): void {
  const counts = { read: rows, stored: rows, rejected: 0, skipped: 0, twins: 0, totals: "[]", facts: "{}", doubts: "[]" };
  db.write((writable) => markSourceReady(writable, source, counts));
}

type Indexes = readonly (readonly [name: string, definition: string])[];

/** Writes rows 1 to `count` as one long load would: without the indexes, which are built at the end. */
export function writeRows(
  db: Connection,
  into: string,
  indexes: Indexes,
  count: number,
  makeRow: (row: number) => readonly (string | number | null)[],
): void {
  for (const [name] of indexes) db.write((writable) => writable.run(rawSql(`DROP INDEX ${name}`)));
  const width = into.split(",").length;
  for (let from = 0; from < count; from += rowsAtOnce)
    db.write((writable) => {
      const rows = new RowInserter(writable, into, width);
      for (let row = from + 1; row <= Math.min(count, from + rowsAtOnce); row++) rows.add(...makeRow(row));
      rows.flush();
    });
  for (const [name, definition] of indexes) db.write((writable) => writable.run(rawSql(`CREATE INDEX ${name} ON ${definition}`)));
}

/** Entities first … first + count − 1 of one kind. */
export function writeEntities(
  db: Connection,
  source: number,
  kind: string,
  first: number,
  count: number,
  keyOf: (i: number) => string,
): void {
  writeRows(db, "entity (id, kind, key, label, source_id, row)", [], count, (i) => [first + i - 1, kind, keyOf(i), keyOf(i), source, 1]);
}
