// Handlers of the import calls.
import { CaseweaveError } from "../../../shared/errors.ts";
import type {
  FixResult,
  ImportResult,
  importCalls,
  LayoutItem,
  PreviewResult,
  ReimportResult,
  RejectItem,
  RejectList,
  SheetPreview,
} from "../../../shared/import/calls.ts";
import { asLayout, type Mapping } from "../../../shared/import/mapping.ts";
import type { KnownCases } from "../../../shared/import/messages.ts";
import type { Handlers, JobContext } from "../handler.ts";
import { columnNamesOf } from "../review/columnNames.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { listCorrections, listProposals } from "../store/sqlite/tables/correction.ts";
import { listLayouts, upsertLayout } from "../store/sqlite/tables/layout.ts";
import { countRowNotes, countSameCells, listRowNotes, type RowNoteFilter } from "../store/sqlite/tables/rowNote.ts";
import {
  listFamily,
  listKnownSources,
  listSources,
  readRawRows,
  readSource,
  sourceDetail,
  sourceItem,
} from "../store/sqlite/tables/source.ts";
import { fixChangedRows, fixRejectsByRule } from "./fixRejects.ts";
import { identifyPasted } from "./identifyPasted.ts";
import { reimportSource, storedSheetOf, withdrawFamily } from "./reimportSource.ts";
import { discardLater, runImport } from "./runImport.ts";
import { tellLate, tellOf } from "./tellOf.ts";
import { writeRejects } from "./writeRejects.ts";

/** yyyymmdd of the UTC day after now: a birth may not be later than today anywhere. */
const dayAfter = (now: number): number => Number(new Date(now + 86_400_000).toISOString().slice(0, 10).replaceAll("-", ""));

function requireSource(db: ReadableDb, id: number) {
  const source = readSource(db, id);
  if (!source) throw new CaseweaveError("source-unknown", { id });
  return source;
}

interface PreviewInput {
  readonly paths: readonly string[];
  readonly mapping: Mapping | null;
  readonly mappings: Readonly<Record<string, Mapping>>;
  readonly as: Mapping["rowKind"] | null;
  readonly sheets?: readonly string[] | undefined;
}

const knownCases = ({ workspace: { path, key } }: JobContext, without: readonly number[]): KnownCases => ({ path, key, without });

async function preview(context: JobContext, input: PreviewInput): Promise<PreviewResult> {
  const task = {
    ...input,
    skip: [],
    layouts: listLayouts(context.db),
    known: listKnownSources(context.db),
    now: context.clock(),
    against: knownCases(context, []),
  };
  return await context.jobs.run<PreviewResult>("previewFiles", task, { signal: context.signal, report: context.report });
}

/** Shared cells that the desk offers one rule for. */
const sameCellsShown = 50;

function listRejects(db: ReadableDb, filter: RowNoteFilter): RejectList {
  const { sourceId } = filter;
  const items: RejectItem[] = listRowNotes(db, filter).map((note) => ({
    ...note,
    cells: readRawRows(db, note.sourceId, note.row, 1)[0]?.cells ?? [],
  }));
  const headings = sourceId === null ? [] : (JSON.parse(requireSource(db, sourceId).headings) as string[]);
  const [same, proposals] = sourceId === null ? [[], []] : [countSameCells(db, sourceId, sameCellsShown), listProposals(db, sourceId)];
  return { items, counts: countRowNotes(db, sourceId), headings, same, proposals };
}

async function previewStored(context: JobContext, sourceId: number, mapping: Mapping | undefined): Promise<SheetPreview> {
  const source = requireSource(context.db, sourceId);
  const stored = storedSheetOf(context, source, mapping ?? (JSON.parse(source.mapping) as Mapping));
  const task = { ...stored, known: [], against: knownCases(context, listFamily(context.db, sourceId)) };
  const { sheets, problems } = await context.jobs.run<PreviewResult>("previewFiles", task, {
    signal: context.signal,
    report: context.report,
  });
  return sheets[0] ?? throwProblem(problems[0], source.name);
}

function throwProblem(problem: PreviewResult["problems"][number] | undefined, file: string): never {
  throw new CaseweaveError((problem?.error.code ?? "file-unreadable") as "file-unreadable", problem?.error.details ?? { file });
}

function removeSource(context: JobContext, sourceId: number, reason: string): { removed: number; facts: number } {
  const { name, sha256 } = requireSource(context.db, sourceId);
  const detail = { id: sourceId, source: name, sha256, reason, withCorrections: listFamily(context.db, sourceId).slice(1) };
  const facts = context.commit({ action: "import.removeSource", detail }, ["facts"], (db) => withdrawFamily(db, sourceId, context.clock()));
  discardLater(context);
  return { removed: sourceId, facts };
}

export const importHandlers: Handlers<typeof importCalls> = {
  "import.previewFiles": ({ paths, mapping, as, sheets }, context) =>
    preview(context, { paths, mapping: mapping ?? null, mappings: {}, as: as ?? null, sheets }),
  "import.previewSheet": async ({ file, mapping }, context) => {
    const key = `${file.path}|${file.entry ?? ""}|${file.sheet ?? ""}`;
    const result = await preview(context, { paths: [file.path], mapping: null, mappings: { [key]: mapping }, as: null });
    const sheet = result.sheets.find((one) => one.entry === file.entry && one.sheet === file.sheet);
    return sheet ?? throwProblem(result.problems[0], file.path);
  },
  "import.storeFiles": async (params, context): Promise<ImportResult> => {
    const sources = await runImport(context, {
      paths: params.paths,
      mapping: params.mapping ?? null,
      mappings: params.mappings ?? {},
      as: params.as ?? null,
      skip: params.skip,
      sheets: params.sheets,
      layouts: listLayouts(context.db),
    });
    const withRejects = params.rejectFolder === null ? sources : await writeRejects(context.db, sources, params.rejectFolder);
    return { sources: withRejects, ...(await tellOf(context, sources)) };
  },
  "import.tellLate": (_params, context) => tellLate(context),
  "import.identifyText": ({ text, strict }, { db, show, clock }) => identifyPasted(db, { text, strict, today: dayAfter(clock()) }, show),
  "import.listSources": (_params, { db }) => listSources(db).map(sourceItem),
  "import.readSource": ({ sourceId }, { db }) => sourceDetail(requireSource(db, sourceId)),
  "import.readSourceRows": ({ sourceId, from, count }, { db, show }) => {
    const source = requireSource(db, sourceId);
    const columns = columnNamesOf(source);
    const notes = new Map(listRowNotes(db, { sourceId, reason: null, after: from - 1, limit: count }).map((note) => [note.row, note]));
    const rows = readRawRows(db, sourceId, from, count).map(({ row, cells: raw }) => {
      const cells = raw.map((cell, at) => show.cell(columns[at] ?? "", cell));
      const note = notes.get(row);
      return { row, cells, note: note ? { ...note, cells } : null };
    });
    return { source: sourceItem(source), headings: JSON.parse(source.headings) as string[], rows };
  },
  "import.listRejects": ({ sourceId, reason, verdict, column, cell, after, limit }, { db }) =>
    listRejects(db, {
      sourceId: sourceId ?? null,
      reason: reason ?? null,
      verdict: verdict ?? null,
      column: column ?? null,
      cell: cell ?? null,
      after,
      limit,
    }),
  "import.listCorrections": ({ sourceId, after, limit }, { db }) => {
    requireSource(db, sourceId);
    return listCorrections(db, sourceId, after, limit);
  },
  "import.fixRejects": async ({ sourceId, rows }, context): Promise<FixResult> => {
    const source = requireSource(context.db, sourceId);
    const fixed = await fixChangedRows(context, source, rows);
    return { ...fixed, ...(await tellOf(context, fixed.sources)) };
  },
  "import.fixRejectsByRule": async ({ sourceId, reason, rule }, context): Promise<FixResult> => {
    const source = requireSource(context.db, sourceId);
    const fixed = await fixRejectsByRule(context, source, reason, rule);
    return { ...fixed, ...(await tellOf(context, fixed.sources)) };
  },
  "import.previewSource": ({ sourceId, mapping }, context) => previewStored(context, sourceId, mapping),
  "import.reimportSource": async ({ sourceId, mapping }, context): Promise<ReimportResult> => {
    const source = requireSource(context.db, sourceId);
    const again = await reimportSource(context, source, mapping ?? (JSON.parse(source.mapping) as Mapping));
    return { ...again, ...(await tellOf(context, again.sources)) };
  },
  "import.removeSource": async ({ sourceId, reason }, context) => {
    if (reason.trim() === "") throw new CaseweaveError("reason-missing");
    requireSource(context.db, sourceId);
    return await context.exclusive(async () => removeSource(context, sourceId, reason));
  },
  "import.listLayouts": (_params, { db }): readonly LayoutItem[] => listLayouts(db),
  "import.saveLayout": ({ mapping, headings }, { db, clock, changed }) => {
    upsertLayout(db, { name: mapping.name, mapping: asLayout(mapping), headings, savedAt: clock() });
    changed("facts");
    return { name: mapping.name };
  },
};
