// Rows of the source table and the raw rows behind them.
import { inflateRawSync, zstdDecompressSync } from "node:zlib";
import type { Doubt, ImportedSource, MoneyTotals, SourceDetail, SourceItem } from "../../../../../shared/import/calls.ts";
import type { Mapping } from "../../../../../shared/import/mapping.ts";
import type { KnownSource, SourceStart } from "../../../../../shared/import/messages.ts";
import { defaultUtcOffset, isoTime, parseOffset } from "../../../../../shared/model/time.ts";
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";
import { readMeta, writeMeta } from "./meta.ts";

export interface SourceRecord {
  readonly id: number;
  readonly name: string;
  readonly sheet: string | null;
  readonly size: number;
  readonly sha256: string;
  readonly encoding: string | null;
  readonly headerRow: number;
  readonly headings: string;
  readonly rowKind: string;
  readonly layout: string;
  readonly confidence: number;
  readonly doubts: string;
  readonly mapping: string;
  readonly utcOffset: number;
  readonly read: number;
  readonly stored: number;
  readonly rejected: number;
  readonly skipped: number;
  readonly twins: number;
  readonly totals: string;
  readonly facts: string;
  /** Path inside an archive. */
  readonly entry: string | null;
  readonly importedAt: number;
  readonly importedBy: string;
  readonly corrects: number | null;
  /** What the lines above the heading said, as JSON. */
  readonly banner: string;
  /** In the keys of entities that have none of their own: the source's number, or that of the one it replaced. */
  readonly keyId: number;
}

const columns = sql`id, name, sheet, entry, size, sha256, encoding, header_row AS headerRow, headings, row_kind AS rowKind, layout, confidence, doubts, mapping,
  utc_offset AS utcOffset, read, stored, rejected, skipped, twins, totals, facts, imported_at AS importedAt, imported_by AS importedBy, corrects, banner, coalesce(key_id, id) AS keyId`;

export interface SourceTies {
  /** Source whose rejected rows stand here put right. */
  readonly corrects: number | null;
  readonly keyId: number | null;
}

export function insertLoadingSource(
  db: WritableDb,
  start: SourceStart,
  user: string,
  now: number,
  { corrects, keyId }: SourceTies,
): number {
  const { mapping } = start;
  const id = takeSourceId(db);
  db.run(sql`INSERT INTO source (id, name, sheet, entry, size, sha256, encoding, header_row, headings, row_kind, layout, confidence, doubts, mapping,
      utc_offset, state, corrects, imported_at, imported_by, banner, key_id)
    VALUES (${id}, ${start.name}, ${start.sheet}, ${start.entry}, ${start.size}, ${start.sha256}, ${start.encoding}, ${start.headerRow}, ${JSON.stringify(start.headings)},
      ${mapping.rowKind}, ${start.layout}, ${start.confidence}, ${JSON.stringify(start.doubts)}, ${JSON.stringify(mapping)},
      ${parseOffset(mapping.format?.timeZone)}, 'loading', ${corrects}, ${now}, ${user}, ${JSON.stringify(start.banner)}, ${keyId})`);
  return id;
}

/** The number of a source that was taken out is never given again: results and audit entries still cite it. */
function takeSourceId(db: WritableDb): number {
  const last = db.get<{ id: number }>(sql`SELECT coalesce(max(id), 0) AS id FROM source`)!.id;
  const id = Math.max(last, Number(readMeta(db, "lastSourceId") ?? 0)) + 1;
  writeMeta(db, "lastSourceId", String(id));
  return id;
}

export interface SourceCounts {
  readonly read: number;
  readonly stored: number;
  readonly rejected: number;
  readonly skipped: number;
  readonly twins: number;
  readonly totals: string;
  readonly facts: string;
  readonly doubts: string;
}

export function markSourceReady(db: WritableDb, id: number, counts: SourceCounts): void {
  db.run(sql`UPDATE source SET state = 'ready', is_untold = 1, read = ${counts.read}, stored = ${counts.stored}, rejected = ${counts.rejected}, skipped = ${counts.skipped},
    twins = ${counts.twins}, totals = ${counts.totals}, facts = ${counts.facts}, doubts = ${counts.doubts} WHERE id = ${id}`);
}

/** Sources that nobody sees: imports that did not end, and (`isRemoved`) those that were taken out and are not cleared away yet. */
export const listLoadingSources = (db: ReadableDb) =>
  db.all<{ id: number; name: string; isRemoved: number }>(
    sql`SELECT id, name, removed_at IS NOT NULL AS isRemoved FROM source WHERE state = 'loading' ORDER BY id`,
  );

/** A source and what puts its rows right, and what puts those right again. */
export const listFamily = (db: ReadableDb, id: number): readonly number[] =>
  db
    .all<{ id: number }>(sql`WITH RECURSIVE family (id) AS (SELECT ${id} UNION SELECT s.id FROM source s JOIN family f ON s.corrects = f.id
      WHERE s.state = 'ready') SELECT id FROM family ORDER BY id`)
    .map((row) => row.id);

/** After the source that this one replaces is gone: what only this one tells of counts as added by it. */
export function recountEntities(db: WritableDb, id: number): void {
  db.run(
    sql`UPDATE source SET facts = json_set(facts, '$.entities', (SELECT count(*) FROM entity WHERE source_id = ${id})) WHERE id = ${id}`,
  );
}

export const listSources = (db: ReadableDb) =>
  db.all<SourceRecord>(sql`SELECT ${columns} FROM source WHERE state = 'ready' ORDER BY id DESC`);

export const readSource = (db: ReadableDb, id: number) =>
  db.get<SourceRecord>(sql`SELECT ${columns} FROM source WHERE id = ${id} AND state = 'ready'`);

/** Rows that another unit chose to send are not the file: it can still be imported whole. */
export const listKnownSources = (db: ReadableDb) =>
  db.all<KnownSource>(
    sql`SELECT id, name, sha256, sheet, layout, coalesce(mapping ->> '$.format.signed', 0) AS isSigned FROM source WHERE state = 'ready' AND layout NOT GLOB 'exchange-*'`,
  );

/** Numbers of ready sources that came after one. */
export const listSourcesAfter = (db: ReadableDb, source: number): number[] =>
  db.all<{ id: number }>(sql`SELECT id FROM source WHERE id > ${source} AND state = 'ready' ORDER BY id`).map(({ id }) => id);

export const readLastSource = (db: ReadableDb): number => db.get<{ id: number }>(sql`SELECT coalesce(max(id), 0) AS id FROM source`)!.id;

export function sourceItem(record: SourceRecord): SourceItem {
  const { id, name, sheet, size, sha256, rowKind, layout, confidence, read, stored, rejected, skipped, twins } = record;
  const rows = { read, stored, rejected, skipped, twins };
  return {
    id,
    name,
    sheet,
    size,
    sha256,
    rowKind,
    layout,
    confidence,
    rows,
    folder: record.entry?.split("/").slice(0, -1).join("/") || null,
    importedAt: isoTime(record.importedAt, defaultUtcOffset),
    importedBy: record.importedBy,
    corrects: record.corrects,
  };
}

/** A correction is read anew with its source, nodes and edges of a graph together, rows of another unit by that unit: none by itself. */
export const partOf = ({ corrects, layout }: Pick<SourceRecord, "corrects" | "layout">): SourceDetail["partOf"] =>
  layout.startsWith("exchange-") ? "exchange" : corrects !== null ? "correction" : layout.startsWith("graph-") ? "graph" : null;

export const sourceDetail = (record: SourceRecord): SourceDetail => ({
  source: sourceItem(record),
  mapping: JSON.parse(record.mapping) as Mapping,
  headings: JSON.parse(record.headings) as string[],
  encoding: record.encoding,
  headerRow: record.headerRow,
  doubts: JSON.parse(record.doubts) as Doubt[],
  totals: JSON.parse(record.totals) as MoneyTotals[],
  facts: JSON.parse(record.facts) as ImportedSource["facts"],
  partOf: partOf(record),
});

/** First bytes of Zstandard (RFC 8878, 3.1.1); no raw deflate begins so, because the length of a stored block would contradict itself. */
const zstandard = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

const unpackRows = (data: Uint8Array): Buffer =>
  zstandard.equals(data.subarray(0, zstandard.length)) ? zstdDecompressSync(data) : inflateRawSync(data);

/** Raw rows [from, from + count), as they stood in the file. */
export function readRawRows(db: ReadableDb, sourceId: number, from: number, count: number): { row: number; cells: string[] }[] {
  const chunks = db.all<{ firstRow: number; data: Uint8Array }>(sql`SELECT first_row AS firstRow, data FROM source_chunk
    WHERE source_id = ${sourceId} AND first_row < ${from + count} AND first_row + row_count > ${from} ORDER BY first_row`);
  return chunks.flatMap(({ firstRow, data }) => {
    const rows = JSON.parse(unpackRows(data).toString("utf8")) as string[][];
    return rows.map((cells, i) => ({ row: firstRow + i, cells })).filter(({ row }) => row >= from && row < from + count);
  });
}
