// The child's side of an import: recognises every sheet first (one that it is not sure of refuses all), then reads them one by one into batches of facts.
import { deflateRawSync } from "node:zlib";
import { CaseweaveError } from "../../../shared/errors.ts";
import { CompiledMapping } from "../../../shared/import/applyMapping.ts";
import { type PackRows, SheetBatcher } from "../../../shared/import/batch.ts";
import type { SheetProblem } from "../../../shared/import/calls.ts";
import type { ImportMessage, ImportTaskInput, SourceStart } from "../../../shared/import/messages.ts";
import type { TaskContext } from "../jobs/task.ts";
import { type KindOfNode, orderGraph, readNodeKinds } from "./graphNodes.ts";
import { nameOf, type PreparedSheet, prepareSheets } from "./prepareSheets.ts";
import { RowProgress } from "./rowProgress.ts";

type Context = TaskContext<ImportMessage>;

export async function parseTask(input: ImportTaskInput, context: Context): Promise<null> {
  const { sheets, problems } = await prepareSheets(input, context.signal, (path, done) =>
    context.report({ phase: "recognise", done, total: input.paths.length, perSecond: null, secondsLeft: null, subject: path }),
  );
  refuseProblems(problems);
  refuseUnsure(sheets);
  const ordered = orderGraph(sheets);
  const kindOfNode = await readNodeKinds(ordered);
  // Compiled before anything is told, so that a mapping that does not fit refuses the whole import.
  const compiled = ordered.map((sheet) => (sheet.known ? null : compileSheet(sheet, kindOfNode)));
  const progress = new RowProgress(ordered, context.report.bind(context));
  for (const [ordinal, sheet] of ordered.entries()) {
    context.signal.throwIfAborted();
    if (sheet.known) await context.emit({ type: "already", ordinal, known: sheet.known, path: sheet.source.path });
    else await parseSheet(sheet, compiled[ordinal]!, ordinal, context, progress);
  }
  return null;
}

/** A sheet without any row is nothing; one that cannot be read refuses the import. */
function refuseProblems(problems: readonly SheetProblem[]): void {
  const worst = problems.find(({ error }) => error.code !== "file-empty");
  if (worst)
    throw new CaseweaveError(worst.error.code as CaseweaveError["code"], {
      ...worst.error.details,
      file: worst.source,
      sheet: worst.sheet,
    });
}

function refuseUnsure(sheets: readonly PreparedSheet[]): void {
  const unsure = sheets.filter(({ recognition, known }) => !recognition.sure && known === null);
  const [first] = unsure;
  if (!first) return;
  const { recognition, source } = first;
  throw new CaseweaveError("layout-unsure", {
    file: nameOf(source),
    sheet: source.sheet,
    confidence: recognition.confidence,
    doubts: recognition.doubts,
    mapping: recognition.mapping,
    unsure: unsure.map((sheet) => ({ file: nameOf(sheet.source), sheet: sheet.source.sheet, mapping: sheet.recognition.mapping })),
  });
}

export function compileSheet({ source, recognition, sample }: PreparedSheet, kindOfNode: KindOfNode | null): CompiledMapping {
  const { mapping, headings, banner, headerRow } = recognition;
  const under = sample.slice(headerRow === 0 ? 0 : headerRow - 1 + (mapping.format?.headerRows ?? 1));
  const context = {
    fileName: nameOf(source),
    banner,
    sample: under,
    ...(kindOfNode && recognition.layout === "graph-edges" && { kindOfNode }),
  };
  try {
    return new CompiledMapping(mapping, headings, context);
  } catch (error) {
    if (!(error instanceof CaseweaveError)) throw error;
    throw new CaseweaveError(error.code, { file: nameOf(source), sheet: source.sheet, ...error.details }, { cause: error });
  }
}

/** Rows under the heading, in batches as the reader gives them. */
export async function* rowsUnderHeading({ source, recognition }: PreparedSheet, limit?: number) {
  const last = recognition.headerRow === 0 ? 0 : recognition.headerRow - 1 + (recognition.mapping.format?.headerRows ?? 1);
  for await (const rows of source.rows(limit === undefined ? {} : { limit: limit + last })) {
    yield rows[0] && rows[0].line > last ? rows : rows.filter(({ line }) => line > last);
  }
}

const packRows: PackRows = (rows) => deflateRawSync(JSON.stringify(rows), { level: 1 });

async function parseSheet(
  sheet: PreparedSheet,
  compiled: CompiledMapping,
  ordinal: number,
  context: Context,
  progress: RowProgress,
): Promise<void> {
  await context.emit({ type: "source", source: describeStart(sheet, ordinal) });
  const batcher = new SheetBatcher(compiled, packRows);
  for await (const rows of rowsUnderHeading(sheet)) {
    context.signal.throwIfAborted();
    for (const batch of batcher.push(rows)) await context.emit({ type: "batch", ordinal, batch });
    progress.add(rows.length, nameOf(sheet.source));
  }
  for (const batch of batcher.finish()) await context.emit({ type: "batch", ordinal, batch });
  const { read, stored, rejected, skipped, totals } = batcher;
  await context.emit({ type: "end", ordinal, read, stored, rejected, skipped, totals: totals.list(), doubts: compiled.plan.doubts.list() });
}

function describeStart({ source, recognition }: PreparedSheet, ordinal: number): SourceStart {
  const { headerRow, headings, layout, confidence, doubts, mapping } = recognition;
  const { path, entry, sheet, size, sha256, encoding } = source;
  return {
    ordinal,
    name: nameOf(source),
    path,
    entry,
    sheet,
    size,
    sha256,
    encoding,
    headerRow,
    headings,
    layout,
    confidence,
    doubts: [...source.doubts, ...doubts],
    mapping,
  };
}
