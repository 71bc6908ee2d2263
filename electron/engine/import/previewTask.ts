// The child's side of a preview: what each sheet was recognised as, a check of each column, and its first rows before and after. Stores nothing.
import { toWire } from "../../../shared/errors.ts";
import type { PreviewResult, SheetPreview, SheetProblem } from "../../../shared/import/calls.ts";
import { compileMadeColumns } from "../../../shared/import/madeColumns.ts";
import type { ImportTaskInput } from "../../../shared/import/messages.ts";
import { previewRows, rowDoubts } from "../../../shared/import/previewRows.ts";
import { readBalances } from "../../../shared/import/readings.ts";
import { checkColumns } from "../../../shared/import/recognise/checkColumns.ts";
import type { DeclaredNodes } from "../../../shared/import/rowPlan.ts";
import type { TaskContext } from "../jobs/task.ts";
import { joinHeaderFiles, readDeclaredNodes } from "./graphNodes.ts";
import { compileSheet, noRows, rowsUnderHeading } from "./parseTask.ts";
import { nameOf, type Prepared, type PreparedSheet, prepareSheets, refuseUnknownSheets } from "./prepareSheets.ts";
import { findReusedInSheet } from "./previewReused.ts";

const shownRows = 20;
const checkedRows = 300;

export async function previewTask(input: ImportTaskInput, context: TaskContext): Promise<PreviewResult> {
  const problems: SheetProblem[] = [];
  const sheets: PreparedSheet[] = [];
  const names = new Set<string>();
  for (const [done, path] of (input.stored ? [input.stored.name] : input.paths).entries()) {
    context.report({ phase: "recognise", done, total: input.paths.length, perSecond: null, secondsLeft: null, subject: path });
    const found = await prepareFile({ ...input, paths: [path] }, context.signal, path);
    sheets.push(...found.sheets);
    problems.push(...found.problems);
    for (const name of found.names) names.add(name);
  }
  if (problems.length === 0) refuseUnknownSheets(input, names);
  const joined = joinHeaderFiles(sheets);
  const nodes = await readDeclaredNodes(joined);
  const previews: SheetPreview[] = [];
  for (const sheet of joined) {
    try {
      const preview = await previewSheet(sheet, nodes);
      const reused = await findReusedInSheet(sheet, input.against);
      previews.push(reused.length === 0 ? preview : { ...preview, doubts: [...preview.doubts, ...reused] });
    } catch (error) {
      problems.push(problemOf(error, sheet.source.path, nameOf(sheet.source), sheet.source.sheet));
    }
  }
  return { sheets: previews, problems };
}

/** A file that cannot be read stands beside the others with its error. */
async function prepareFile(input: ImportTaskInput, signal: AbortSignal, path: string): Promise<Prepared> {
  try {
    return await prepareSheets(input, signal, () => {});
  } catch (error) {
    signal.throwIfAborted();
    return { sheets: [], names: new Set(), problems: [problemOf(error, path, path.split(/[\\/]/).at(-1) ?? path, null)] };
  }
}

function problemOf(error: unknown, file: string, source: string, sheet: string | null): SheetProblem {
  const { code, details } = toWire(error);
  return { file, source, sheet, error: { code, details } };
}

async function previewSheet(sheet: PreparedSheet, nodes: DeclaredNodes | null): Promise<SheetPreview> {
  const { source, recognition, known } = sheet;
  const { mapping, headings, headerRow, layout, confidence, sure, doubts, alternatives } = recognition;
  const rows: string[][] = [];
  for await (const batch of rowsUnderHeading(sheet, checkedRows))
    for (const { cells } of batch) if (rows.length < checkedRows) rows.push(cells);
  const width = Math.max(headings.length, ...rows.map((cells) => cells.length));
  const made = compileMadeColumns(mapping.format, headings, width);
  return {
    file: source.path,
    entry: source.entry,
    source: nameOf(source),
    sheet: source.sheet,
    shownEntry: source.entry,
    shownSheet: source.sheet,
    size: source.size,
    sha256: source.sha256,
    encoding: source.encoding,
    headerRow,
    headings,
    layout,
    confidence,
    sure,
    doubts: [...source.doubts, ...doubts, ...(rows.length === 0 ? [noRows] : rowDoubts(() => compileSheet(sheet, nodes), rows))],
    mapping,
    balances: readBalances(mapping, made.headings, rows),
    columns: checkColumns(mapping, made.headings, rows.map(made.extend), alternatives),
    rows: sure || Object.keys(mapping.columns).length > 0 ? previewRows(() => compileSheet(sheet, nodes), rows.slice(0, shownRows)) : [],
    rowCount: rows.length < checkedRows ? rows.length : null,
    alreadyImported: known?.id ?? null,
  };
}
