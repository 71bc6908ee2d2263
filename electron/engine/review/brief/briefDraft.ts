// The period that is asked for, and what is kept of its briefing.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { briefSubject } from "../../../../shared/review/brief/briefSubject.ts";
import { type ReportDraft, reportDraftSchema } from "../../../../shared/review/reportDraft.ts";
import { type Period, parseDay } from "../../../../shared/review/statistics/period.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { findReportOn } from "../../store/sqlite/tables/report.ts";
import { keptReport } from "../report/readDraft.ts";

export interface Days {
  readonly from: string;
  readonly to: string;
}

export function periodOf({ from, to }: Days): Period {
  if (from > to) throw new CaseweaveError("bad-request", { problems: [{ field: "to", problem: "form", expected: `≥ ${from}` }] });
  return { from: parseDay(from)!, to: parseDay(to)! };
}

/** The kept briefing of the period; a fresh draft where none is. */
export function draftOf(db: ReadableDb, period: Period): { readonly id: string | null; readonly draft: ReportDraft } {
  const subject = briefSubject(period);
  const row = findReportOn(db, "brief", subject);
  if (row === undefined) return { id: null, draft: reportDraftSchema.parse({ version: 1, kind: "brief", subject }) };
  return { id: row.id, draft: keptReport(row).draft };
}
