// 研判简报: a day, a week, a month or any days, section by section.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { parseBriefSubject } from "../../../../shared/review/brief/briefSubject.ts";
import type { Say } from "../../../../shared/review/paper/say.ts";
import { dayText, type Period, type Span, spanOf } from "../../../../shared/review/statistics/period.ts";
import { rateLines } from "../../../../shared/review/statistics/rateColumns.ts";
import { citationReader } from "../../link/citedRows.ts";
import { readLinkState } from "../../store/sqlite/tables/linkState.ts";
import { editable, heading, type ReportContext, type ReportParts } from "../report/reportContext.ts";
import { listTasks } from "../task/listTasks.ts";
import type { BriefBase } from "./briefBase.ts";
import { type BriefContext, line } from "./briefContext.ts";
import type { BriefTaskResult } from "./briefTask.ts";
import { readRaised } from "./raised.ts";
import { readRingsNow } from "./ringsNow.ts";
import { sections } from "./sections/index.ts";
import { testMethod } from "./sections/standOut.ts";
import { readSeriesNow } from "./seriesNow.ts";
import { summary } from "./summary.ts";

const dayMilliseconds = 86_400_000;
/** Midnight in China is 16:00 UTC of the day before. */
const chinaOffset = 8 * 3_600_000;

export function requirePeriod(subject: string): Period {
  const period = parseBriefSubject(subject);
  if (period === null)
    throw new CaseweaveError("bad-request", {
      problems: [{ field: "subject", problem: "form", expected: "period:2026-11-01..2026-11-30" }],
    });
  return period;
}

const titleKeys: Readonly<Record<Span, string>> = {
  day: "brief.title.day",
  week: "brief.title.week",
  month: "brief.title.month",
  days: "brief.title.days",
};

/** 月会商 2026-11. */
export function briefTitle(period: Period, say: Say): string {
  const [from, to] = [dayText(period.from), dayText(period.to)];
  return say(titleKeys[spanOf(period)], { from, to, month: from.slice(0, 7) });
}

async function readBase(context: ReportContext, period: Period): Promise<BriefBase> {
  const { job } = context;
  const { path, key } = job.workspace;
  const input = { path, key, state: readLinkState(job.db), question: period };
  const result = await job.jobs.run<BriefTaskResult>("gatherBrief", input, { signal: job.signal, report: job.report, keep: "statistics" });
  const startAt = period.from * dayMilliseconds - chinaOffset;
  const endAt = (period.to + 1) * dayMilliseconds - chinaOffset - 1;
  return {
    ...context,
    ...result,
    period,
    startAt,
    endAt,
    dayOf: new Map(result.days),
    lastDay: Math.min(
      period.to,
      result.days.reduce((last, [, day]) => Math.max(last, day), 0),
    ),
    rowOf: citationReader(job.db),
  };
}

async function readContext(context: ReportContext, period: Period): Promise<BriefContext> {
  const base = await readBase(context, period);
  const asked = { state: "open", from: dayText(period.from), until: dayText(period.to), limit: 1000 } as const;
  const tasks = listTasks(asked, context.job).period!;
  return { ...base, series: readSeriesNow(base), rings: readRingsNow(base), raised: readRaised(base), tasks };
}

export async function writeBriefReport(reportContext: ReportContext, subject: string): Promise<ReportParts> {
  const period = requirePeriod(subject);
  const context = await readContext(reportContext, period);
  const { say } = context;
  const written = sections.map((section) => ({ section, blocks: section.write(context) })).filter(({ blocks }) => blocks.length > 0);
  const method = [...rateLines(context.counts.place.table, say), ...testMethod(context)];
  const number = (at: number): string => say("brief.numbered", { number: say(`brief.number.${at + 1}`) });
  return {
    title: briefTitle(period, say),
    blocks: [
      ...summary(context),
      ...written.flatMap(({ section, blocks }, i) => [heading(`${number(i)}${say(section.heading)}`), ...blocks]),
      heading(`${number(written.length)}${say("brief.section.assessment")}`),
      editable(context, "assessment", "brief.prompt.assessment"),
      heading(`${number(written.length + 1)}${say("brief.section.next")}`),
      editable(context, "next", "brief.prompt.next"),
      ...(method.length === 0 ? [] : [heading(say("brief.section.method")), ...method.map(line)]),
    ],
  };
}
