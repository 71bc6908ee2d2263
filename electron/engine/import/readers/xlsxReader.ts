// Reads .xlsx (and .xlsm): one source a sheet.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { type ByteSource, describe, hashBytes, unreadable } from "./byteSource.ts";
import type { RawRow, ReadContext, RowOptions, RowSource } from "./rowSource.ts";
import { readDateStyles, readSharedStrings, readWorkbook, type SheetPart, type WorkbookParts } from "./xlsxParts.ts";
import { readSheet, type SheetTables } from "./xlsxSheet.ts";
import type { ZipEntry } from "./zipContainer.ts";

/** Null when the container is no workbook. */
export async function openWorkbook(
  source: ByteSource,
  entries: ReadonlyMap<string, ZipEntry>,
  context: ReadContext,
): Promise<RowSource[] | null> {
  const workbook = await readWorkbook(entries).catch((error) => {
    throw unreadable(source, error);
  });
  if (workbook === null) return null;
  if (source.size > context.limits.containerBytes) {
    throw new CaseweaveError("archive-unsafe", describe(source, { reason: "container-size", limit: context.limits.containerBytes }));
  }
  const sha256 = await hashBytes(source);
  const found: RowSource[] = [];
  for (const sheet of workbook.sheets) {
    try {
      if (await hasRows(source, entries.get(sheet.part)))
        found.push(sheetSource(source, sheet, sha256, sheetReader(source, sheet, workbook, entries)));
      else context.report(source, sheet.name, new CaseweaveError("file-empty", describe(source, { sheet: sheet.name })));
    } catch (error) {
      context.report(source, sheet.name, unreadable(source, error, { sheet: sheet.name }));
    }
  }
  return found;
}

type ReadRows = (wanted: RowOptions) => AsyncIterable<RawRow[]>;

function sheetSource(source: ByteSource, sheet: SheetPart, sha256: string, read: ReadRows): RowSource {
  const { name: file, path, entry, size } = source;
  const rows = (wanted?: RowOptions) => read(wanted ?? {});
  return { file, path, entry, sheet: sheet.name, size, sha256, encoding: null, delimiter: null, doubts: [], rows };
}

function sheetReader(source: ByteSource, sheet: SheetPart, workbook: WorkbookParts, entries: ReadonlyMap<string, ZipEntry>): ReadRows {
  return async function* read(wanted: RowOptions) {
    try {
      yield* readSheet(source, entries.get(sheet.part)!, await readTables(workbook, entries), wanted);
    } catch (error) {
      throw unreadable(source, error, { sheet: sheet.name });
    }
  };
}

/** Read for each sheet anew: hundreds of workbooks are open at a time, their strings must not be. */
async function readTables(workbook: WorkbookParts, entries: ReadonlyMap<string, ZipEntry>): Promise<SheetTables> {
  const part = (name: string | null) => (name === null ? undefined : entries.get(name));
  const strings = await readSharedStrings(part(workbook.stringsPart));
  return { strings, styles: await readDateStyles(part(workbook.stylesPart)), is1904: workbook.is1904 };
}

async function hasRows(source: ByteSource, entry: ZipEntry | undefined): Promise<boolean> {
  if (!entry) throw new Error("sheet-missing");
  const rows = readSheet(source, entry, { strings: null, styles: [], is1904: false }, { limit: 1 });
  for await (const batch of rows) if (batch.length > 0) return true;
  return false;
}
