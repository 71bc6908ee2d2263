// Rows of cases by their numbers, for what speaks of cases without having counted them.
import type { BriefCase } from "../../../../shared/review/brief/briefCounts.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { listCaseRows } from "../../store/sqlite/tables/countedCases.ts";

export const caseRows = (db: ReadableDb, numbers: readonly string[]): readonly BriefCase[] =>
  listCaseRows(db, numbers).map(({ number, sourceId, row }) => ({ case: number, sourceId, row }));
