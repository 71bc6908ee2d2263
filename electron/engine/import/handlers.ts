// Handlers of the import calls.
import { CaseweaveError } from "../../../shared/errors.ts";
import type { ImportedSource, ImportResult, importCalls, LayoutItem, PreviewResult, RejectItem } from "../../../shared/import/calls.ts";
import type { Mapping } from "../../../shared/import/mapping.ts";
import type { Handlers, JobContext } from "../handler.ts";
import { columnNamesOf } from "../review/columnNames.ts";
import { raiseAlerts } from "../review/watch/raiseAlerts.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { listLayouts, upsertLayout } from "../store/sqlite/tables/layout.ts";
import { removeSourceFacts } from "../store/sqlite/tables/removeSource.ts";
import { countRowNotes, listRowNotes } from "../store/sqlite/tables/rowNote.ts";
import { listSources, readRawRows, readSource, sourceItem } from "../store/sqlite/tables/source.ts";
import { fixChangedRows, fixRejectsByRule } from "./fixRejects.ts";
import { identifyPasted } from "./identifyPasted.ts";
import { matchNewCases } from "./matchNewCases.ts";
import { runImport } from "./runImport.ts";
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

async function preview(context: JobContext, input: PreviewInput): Promise<PreviewResult> {
  const known = listSources(context.db).map(({ id, name, sha256, sheet }) => ({ id, name, sha256, sheet }));
  const task = { ...input, skip: [], layouts: listLayouts(context.db), known };
  return await context.jobs.run<PreviewResult>("previewFiles", task, { signal: context.signal, report: context.report });
}

function listRejects(db: ReadableDb, sourceId: number | undefined, reason: string | undefined, after: number, limit: number) {
  const notes = listRowNotes(db, { sourceId: sourceId ?? null, reason: reason ?? null, after, limit });
  const items: RejectItem[] = notes.map((note) => ({ ...note, cells: readRawRows(db, note.sourceId, note.row, 1)[0]?.cells ?? [] }));
  const headings = sourceId === undefined ? [] : (JSON.parse(requireSource(db, sourceId).headings) as string[]);
  return { items, counts: countRowNotes(db, sourceId ?? null), headings };
}

/** What an import brought that somebody waits for: cases that fit a series, and facts about what is watched. */
async function tellOf(context: JobContext, sources: readonly ImportedSource[]): Promise<Pick<ImportResult, "matches" | "alerts">> {
  const matches = await matchNewCases(context, sources);
  const fresh = sources.filter(({ already }) => !already).map(({ id }) => id);
  return { matches, alerts: await raiseAlerts(context, fresh, matches) };
}

export const importHandlers: Handlers<typeof importCalls> = {
  "import.previewFiles": ({ paths, mapping, as, sheets }, context) =>
    preview(context, { paths, mapping: mapping ?? null, mappings: {}, as: as ?? null, sheets }),
  "import.previewSheet": async ({ file, mapping }, context) => {
    const key = `${file.path}|${file.entry ?? ""}|${file.sheet ?? ""}`;
    const result = await preview(context, { paths: [file.path], mapping: null, mappings: { [key]: mapping }, as: null });
    const sheet = result.sheets.find((one) => one.entry === file.entry && one.sheet === file.sheet);
    const problem = result.problems[0];
    if (sheet) return sheet;
    throw new CaseweaveError(
      (problem?.error.code ?? "file-unreadable") as "file-unreadable",
      problem?.error.details ?? { file: file.path },
    );
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
  "import.identifyText": ({ text, strict }, { db, show, clock }) => identifyPasted(db, { text, strict, today: dayAfter(clock()) }, show),
  "import.listSources": (_params, { db }) => listSources(db).map(sourceItem),
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
  "import.listRejects": ({ sourceId, reason, after, limit }, { db }) => listRejects(db, sourceId, reason, after, limit),
  "import.fixRejects": async ({ sourceId, rows }, context): Promise<ImportResult> => {
    const source = requireSource(context.db, sourceId);
    const sources = await fixChangedRows(context, source, rows);
    return { sources, ...(await tellOf(context, sources)) };
  },
  "import.fixRejectsByRule": async ({ sourceId, reason, rule }, context): Promise<ImportResult> => {
    const source = requireSource(context.db, sourceId);
    const sources = await fixRejectsByRule(context, source, reason, rule);
    return { sources, ...(await tellOf(context, sources)) };
  },
  "import.removeSource": ({ sourceId, reason }, { db, changed }) => {
    if (reason.trim() === "") throw new CaseweaveError("reason-missing");
    requireSource(db, sourceId);
    const facts = removeSourceFacts(db, sourceId);
    changed("facts");
    return { removed: sourceId, facts };
  },
  "import.listLayouts": (_params, { db }): readonly LayoutItem[] => listLayouts(db),
  "import.saveLayout": ({ mapping, headings }, { db, clock, changed }) => {
    // The year of a sheet without years is that sheet's own.
    const { year: _, ...format } = mapping.format ?? {};
    upsertLayout(db, { name: mapping.name, mapping: { ...mapping, format }, headings, savedAt: clock() });
    changed("facts");
    return { name: mapping.name };
  },
};
