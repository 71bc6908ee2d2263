// Writes rejected rows so that they can be corrected in a spreadsheet and imported again: where and why, then the raw cells under their headings.

import writeFileAtomic from "write-file-atomic";
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { RowNote } from "../../../../shared/import/facts.ts";
import { guardFormula } from "../../../../shared/review/formulaGuard.ts";

export interface RejectedRow extends RowNote {
  /** File as shown, with the sheet where there is one. */
  readonly source: string;
  readonly cells: readonly string[];
}

/** Words for people, from the catalogue of the language in use. */
export interface RejectWords {
  /** Headings of the four leading columns. */
  readonly headings: readonly [source: string, row: string, column: string, reason: string];
  reason(note: RowNote): string;
}

/** Leading columns that say where and why; what follows is the source's own row. */
export const rejectColumns = 4;

const byteOrderMark = "\ufeff";

/** CSV in UTF-8 with a mark (what Excel in China opens rightly), lines ended by CR LF. */
export function encodeRejects(rows: readonly RejectedRow[], headings: readonly string[], words: RejectWords): string {
  const width = rows.reduce((widest, row) => Math.max(widest, row.cells.length), headings.length);
  const pad = (cells: readonly string[]) => Array.from({ length: width }, (_, column) => cells[column] ?? "");
  const lines = rows.map((row) => [row.source, String(row.row), row.column, words.reason(row), ...pad(row.cells)]);
  return byteOrderMark + [[...words.headings, ...pad(headings)], ...lines].map(encodeLine).join("");
}

const encodeLine = (cells: readonly string[]): string => `${cells.map(encodeCell).join(",")}\r\n`;

function encodeCell(cell: string): string {
  const guarded = guardFormula(cell);
  return /[",\r\n\t]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Written beside its place and moved there whole. */
export async function writeRejectFile(
  path: string,
  rows: readonly RejectedRow[],
  headings: readonly string[],
  words: RejectWords,
): Promise<void> {
  try {
    await writeFileAtomic(path, encodeRejects(rows, headings, words), { encoding: "utf8" });
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    if (code === "ENOSPC") throw new CaseweaveError("disk-full", { path, reason: code }, { cause: error });
    throw new CaseweaveError("file-unreadable", { file: path, path, reason: code || message }, { cause: error });
  }
}
