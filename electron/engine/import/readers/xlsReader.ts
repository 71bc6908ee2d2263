// Reads .xls (BIFF8 in an OLE container). The same container holds password-protected workbooks of either kind: these are told apart.
import { type CellValue, readXls, type Sheet } from "hucre";
import { CaseweaveError } from "../../../../shared/errors.ts";
import { type ByteSource, describe, hashBytes, readWhole, unreadable } from "./byteSource.ts";
import { dateText, numberText } from "./numberText.ts";
import { batchSize, type FormatReader, type RawRow, type ReadContext, type RowOptions, type RowSource } from "./rowSource.ts";

const oleMark = Buffer.from("d0cf11e0a1b11ae1", "hex");

export const xlsReader: FormatReader = {
  name: "xls",
  fits: (head) => head.subarray(0, 8).equals(oleMark),
  open: openXls,
};

async function openXls(source: ByteSource, context: ReadContext): Promise<RowSource[]> {
  const sheets = await readSheets(source, context.limits.containerBytes);
  const sha256 = await hashBytes(source);
  const { name: file, path, entry, size } = source;
  return sheets.flatMap(({ name: sheet, rows: cells }) => {
    if (!cells.some(hasText)) {
      context.report(source, sheet, new CaseweaveError("file-empty", describe(source, { sheet })));
      return [];
    }
    const rows = (options?: RowOptions) => readRows(source, sheet, context.limits.containerBytes, options?.limit ?? Infinity);
    return [{ file, path, entry, sheet, size, sha256, encoding: null, delimiter: null, doubts: [], rows }];
  });
}

/** The format cannot be streamed; it holds 65,536 rows a sheet at most. Read anew each time, so that hundreds are not in memory. */
async function readSheets(source: ByteSource, limit: number): Promise<Sheet[]> {
  const bytes = await readWhole(source, limit);
  if (isLocked(bytes)) throw new CaseweaveError("file-locked", describe(source));
  try {
    return (await readXls(bytes)).sheets;
  } catch (error) {
    // A document or another program's file in the same container, or a workbook from before 1997.
    const isOther = /missing Workbook stream|Unsupported XLS version/.test(String(error));
    throw isOther ? new CaseweaveError("unsupported-format", describe(source)) : unreadable(source, error);
  }
}

/** An encrypted .xlsx is a stream named EncryptedPackage (MS-OFFCRYPTO 2.3.4); an encrypted .xls has a FILEPASS record (MS-XLS 2.4.117). */
export function isLocked(bytes: Buffer): boolean {
  if (bytes.includes(Buffer.from("EncryptedPackage", "utf16le"))) return true;
  const begin = bytes.indexOf(Buffer.from("0908100000060500", "hex"));
  if (begin < 0) return false;
  // FILEPASS stands among the first records, before anything that is encrypted.
  for (let at = begin, records = 0; records < 6 && at + 4 <= bytes.length; records += 1) {
    if (bytes.readUInt16LE(at) === 0x2f) return true;
    at += 4 + bytes.readUInt16LE(at + 2);
  }
  return false;
}

async function* readRows(source: ByteSource, sheet: string, bytes: number, limit: number): AsyncGenerator<RawRow[]> {
  const found = (await readSheets(source, bytes)).find((candidate) => candidate.name === sheet);
  const cells = found?.rows ?? [];
  const last = Math.min(cells.findLastIndex(hasText) + 1, limit);
  for (let from = 0; from < last; from += batchSize) {
    yield Array.from({ length: Math.min(batchSize, last - from) }, (_, step) => toRow(cells[from + step] ?? [], from + step + 1));
  }
}

const hasText = (row: readonly CellValue[] | undefined): boolean => row?.some((cell) => cell !== null && cell !== "") ?? false;

function toRow(values: readonly CellValue[], line: number): RawRow {
  const lost: number[] = [];
  const cells = Array.from(values, (value, column) => {
    if (typeof value !== "number") return cellText(value);
    const number = numberText(String(value));
    if (number.isLost) lost.push(column);
    return number.text;
  });
  return lost.length > 0 ? { line, cells, lost } : { line, cells };
}

function cellText(value: CellValue): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value instanceof Date) return value.getTime() < timesEnd ? value.toISOString().slice(11, 19) : dateText(value, false);
  return String(value);
}

/** Serial numbers below 1 are times of day. */
const timesEnd = Date.UTC(1900, 0, 1);
