// What every part of the desk of a report is given.
import type { OpenReport, ShownSentence } from "../../../../shared/review/reportCalls.ts";
import type { ReportChange } from "../../../../shared/review/reportDraft.ts";

export interface DeskProps {
  readonly report: OpenReport;
  readonly chosen: ShownSentence | null;
  readonly onChoose: (key: string) => void;
  readonly onChange: (change: ReportChange) => void;
}
