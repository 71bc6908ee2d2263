// The child's side of a sheet that is in the workspace already: its raw rows are read from there, as a file's rows would be.
import { createHash } from "node:crypto";
import { CaseweaveError } from "../../../shared/errors.ts";
import { findColumn } from "../../../shared/import/heading.ts";
import type { Mapping } from "../../../shared/import/mapping.ts";
import type { StoredSheet } from "../../../shared/import/messages.ts";
import { tellBalance } from "../../../shared/import/recognise/givenBalance.ts";
import type { Recognition } from "../../../shared/import/recognise/recognise.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { openWorkspaceFile } from "../store/sqlite/open.ts";
import { listRowNotes } from "../store/sqlite/tables/rowNote.ts";
import { readRawRows, readSource, type SourceRecord } from "../store/sqlite/tables/source.ts";
import type { PreparedSheet } from "./preparedSheet.ts";
import { batchSize, type RawRow, type RowSource } from "./readers/rowSource.ts";

const sampleRows = 600;

/** Rows of the sheet that its heading and the lines above it take. */
const headRows = ({ headerRow, mapping }: { headerRow: number; mapping: Mapping }): number =>
  headerRow === 0 ? 0 : headerRow - 1 + (mapping.format?.headerRows ?? 1);

function withDb<T>({ path, key }: StoredSheet, work: (db: ReadableDb) => T): T {
  const connection = openWorkspaceFile(path, { readOnly: true, key });
  try {
    return work(connection);
  } finally {
    connection.close();
  }
}

/** Rows whose number the spreadsheet had cut: the raw cells do not show it, the reject does. */
function readLost(db: ReadableDb, source: SourceRecord): ReadonlyMap<number, readonly number[]> {
  const headings = JSON.parse(source.headings) as string[];
  const notes = listRowNotes(db, { sourceId: source.id, reason: "precision-lost", after: 0, limit: -1 });
  return new Map(notes.map(({ row, column }) => [row, [findColumn(headings, column)]]));
}

function* readStored(stored: StoredSheet, head: number, limit: number): Generator<RawRow[]> {
  const connection = openWorkspaceFile(stored.path, { readOnly: true, key: stored.key });
  try {
    const lost = readLost(connection, readSource(connection, stored.sourceId)!);
    for (let from = 1; from <= limit; from += batchSize) {
      const rows = readRawRows(connection, stored.sourceId, from, Math.min(batchSize, limit - from + 1));
      if (rows.length === 0) return;
      yield rows.map(({ row, cells }) => {
        const columns = lost.get(row);
        return { line: head + row, cells, ...(columns && { lost: columns }) };
      });
    }
  } finally {
    connection.close();
  }
}

async function* rowsOf(stored: StoredSheet, head: number, limit = Number.MAX_SAFE_INTEGER): AsyncGenerator<RawRow[]> {
  if (stored.rows === null) yield* readStored(stored, head, limit - head);
  else yield stored.rows.map((cells, i) => ({ line: head + i + 1, cells: [...cells] }));
}

export function describeRows(rows: readonly (readonly string[])[]): Pick<RowSource, "size" | "sha256" | "encoding" | "entry"> {
  const bytes = Buffer.from(JSON.stringify(rows));
  return { size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex"), encoding: "utf-8", entry: null };
}

function recogniseStored({ mapping }: StoredSheet, record: SourceRecord, sample: readonly (readonly string[])[]): Recognition {
  const headings = JSON.parse(record.headings) as string[];
  const isAsBefore = JSON.stringify(mapping) === record.mapping;
  return {
    layout: isAsBefore ? record.layout : mapping.name,
    confidence: isAsBefore ? record.confidence : 1,
    sure: true,
    doubts: tellBalance(mapping, headings, sample),
    mapping,
    headerRow: record.headerRow,
    headings,
    banner: new Map(Object.entries(JSON.parse(record.banner) as Record<string, string>)),
    alternatives: new Map(),
  };
}

export async function prepareStored(stored: StoredSheet): Promise<PreparedSheet> {
  const { mapping, rows, name } = stored;
  const { record, sample } = withDb(stored, (db) => {
    const found = readSource(db, stored.sourceId);
    if (!found) throw new CaseweaveError("source-unknown", { id: stored.sourceId });
    return { record: found, sample: readRawRows(db, stored.sourceId, 1, sampleRows).map(({ cells }) => cells) };
  });
  const head = headRows({ headerRow: record.headerRow, mapping });
  const { size, sha256, encoding, entry } = rows === null ? record : describeRows(rows);
  const identity = { file: name, path: name, entry, sheet: record.sheet, size, sha256, encoding, delimiter: null, doubts: [] };
  return {
    source: { ...identity, rows: (options) => rowsOf(stored, head, options?.limit) },
    key: "",
    sample: [...Array.from({ length: head }, () => []), ...sample, ...(rows ?? [])],
    isGiven: true,
    known: null,
    recognition: recogniseStored(stored, record, sample),
  };
}
