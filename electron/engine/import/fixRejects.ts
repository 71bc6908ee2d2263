// Corrected rows go in as a source of their own, under the mapping of the one they came from, and keep their tie to it.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CaseweaveError } from "../../../shared/errors.ts";
import type { ImportedSource } from "../../../shared/import/calls.ts";
import type { Mapping } from "../../../shared/import/mapping.ts";
import { type RepairRule, repairByRule } from "../../../shared/import/repairRule.ts";
import type { JobContext } from "../handler.ts";
import { deleteRowNotes, listRowNotes } from "../store/sqlite/tables/rowNote.ts";
import { readRawRows, type SourceRecord } from "../store/sqlite/tables/source.ts";
import { runImport } from "./runImport.ts";

export interface ChangedRow {
  readonly row: number;
  readonly changes: readonly { readonly column: number; readonly text: string }[];
}

interface FixedRow {
  readonly row: number;
  readonly cells: readonly string[];
}

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

async function fixRejects(context: JobContext, source: SourceRecord, rows: readonly FixedRow[]): Promise<readonly ImportedSource[]> {
  const headings = JSON.parse(source.headings) as string[];
  const original = JSON.parse(source.mapping) as Mapping;
  const format = {
    ...original.format,
    encoding: "utf-8",
    delimiter: ",",
    headerRow: headings.length > 0 ? 1 : 0,
    headerRows: 1,
    sheet: null,
  };
  const folder = await mkdtemp(join(tmpdir(), "caseweave-fix-"));
  const path = join(folder, fixedName(source, rows));
  try {
    const lines = [...(headings.length > 0 ? [headings] : []), ...rows.map(({ cells }) => cells)];
    await writeFile(path, `${lines.map((cells) => cells.map(quote).join(",")).join("\n")}\n`);
    const mapping = { ...original, format };
    const sources = await runImport(
      context,
      { paths: [path], mapping, mappings: {}, as: null, skip: [], layouts: [] },
      { corrects: source.id },
    );
    context.commit({ action: "import.fixed", detail: { source: source.id, rows: rows.length } }, ["facts"], (db) =>
      deleteRowNotes(
        db,
        source.id,
        rows.map(({ row }) => row),
      ),
    );
    return sources;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Rows as they stand in the source, with the cells that a person changed. */
export async function fixChangedRows(
  context: JobContext,
  source: SourceRecord,
  rows: readonly ChangedRow[],
): Promise<readonly ImportedSource[]> {
  const fixed = rows.map(({ row, changes }) => {
    const cells = [...(readRawRows(context.db, source.id, row, 1)[0]?.cells ?? [])];
    for (const { column, text } of changes) {
      while (cells.length < column) cells.push("");
      cells[column] = text;
    }
    return { row, cells };
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
): Promise<readonly ImportedSource[]> {
  const headings = JSON.parse(source.headings) as string[];
  const rows = listRowNotes(context.db, { sourceId: source.id, reason, after: 0, limit: maxRejects })
    .filter(({ verdict }) => verdict === "rejected")
    .flatMap(({ row }) => {
      const cells = repairByRule(readRawRows(context.db, source.id, row, 1)[0]?.cells ?? [], headings, rule);
      return cells === null ? [] : [{ row, cells }];
    });
  if (rows.length === 0) throw new CaseweaveError("repair-changes-nothing", { column: rule.column });
  return await fixRejects(context, source, rows);
}

/** Says where the rows come from: `base.csv · 58, 59`. */
function fixedName(source: SourceRecord, rows: readonly FixedRow[]): string {
  const base = source.name.replace(/\.[^.]*$/, "");
  const shown = rows
    .slice(0, 3)
    .map(({ row }) => row)
    .join("-");
  return `${base}_fix_${shown}${rows.length > 3 ? "…" : ""}.csv`;
}
