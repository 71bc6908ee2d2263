// Corrected rows go in as a source of their own, under the mapping of the one they came from, and keep their tie to it: row, cells, who, when.
import { CaseweaveError } from "../../../shared/errors.ts";
import type { CellChange, ImportedSource, RefusedRow } from "../../../shared/import/calls.ts";
import type { RowNote } from "../../../shared/import/facts.ts";
import { findColumn } from "../../../shared/import/heading.ts";
import type { Mapping } from "../../../shared/import/mapping.ts";
import type { StoredSheet } from "../../../shared/import/messages.ts";
import { type RepairRule, repairByRule } from "../../../shared/import/repairRule.ts";
import type { JobContext } from "../handler.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { insertCorrections } from "../store/sqlite/tables/correction.ts";
import { listRowNotes } from "../store/sqlite/tables/rowNote.ts";
import { listFamily, readRawRows, type SourceRecord } from "../store/sqlite/tables/source.ts";
import { runImport } from "./runImport.ts";

export interface ChangedRow {
  readonly row: number;
  readonly changes: readonly { readonly column: number; readonly text: string }[];
}

export interface FixResult {
  readonly sources: readonly ImportedSource[];
  /** Rows that would be rejected again: they stay where they are, with the reason that stands against them now. */
  readonly refused: readonly RefusedRow[];
}

interface FixedRow {
  readonly row: number;
  readonly was: readonly string[];
  readonly cells: readonly string[];
}

const headingsOf = (source: SourceRecord) => JSON.parse(source.headings) as string[];
const readCells = (db: ReadableDb, source: SourceRecord, row: number): readonly string[] =>
  readRawRows(db, source.id, row, 1)[0]?.cells ?? [];

async function fixRejects(context: JobContext, source: SourceRecord, rows: readonly FixedRow[]): Promise<FixResult> {
  const stored: StoredSheet = {
    path: context.workspace.path,
    key: context.workspace.key,
    sourceId: source.id,
    mapping: JSON.parse(source.mapping) as Mapping,
    rows: rows.map(({ row, cells }) => fillFromAbove(context.db, source, row, cells)),
    name: fixedName(source, rows),
  };
  const notes = await context.jobs.run<readonly RowNote[]>("checkRows", stored, { signal: context.signal, report: context.report });
  const stillWrong = new Set(notes.map(({ row }) => row - 1));
  const refused = notes.map((note) => ({ ...note, row: rows[note.row - 1]!.row }));
  const good = rows.filter((_, i) => !stillWrong.has(i));
  if (good.length === 0) return { sources: [], refused };
  const input = { paths: [], mapping: null, mappings: {}, as: null, skip: [], layouts: [] };
  const sources = await runImport(
    context,
    { ...input, stored: { ...stored, rows: stored.rows!.filter((_, i) => !stillWrong.has(i)) } },
    {
      action: "import.fixed",
      corrects: source.id,
      kin: { siblings: listFamily(context.db, source.id), replaced: [] },
      keyId: source.keyId,
      onReady: (db, [fixedId]) => {
        const corrected = good.map(({ row, was, cells }, i) => ({
          row,
          fixedRow: i + 1,
          changes: changesBetween(headingsOf(source), was, cells),
        }));
        insertCorrections(db, { sourceId: source.id, fixedId: fixedId!, by: context.user, at: context.clock() }, corrected);
      },
    },
  );
  return { sources, refused };
}

/** Merged cells: what an empty one takes from above stands in another row, which does not come along. */
function fillFromAbove(db: ReadableDb, source: SourceRecord, row: number, cells: readonly string[]): string[] {
  const { fillDown } = (JSON.parse(source.mapping) as Mapping).format ?? {};
  const filled = [...cells];
  if (!fillDown) return filled;
  const headings = headingsOf(source);
  const columns =
    fillDown === true ? headings.map((_, i) => i) : fillDown.map((address) => findColumn(headings, address)).filter((i) => i >= 0);
  let missing = columns.filter((column) => (filled[column] ?? "").trim() === "");
  for (let until = row - 1; until > 0 && missing.length > 0; until -= rowsAbove) {
    const from = Math.max(1, until - rowsAbove + 1);
    for (const above of readRawRows(db, source.id, from, until - from + 1).reverse())
      missing = missing.filter((column) => {
        filled[column] = above.cells[column] ?? "";
        return filled[column]!.trim() === "";
      });
  }
  return filled;
}

const rowsAbove = 500;

function changesBetween(headings: readonly string[], was: readonly string[], now: readonly string[]): CellChange[] {
  return Array.from({ length: Math.max(was.length, now.length) }, (_, column) => ({
    column,
    heading: headings[column] || `#${column + 1}`,
    was: was[column] ?? "",
    now: now[column] ?? "",
  })).filter((change) => change.was !== change.now);
}

/** Rows as they stand in the source, with the cells that a person changed. */
export async function fixChangedRows(context: JobContext, source: SourceRecord, rows: readonly ChangedRow[]): Promise<FixResult> {
  const fixed = rows.map(({ row, changes }) => {
    const was = readCells(context.db, source, row);
    const cells = [...was];
    for (const { column, text } of changes) {
      while (cells.length < column) cells.push("");
      cells[column] = text;
    }
    return { row, was, cells };
  });
  return await fixRejects(context, source, fixed);
}

const maxRejects = 1_000_000;

/** Rejected rows of one reason (or of all) that a rule changes; they go in as by hand. */
export async function fixRejectsByRule(
  context: JobContext,
  source: SourceRecord,
  reason: string | null,
  rule: RepairRule,
): Promise<FixResult> {
  const headings = headingsOf(source);
  const rows = listRowNotes(context.db, { sourceId: source.id, reason, verdict: "rejected", after: 0, limit: maxRejects }).flatMap(
    ({ row }) => {
      const was = readCells(context.db, source, row);
      const cells = repairByRule(was, headings, rule);
      return cells === null ? [] : [{ row, was, cells }];
    },
  );
  if (rows.length === 0) throw new CaseweaveError("repair-changes-nothing", { column: rule.column });
  return await fixRejects(context, source, rows);
}

/** Says where the rows come from: `base_fix_58-59.csv`. */
function fixedName(source: SourceRecord, rows: readonly FixedRow[]): string {
  const base = source.name.replace(/\.[^.]*$/, "");
  const shown = rows
    .slice(0, 3)
    .map(({ row }) => row)
    .join("-");
  return `${base}_fix_${shown}${rows.length > 3 ? "…" : ""}.csv`;
}
