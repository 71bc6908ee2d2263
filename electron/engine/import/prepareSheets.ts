// First pass of an import: opens the files, takes a sample of each sheet and finds or recognises its mapping. Stores nothing.
import { basename } from "node:path";
import { CaseweaveError } from "../../../shared/errors.ts";
import type { Doubt, SheetProblem } from "../../../shared/import/calls.ts";
import { type Mapping, mappingSchema } from "../../../shared/import/mapping.ts";
import type { ImportTaskInput } from "../../../shared/import/messages.ts";
import { readBanner } from "../../../shared/import/recognise/banner.ts";
import { tellBalance } from "../../../shared/import/recognise/givenBalance.ts";
import { findHeader, readHeadings } from "../../../shared/import/recognise/headerRow.ts";
import { matchLayout } from "../../../shared/import/recognise/layouts.ts";
import { findMatrix } from "../../../shared/import/recognise/matrix.ts";
import { type Recognition, recogniseSheet } from "../../../shared/import/recognise/recognise.ts";
import { rememberSigns } from "../../../shared/import/recognise/signs.ts";
import { problemsOf } from "../../../shared/problems.ts";
import type { PreparedSheet } from "./preparedSheet.ts";
import { openSources, type RowSource } from "./readers/index.ts";
import { unfoldMatrix } from "./readers/matrixSource.ts";
import { prepareStored } from "./storedSheet.ts";
import { prepareTyped } from "./typedSheet.ts";

export type { PreparedSheet } from "./preparedSheet.ts";

const sampleRows = 600;

export const sheetKey = (path: string, entry: string | null, sheet: string | null): string => `${path}|${entry ?? ""}|${sheet ?? ""}`;

export const nameOf = (source: RowSource): string => basename(source.file);

export interface Prepared {
  readonly sheets: readonly PreparedSheet[];
  readonly problems: readonly SheetProblem[];
  /** Of all sheets and tables in the files, wanted or not. */
  readonly names: ReadonlySet<string>;
}

export async function prepareSheets(
  input: ImportTaskInput,
  signal: AbortSignal,
  onFile: (path: string, done: number) => void,
): Promise<Prepared> {
  if (input.stored) return { sheets: [await prepareStored(input.stored)], problems: [], names: new Set() };
  if (input.typed) return { sheets: [prepareTyped(input.typed)], problems: [], names: new Set() };
  const sheets: PreparedSheet[] = [];
  const names = new Set<string>();
  const problems: SheetProblem[] = [];
  for (const [index, path] of input.paths.entries()) {
    signal.throwIfAborted();
    onFile(path, index);
    const format = input.mapping?.format;
    const options = {
      ...(format?.encoding && { encoding: format.encoding }),
      ...(format?.delimiter && { delimiter: format.delimiter }),
      ...(format?.quotes !== undefined && { quotes: format.quotes }),
    };
    const sources = await openSources(path, { ...options, onProblem: (problem) => problems.push(problem) });
    for (const source of sources) {
      const key = sheetKey(path, source.entry, source.sheet);
      if (source.sheet !== null) names.add(source.sheet);
      if (input.skip.includes(key) || !isWanted(input, source)) continue;
      const sheet = await prepareSheet(source, key, input);
      if (sheet !== null) sheets.push(sheet);
    }
  }
  return { sheets: leaveOutRemarks(sheets), problems, names };
}

/** A name that was picked must stand in one of the files. */
export function refuseUnknownSheets({ sheets }: ImportTaskInput, names: ReadonlySet<string>): void {
  const unknown = sheets?.find((name) => !names.has(name));
  if (unknown !== undefined) throw new CaseweaveError("sheet-unknown", { sheet: unknown, sheets: [...names].join("、") });
}

/** Sheets and tables picked by name; a file that has none is whole. */
const isWanted = ({ sheets }: ImportTaskInput, { sheet }: RowSource): boolean =>
  sheets === undefined || sheet === null || sheets.includes(sheet);

async function prepareSheet(found: RowSource, key: string, input: ImportTaskInput): Promise<PreparedSheet | null> {
  const mapping = input.mappings[key] ?? input.mapping;
  if (mapping?.format?.sheet && found.sheet !== null && mapping.format.sheet !== found.sheet) return null;
  const raw = await takeSample(found);
  const matrix = mapping === null || mapping === undefined || mapping.format?.matrix ? findMatrix(raw) : null;
  const source = matrix ? await unfoldMatrix(found, matrix) : found;
  const sample = matrix ? await takeSample(source) : raw;
  const given = mapping ?? source.mapping;
  const known = input.known.find((one) => one.sha256 === source.sha256 && one.sheet === source.sheet) ?? null;
  const recognition = given
    ? applyGiven(given, sample)
    : rememberSigns(
        recogniseSheet({ rows: sample, fileName: nameOf(source), sheetName: source.sheet }, input.layouts, input.as),
        input.known,
      );
  return { source, key, recognition, sample, isGiven: given !== null && given !== undefined, known, now: input.now };
}

/** Rows at their physical lines; lines that the reader leaves out are blank. */
async function takeSample(source: RowSource): Promise<string[][]> {
  const sample: string[][] = [];
  for await (const rows of source.rows({ limit: sampleRows })) {
    for (const { line, cells } of rows) {
      while (sample.length < line - 1 && sample.length < sampleRows * 2) sample.push([]);
      sample.push([...cells]);
    }
    if (sample.length >= sampleRows) break;
  }
  return sample;
}

/** A mapping that was given says where its heading stands, or its own columns lead to it. */
function applyGiven(given: Mapping, sample: readonly (readonly string[])[]): Recognition {
  const parsed = mappingSchema.safeParse(given);
  if (!parsed.success)
    throw new CaseweaveError("mapping-invalid", {
      file: typeof given.name === "string" ? given.name : "",
      problems: problemsOf(parsed.error.issues, given),
    });
  const { format } = given;
  const headerRows = format?.headerRows ?? 1;
  const found =
    format?.headerRow !== undefined
      ? { headerRow: format.headerRow, headerRows, headings: readHeadings(sample, format.headerRow, headerRows) }
      : (matchLayout(sample, findHeader(sample), [{ name: given.name, mapping: given, headings: [], savedAt: "", used: 0 }])?.header ??
        findHeader(sample));
  const banner = readBanner(sample.slice(0, Math.max(0, found.headerRow - 1)));
  const mapping: Mapping = {
    ...given,
    format: { ...format, headerRow: found.headerRow, ...(found.headerRows > 1 && { headerRows: found.headerRows }) },
  };
  return {
    layout: given.name,
    confidence: 1,
    sure: true,
    doubts: tellBalance(mapping, found.headings, sample.slice(found.headerRow === 0 ? 0 : found.headerRow - 1 + found.headerRows)),
    mapping,
    headerRow: found.headerRow,
    headings: found.headings,
    banner,
    alternatives: new Map(),
  };
}

/** A sheet of notes beside sheets of data in one workbook is no data: it is left out, and its file's first sheet says so. */
function leaveOutRemarks(sheets: readonly PreparedSheet[]): readonly PreparedSheet[] {
  const isRemark = (sheet: PreparedSheet) =>
    !sheet.isGiven &&
    !sheet.recognition.sure &&
    sheet.recognition.confidence < 0.3 &&
    sheets.some(
      (other) =>
        other.source.path === sheet.source.path && other.source.entry === sheet.source.entry && other !== sheet && other.recognition.sure,
    );
  const left = sheets.filter(isRemark);
  return sheets
    .filter((sheet) => !left.includes(sheet))
    .map((sheet) => {
      const said = left.filter((one) => one.source.path === sheet.source.path && one.source.entry === sheet.source.entry);
      if (said.length === 0) return sheet;
      const doubts: Doubt[] = said.map((one) => ({
        code: "sheet-left-out",
        column: "",
        values: { sheet: one.source.sheet ?? "", column: "" },
        blocking: false,
      }));
      return { ...sheet, recognition: { ...sheet.recognition, doubts: [...sheet.recognition.doubts, ...doubts] } };
    });
}
