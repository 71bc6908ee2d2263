// Series that appeared, grew, fell silent: the groupings as of the two days.
import { isoTime } from "../../../../../shared/model/time.ts";
import type { SeriesChange, SilentSeries } from "../../../../../shared/review/brief/seriesChanges.ts";
import type { Block, Sentence } from "../../../../../shared/review/paper/paper.ts";
import { dayText } from "../../../../../shared/review/statistics/period.ts";
import { type BriefContext, type BriefSection, citeCases, line, statement, told } from "../briefContext.ts";
import { caseRows } from "../caseRows.ts";

const shownCases = 6;

function changeSentence(context: BriefContext, id: "seriesAppeared" | "seriesGrown", change: SeriesChange): Sentence {
  const { say, job } = context;
  const { series, title, count, joined } = change;
  const named = joined.slice(0, shownCases).join(say("report.cite.comma"));
  const more = joined.length > shownCases ? say("brief.andMore", { count: joined.length - shownCases }) : "";
  const figures = { joined: joined.length, count };
  return statement(
    say,
    `${id}:${series}`,
    figures,
    { series, title: job.show.text(title), cases: named + more },
    citeCases(context, caseRows(job.db, joined)),
  );
}

function silentSentence(context: BriefContext, { series, title, count, joined, last, silentDays, gapDays }: SilentSeries): Sentence {
  const { say, job } = context;
  // It may have grown first: then the two sentences must not read as if they contradicted each other.
  return statement(
    say,
    `${joined > 0 ? "seriesSilentAfter" : "seriesSilent"}:${series}`,
    { count, days: silentDays, gap: gapDays, ...(joined > 0 && { joined }) },
    { series, title: job.show.text(title), last, day: dayText(context.lastDay) },
    citeCases(context, caseRows(job.db, [last])),
  );
}

/** Which groupings were held against each other. */
function basisLine(context: BriefContext, before: { readonly at: number } | undefined, now: { readonly at: number }): Block {
  const { say } = context;
  const at = isoTime(now.at).slice(0, 16).replace("T", " ");
  return line(
    before === undefined
      ? say("brief.series.byDays", { at })
      : say("brief.series.byRuns", { at, before: isoTime(before.at).slice(0, 16).replace("T", " ") }),
  );
}

export const series: BriefSection = {
  id: "series",
  heading: "brief.section.series",
  write: (context) => {
    const { say, series: read } = context;
    if (read === null) return [line(say("brief.none.grouping"))];
    const { changes, before, now } = read;
    const sentences = [
      ...changes.appeared.map((one) => changeSentence(context, "seriesAppeared", one)),
      ...changes.grown.map((one) => changeSentence(context, "seriesGrown", one)),
      ...changes.silent.map((one) => silentSentence(context, one)),
    ];
    const { appeared, grown, silent } = changes;
    return [
      line(say("brief.series.sum", { appeared: appeared.length, grown: grown.length, silent: silent.length })),
      ...told(context, sentences, 20),
      basisLine(context, before, now),
    ];
  },
};
