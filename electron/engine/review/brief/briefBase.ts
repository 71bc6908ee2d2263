// What a briefing begins with: its period and moments, the counts of the child, the days of all cases.
import type { Period } from "../../../../shared/review/statistics/period.ts";
import type { CitationReader } from "../../link/citedRows.ts";
import type { ReportContext } from "../report/reportContext.ts";
import type { BriefTaskResult } from "./briefTask.ts";

export interface BriefBase extends ReportContext, BriefTaskResult {
  readonly period: Period;
  /** Milliseconds since 1970, UTC: first and last of the period by the clock of China. */
  readonly startAt: number;
  readonly endAt: number;
  /** Last day of the period that has data. */
  readonly lastDay: number;
  readonly dayOf: ReadonlyMap<string, number>;
  readonly rowOf: CitationReader;
}
