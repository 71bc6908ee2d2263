// A reject file that somebody corrected in a spreadsheet: the cells that differ from what the workspace holds, row by row.
import { basename } from "node:path";
import { CaseweaveError } from "../../shared/errors.ts";
import type { RejectItem } from "../../shared/import/calls.ts";
import { guardFormula } from "../../shared/review/formulaGuard.ts";
import { openSources } from "../engine/import/readers/index.ts";
import { rejectColumns } from "../engine/import/readers/rejectFile.ts";

export interface ChangedRow {
  readonly row: number;
  readonly changes: readonly { readonly column: number; readonly text: string }[];
}

/** Column of the row's number among the leading ones. */
const rowColumn = 1;

async function* readLines(path: string): AsyncGenerator<{ line: number; cells: readonly string[] }> {
  const [source] = await openSources(path);
  for await (const rows of source!.rows()) yield* rows;
}

/** Rows that are no rejects (any more) are refused by name; rows left as they were are left out. */
export async function readChangedRows(path: string, rejects: readonly RejectItem[]): Promise<readonly ChangedRow[]> {
  const byRow = new Map(rejects.map((item) => [item.row, item]));
  const changed: ChangedRow[] = [];
  for await (const { line, cells } of readLines(path)) {
    if (line === 1) continue;
    const reject = byRow.get(Number(cells[rowColumn]));
    if (reject === undefined)
      throw new CaseweaveError("file-unreadable", { file: basename(path), path, line, reason: `row ${cells[rowColumn] ?? ""}` });
    const changes = cells.slice(rejectColumns).flatMap((text, column) => (isSame(text, reject.cells[column]) ? [] : [{ column, text }]));
    if (changes.length > 0) changed.push({ row: reject.row, changes });
  }
  if (changed.length === 0) throw new CaseweaveError("repair-changes-nothing", { column: basename(path) });
  return changed;
}

/** The file guards cells that a spreadsheet would take for a formula. */
const isSame = (text: string, raw = ""): boolean => text === raw || text === guardFormula(raw) || text.trim() === raw.trim();
