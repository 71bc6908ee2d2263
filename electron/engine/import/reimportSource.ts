// A source read anew under a corrected mapping, from the rows that the workspace keeps: the new facts come and the old ones go in one transaction.
// Entities keep their keys, so that charts and decisions find them; rows that were put right by hand are put right again where they are still rejected.
import { CaseweaveError } from "../../../shared/errors.ts";
import type { ImportedSource, ReimportResult } from "../../../shared/import/calls.ts";
import type { Mapping } from "../../../shared/import/mapping.ts";
import type { JobContext } from "../handler.ts";
import type { ReadableDb, WritableDb } from "../store/sqlite/database.ts";
import { insertCorrections, listCorrections, listProposals } from "../store/sqlite/tables/correction.ts";
import { movePayments } from "../store/sqlite/tables/movePayments.ts";
import { listRowNotes } from "../store/sqlite/tables/rowNote.ts";
import { listFamily, partOf, readSource, recountEntities, type SourceRecord } from "../store/sqlite/tables/source.ts";
import { withdrawSource } from "../store/sqlite/tables/withdrawSource.ts";
import { fixChangedRows } from "./fixRejects.ts";
import { discardLater, runImport } from "./runImport.ts";
import type { tellOf } from "./tellOf.ts";

function refuseParts(source: SourceRecord): void {
  const reason = partOf(source);
  if (reason !== null) throw new CaseweaveError("reimport-part", { id: source.id, source: source.name, reason });
}

export function storedSheetOf(context: JobContext, source: SourceRecord, mapping: Mapping) {
  const { path, key } = context.workspace;
  const stored = { path, key, sourceId: source.id, mapping, rows: null, name: source.name };
  return { paths: [], mapping: null, mappings: {}, as: null, skip: [], layouts: [], stored };
}

export async function reimportSource(
  context: JobContext,
  source: SourceRecord,
  mapping: Mapping,
): Promise<Omit<ReimportResult, keyof Awaited<ReturnType<typeof tellOf>>>> {
  refuseParts(source);
  const family = listFamily(context.db, source.id);
  const wanted = listCorrections(context.db, source.id);
  const [imported] = await runImport(context, storedSheetOf(context, source, mapping), {
    action: "import.reimported",
    kin: { siblings: [], replaced: family },
    keyId: source.keyId,
    bytes: source.size,
    onReady: (db, [id]) => {
      for (const old of family.toReversed()) withdrawSource(db, old, context.clock());
      recountEntities(db, id!);
      movePayments(db, source.id, id!);
      // Kept as proposals first: whatever happens after this moment, no correction is lost.
      for (const { row, changes, by } of wanted)
        insertCorrections(db, { sourceId: id!, fixedId: null, by, at: context.clock() }, [{ row, fixedRow: null, changes }]);
    },
  });
  discardLater(context);
  const fixed = await putRightAgain(context, imported!);
  return { sources: [imported!, ...fixed.sources], refused: fixed.refused, replaced: source.id };
}

/** Rows that the new mapping stores as they stand need no correction any more. */
async function putRightAgain(context: JobContext, { id }: ImportedSource) {
  const rejected = new Set(
    listRowNotes(context.db, { sourceId: id, reason: null, verdict: "rejected", after: 0, limit: -1 }).map(({ row }) => row),
  );
  const rows = listProposals(context.db, id)
    .filter(({ row }) => rejected.has(row))
    .map(({ row, changes }) => ({ row, changes: changes.map(({ column, now }) => ({ column, text: now })) }));
  if (rows.length === 0) return { sources: [], refused: [] };
  return await fixChangedRows(context, readSource(context.db, id)!, rows);
}

/** Takes a source out with its corrections. Returns how many facts go. */
export function withdrawFamily(db: WritableDb & ReadableDb, sourceId: number, now: number): number {
  return listFamily(db, sourceId)
    .toReversed()
    .reduce((sum, id) => sum + withdrawSource(db, id, now), 0);
}
