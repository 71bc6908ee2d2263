// The child's side of a preview: case numbers of the sheet that stand in the workspace with other facts. What comes after the rows that are read here is
// told when the sheet is stored.
import { SheetBatcher } from "../../../shared/import/batch.ts";
import type { Doubt } from "../../../shared/import/calls.ts";
import { tellingsOf } from "../../../shared/import/caseTellings.ts";
import type { KnownCases } from "../../../shared/import/messages.ts";
import { type CaseTelling, findReused, type NamedReuse, reuseDoubts } from "../../../shared/import/reusedNumber.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { openWorkspaceFile } from "../store/sqlite/open.ts";
import { listCaseIds, listCaseTellings } from "../store/sqlite/tables/caseTellings.ts";
import { compileSheet, rowsUnderHeading } from "./parseTask.ts";
import { nameOf, type PreparedSheet } from "./prepareSheets.ts";
import { nameReuse } from "./readReused.ts";

const comparedRows = 20_000;

async function* tellingsIn(sheet: PreparedSheet): AsyncGenerator<readonly CaseTelling[]> {
  const batcher = new SheetBatcher(compileSheet(sheet, null), () => new Uint8Array(0));
  for await (const rows of rowsUnderHeading(sheet, comparedRows)) for (const batch of batcher.push(rows)) yield tellingsOf(batch);
  for (const batch of batcher.finish()) yield tellingsOf(batch);
}

function reusedAmong(db: ReadableDb, here: readonly CaseTelling[], without: ReadonlySet<number>, file: string): readonly NamedReuse[] {
  const ids = listCaseIds(db, [...new Set(here.map(({ number }) => number))]);
  if (ids.length === 0) return [];
  const known = listCaseTellings(db, ids).filter(({ sourceId }) => !without.has(sourceId));
  return nameReuse(db, findReused(here, known), file);
}

const hasNumbers = ({ recognition: { mapping } }: PreparedSheet): boolean =>
  mapping.rowKind === "case" &&
  Object.values(mapping.columns)
    .flat()
    .some((target) => target === "case.number" || target === "case.incidentNumber");

export async function findReusedInSheet(sheet: PreparedSheet, against: KnownCases | undefined): Promise<readonly Doubt[]> {
  if (against === undefined || sheet.known !== null || !hasNumbers(sheet)) return [];
  const verdicts = sheet.recognition.mapping.format?.caseNumbers ?? {};
  const db = openWorkspaceFile(against.path, { readOnly: true, key: against.key });
  try {
    const without = new Set(against.without);
    const found = new Map<string, NamedReuse>();
    for await (const here of tellingsIn(sheet)) {
      const open = here.filter(({ number }) => !found.has(number) && verdicts[number] !== "same");
      for (const one of reusedAmong(db, open, without, nameOf(sheet.source))) found.set(one.here.number, one);
    }
    return reuseDoubts([...found.values()], true);
  } finally {
    db.close();
  }
}
