// The child's side of an import: recognises every sheet first (one that it is not sure of refuses all), then reads them one by one into batches of facts.
import { setFlagsFromString } from "node:v8";
import { constants, zstdCompressSync } from "node:zlib";
import { CaseweaveError } from "../../../shared/errors.ts";
import { CompiledMapping } from "../../../shared/import/applyMapping.ts";
import { type PackRows, type SheetBatch, SheetBatcher } from "../../../shared/import/batch.ts";
import type { Doubt, SheetProblem } from "../../../shared/import/calls.ts";
import { takeNews } from "../../../shared/import/entityBook.ts";
import type { FactBatch } from "../../../shared/import/facts.ts";
import type { ImportMessage, ImportTaskInput, SourceStart } from "../../../shared/import/messages.ts";
import type { DeclaredNodes } from "../../../shared/import/rowPlan.ts";
import type { TaskContext } from "../jobs/task.ts";
import { isEdges, joinHeaderFiles, orderGraph, readDeclaredNodes } from "./graphNodes.ts";
import { nameOf, type PreparedSheet, prepareSheets, refuseUnknownSheets } from "./prepareSheets.ts";
import { graphFaults } from "./readers/graphFaults.ts";
import { RowProgress } from "./rowProgress.ts";

type Context = TaskContext<ImportMessage>;

/** A child that may hold gigabytes lets its heap grow to several times what it needs; rows pass through, so here half as much again is enough. */
const keepHeapSmall = () => setFlagsFromString("--heap-growing-percent=50");

export async function parseTask(input: ImportTaskInput, context: Context): Promise<null> {
  keepHeapSmall();
  const { sheets, problems, names } = await prepareSheets(input, context.signal, (path, done) =>
    context.report({ phase: "recognise", done, total: input.paths.length, perSecond: null, secondsLeft: null, subject: path }),
  );
  refuseProblems(problems);
  refuseUnknownSheets(input, names);
  const ordered = orderGraph(joinHeaderFiles(sheets));
  refuseUnsure(ordered);
  const nodes = await readDeclaredNodes(ordered);
  // Compiled before anything is told, so that a mapping that does not fit refuses the whole import.
  const compiled = ordered.map((sheet) => (sheet.known ? null : compileSheet(sheet, nodes)));
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

/** Clocks of banks and of this machine differ; what is told for tomorrow is no slip of the year. */
const grace = 86_400_000;

export function compileSheet({ source, recognition, sample, now }: PreparedSheet, nodes: DeclaredNodes | null): CompiledMapping {
  const { mapping, headings, banner, headerRow } = recognition;
  const under = sample.slice(headerRow === 0 ? 0 : headerRow - 1 + (mapping.format?.headerRows ?? 1));
  const context = {
    fileName: nameOf(source),
    banner,
    sample: under,
    ...(now !== undefined && { latest: now + grace }),
    ...(nodes && recognition.layout.startsWith("graph-") && { nodes }),
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

/** A heading and nothing under it: said, but kept, as a bank's answer has sheets of which it knows nothing. */
export const noRows: Doubt = { code: "no-rows", column: "", values: {}, blocking: false };

/** Less than half the time of deflate and a tenth smaller. */
const packing = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
const packRows: PackRows = (rows) => zstdCompressSync(JSON.stringify(rows), packing);

async function parseSheet(
  sheet: PreparedSheet,
  compiled: CompiledMapping,
  ordinal: number,
  context: Context,
  progress: RowProgress,
): Promise<void> {
  await context.emit({ type: "source", source: describeStart(sheet, ordinal) });
  const batcher = new SheetBatcher(compiled, packRows);
  const emit = (batch: SheetBatch) => {
    if (isEdges(sheet)) refuseBrokenEdge(sheet, batch);
    return context.emit({ type: "batch", ordinal, batch: takeNews(batch) });
  };
  for await (const rows of rowsUnderHeading(sheet)) {
    context.signal.throwIfAborted();
    for (const batch of batcher.push(rows)) await emit(batch);
    progress.add(rows.length, nameOf(sheet.source));
  }
  for (const batch of batcher.finish()) await emit(batch);
  const { read, stored, rejected, skipped, totals } = batcher;
  const doubts = [...(read === 0 ? [noRows] : []), ...compiled.plan.doubts.list()];
  await context.emit({ type: "end", ordinal, read, stored, rejected, skipped, totals: totals.list(), doubts });
}

/** A relationship without an end means that the file is damaged: a graph is stored whole or not at all. */
function refuseBrokenEdge({ source, recognition }: PreparedSheet, { notes }: FactBatch): void {
  const broken = notes.find(({ verdict }) => verdict === "rejected");
  if (!broken) return;
  const reason = broken.reason === "key-missing" ? "graph-edge-without-end" : "graph-edge-unreadable";
  throw new CaseweaveError("graph-broken", {
    file: nameOf(source),
    path: source.path,
    entry: source.entry,
    line: broken.row + recognition.headerRow,
    reason,
    reasonKey: graphFaults[reason],
  });
}

function describeStart({ source, recognition }: PreparedSheet, ordinal: number): SourceStart {
  const { headerRow, headings, layout, confidence, doubts, mapping, banner } = recognition;
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
    banner: Object.fromEntries(banner),
  };
}
