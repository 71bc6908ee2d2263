// Handlers of briefings: a period is the subject of a report, so reading, editing and writing are those of reports.
import type { BriefDocument, briefCalls } from "../../../../shared/review/briefCalls.ts";
import { dayText, type Period, periodBefore, periodYearBefore, spanOf } from "../../../../shared/review/statistics/period.ts";
import type { ShownPeriod } from "../../../../shared/review/statistics/tableShape.ts";
import type { Language } from "../../../../shared/words.ts";
import { createSentences } from "../../../words.ts";
import type { Handlers, JobContext } from "../../handler.ts";
import { findReportOn, nextReportId, upsertReport } from "../../store/sqlite/tables/report.ts";
import { keptReport, reportItem } from "../report/readDraft.ts";
import { openDraft } from "../report/reportDrafts.ts";
import { type Days, draftOf, periodOf } from "./briefDraft.ts";
import { readBriefHead } from "./briefHead.ts";
import { briefTitle } from "./briefReport.ts";
import { exportBrief } from "./exportBrief.ts";

const shown = (period: Period): ShownPeriod => ({ from: dayText(period.from), to: dayText(period.to), span: spanOf(period) });

async function readBrief({ language, ...days }: Days & { readonly language: Language }, job: JobContext): Promise<BriefDocument> {
  const period = periodOf(days);
  const { id, draft } = draftOf(job.db, period);
  const { heading, sections, sources, citationCount, uncited, leftOver } = await openDraft(draft, language, job);
  const periods = { period: shown(period), last: shown(periodBefore(period)), year: shown(periodYearBefore(period)) };
  return {
    ...periods,
    heading,
    head: readBriefHead(draft, language, job),
    report: id,
    draft,
    sections,
    sources,
    citationCount,
    uncited,
    leftOver,
  };
}

export const briefHandlers: Handlers<typeof briefCalls> = {
  "brief.read": readBrief,
  "brief.open": ({ language, ...days }, { db, clock, changed }) => {
    const period = periodOf(days);
    const { id, draft } = draftOf(db, period);
    const known = id === null ? undefined : findReportOn(db, "brief", draft.subject);
    if (known !== undefined) return reportItem(keptReport(known));
    const say = createSentences(language);
    const name = briefTitle(period, say);
    const row = { id: nextReportId(db), name, document: JSON.stringify(draft), savedAt: clock() };
    upsertReport(db, row);
    changed("reports");
    return reportItem({ ...row, draft });
  },
  "brief.export": exportBrief,
};
