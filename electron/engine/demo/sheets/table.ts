// How tables become file bytes that are the same every time: CSV in two encodings, workbooks and zip archives with one fixed time.
import { zipSync } from "fflate";
import { type MergeRange, writeXlsx } from "hucre/xlsx";
import { encodeGb18030 } from "../gb18030.ts";

export type Cell = string | number | null;
export type Row = readonly Cell[];

export interface Sheet {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly merges?: readonly MergeRange[];
}

export interface DemoFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Written into every workbook and archive instead of the clock. */
const fixedTime = new Date(Date.UTC(2026, 10, 23, 0, 0, 0));

function csvCell(cell: Cell): string {
  const text = cell === null ? "" : String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvBytes(rows: readonly Row[], encoding: "gb18030" | "utf-8" | "utf-8-bom"): Uint8Array {
  const text = `${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
  if (encoding === "gb18030") return encodeGb18030(text);
  return new TextEncoder().encode(encoding === "utf-8-bom" ? `\uFEFF${text}` : text);
}

export async function workbookBytes(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, rows, merges }) => ({ name, rows: rows.map((row) => [...row]), merges: merges ? [...merges] : [] })),
    properties: { creator: "demo", created: fixedTime, modified: fixedTime },
    stringMode: "shared",
  });
}

/** fflate writes local clock parts, so the time is given as local parts too and does not move with the time zone. */
export function zipBytes(files: readonly DemoFile[]): Uint8Array {
  const mtime = new Date(2026, 10, 23, 8, 0, 0);
  return zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { mtime, level: 1 });
}

export const money = (fen: number): string => (fen / 100).toFixed(2);
