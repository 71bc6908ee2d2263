// Words of reports.
import type { ReportKind } from "../../../../shared/review/reportKinds.ts";

export const reportKindKeys: Readonly<Record<ReportKind, string>> = {
  merge: "report.merge.title",
  ring: "report.ring.title",
  money: "report.money.title",
  calls: "report.calls.title",
  brief: "brief.title.name",
};
