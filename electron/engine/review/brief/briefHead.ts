// The head of a briefing as it prints: what was kept of it, what is proposed for the rest, and that what leaves is kept.
import { isoDate } from "../../../../shared/model/time.ts";
import { type BriefHead, type HeadedBrief, headFields, headOf, type KeptHead } from "../../../../shared/review/brief/briefHead.ts";
import { parseBriefSubject } from "../../../../shared/review/brief/briefSubject.ts";
import type { PaperHead } from "../../../../shared/review/paper/paper.ts";
import { longGap } from "../../../../shared/review/paper/plainText.ts";
import type { ReportItem } from "../../../../shared/review/reportCalls.ts";
import type { ReportDraft } from "../../../../shared/review/reportDraft.ts";
import { dayText } from "../../../../shared/review/statistics/period.ts";
import type { Language } from "../../../../shared/words.ts";
import { createSentences } from "../../../words.ts";
import type { JobContext } from "../../handler.ts";
import { readMeta } from "../../store/sqlite/tables/meta.ts";
import { listReportRows } from "../../store/sqlite/tables/report.ts";
import { unitKey } from "../exchange/unit.ts";
import { longDay } from "../longDay.ts";
import { keptReport } from "../report/readDraft.ts";

const headedOf = ({ subject, head }: ReportDraft): HeadedBrief[] => {
  const period = parseBriefSubject(subject);
  return period === null ? [] : [{ period, head }];
};

/** In the open: whoever shows it masks it. */
export function readBriefHead(draft: ReportDraft, language: Language, { db, clock }: Pick<JobContext, "db" | "clock">): BriefHead {
  const others = listReportRows(db)
    .map((row) => keptReport(row).draft)
    .filter(({ kind, subject }) => kind === "brief" && subject !== draft.subject);
  const known = {
    unit: readMeta(db, unitKey) ?? "",
    today: isoDate(clock()),
    first: createSentences(language)("brief.head.first"),
  };
  return headOf(headedOf(draft)[0]!, others.flatMap(headedOf), known);
}

/** A unit without a name is a gap to fill in, like that of the forms. */
export function printedHead(head: BriefHead, language: Language, { show }: Pick<JobContext, "show">): PaperHead {
  const { unit, issue, issued, drafted, approved, notice } = head;
  const say = createSentences(language);
  const people = [
    ...(drafted === "" ? [] : [say("brief.head.draftedBy", { name: show.text(drafted) })]),
    ...(approved === "" ? [] : [say("brief.head.approvedBy", { name: show.text(approved) })]),
  ];
  return {
    notice: show.text(notice),
    issue: show.text(issue),
    unit: unit === "" ? longGap : unit,
    date: longDay(issued, language),
    people,
    drafted: show.text(drafted),
    approved: show.text(approved),
  };
}

/** The number that went out is taken, and the next one proposed is the next. */
export async function keepHead(draft: ReportDraft, head: BriefHead, language: Language, { ask }: JobContext): Promise<void> {
  if (head.proposed.length === 0) return;
  const { from, to } = headedOf(draft)[0]!.period;
  const { id } = (await ask("brief.open", { from: dayText(from), to: dayText(to), language })) as ReportItem;
  const taken: KeptHead = Object.fromEntries(headFields.map((field) => [field, head[field]]));
  await ask("review.changeReport", { id, change: { change: "head", head: taken } });
}
