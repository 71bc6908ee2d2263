// A report that is being composed, as it is kept.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { isoTime } from "../../../../shared/model/time.ts";
import type { ReportItem } from "../../../../shared/review/reportCalls.ts";
import { type ReportDraft, reportDraftSchema } from "../../../../shared/review/reportDraft.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { type ReportRow, readReportRow } from "../../store/sqlite/tables/report.ts";

export interface KeptReport extends ReportRow {
  readonly draft: ReportDraft;
}

export const keptReport = (row: ReportRow): KeptReport => ({ ...row, draft: reportDraftSchema.parse(JSON.parse(row.document)) });

export function requireReport(db: ReadableDb, id: string): KeptReport {
  const row = readReportRow(db, id);
  if (!row) throw new CaseweaveError("report-unknown", { id });
  return keptReport(row);
}

export function reportItem({ id, name, savedAt, draft: { kind, subject } }: KeptReport): ReportItem {
  return { id, name, reportKind: kind, subject, savedAt: isoTime(savedAt) };
}
