// 提要: three sentences before all sections: what happened, what stands out, what is to be done. Their figures are those of the sections; where there is nothing, they say so.

import { ringTitle } from "../../../../shared/group/ringName.ts";
import type { SeriesChange } from "../../../../shared/review/brief/seriesChanges.ts";
import type { CitedRow } from "../../../../shared/review/paper/citation.ts";
import type { Block, Sentence } from "../../../../shared/review/paper/paper.ts";
import { dayText } from "../../../../shared/review/statistics/period.ts";
import { valueWord } from "../../../../shared/review/statistics/words.ts";
import { heading, paragraph } from "../report/reportContext.ts";
import { againstText, besideFigures, besideOf } from "./against.ts";
import { type BriefContext, citeCases, citeColumn, type Figures, line, statement, yuan } from "./briefContext.ts";
import { caseRows } from "./caseRows.ts";
import { raisedRows, sumRaised } from "./raised.ts";

/** What a part of a sentence says, with its figures and rows. */
interface Part {
  readonly text: string;
  readonly figures: Figures;
  readonly citations: readonly CitedRow[];
}

/** On the first page a few rows of each part: the sections have more. */
const fewRows = 6;

const silent = (text: string): Part => ({ text, figures: {}, citations: [] });

const casesOf = (context: BriefContext, numbers: readonly string[]): readonly CitedRow[] =>
  citeCases(context, caseRows(context.job.db, numbers.slice(0, fewRows)));

function happened(context: BriefContext): Sentence {
  const { say, counts, lastDay, period } = context;
  const { count, last } = counts.category.table.total;
  const cases = { now: count, last, year: null };
  const losses = { ...besideOf(counts.money.loss), year: null };
  const values = {
    cases: againstText(cases, (value) => say("brief.unit.cases", { count: value }), say),
    sum: yuan(losses.now),
    losses: againstText(losses, (value) => say("brief.unit.yuan", { sum: yuan(value) }), say),
    partial:
      lastDay < period.to ? say(lastDay < period.from ? "brief.summary.beyond" : "brief.summary.partial", { to: dayText(lastDay) }) : "",
  };
  const lossRows = citeColumn(context, counts.money.loss.rows.flat().slice(0, fewRows), ["case.loss"]);
  const citations = [...citeCases(context, counts.cases.slice(0, fewRows)), ...(losses.now > 0 ? lossRows : [])];
  return statement(say, "summaryCases", { ...besideFigures(cases, "count"), ...besideFigures(losses, "fen") }, values, citations);
}

const byJoined = (a: SeriesChange, b: SeriesChange): number => b.joined.length - a.joined.length;

/** Series that gained cases in the period, those with most first. */
const gained = ({ series }: BriefContext): readonly SeriesChange[] =>
  series === null ? [] : [...series.changes.appeared, ...series.changes.grown].sort(byJoined);

function seriesPart(context: BriefContext): Part {
  const { say, series, job } = context;
  if (series === null) return silent(say("brief.summary.noGrouping"));
  const [first] = gained(context);
  if (first === undefined) return silent(say("brief.summary.noSeries"));
  const { appeared, grown } = series.changes;
  const figures = { appeared: appeared.length, grown: grown.length, joined: first.joined.length };
  const text = say("brief.summary.series", { ...figures, series: first.series, title: job.show.text(first.title) });
  return { text, figures, citations: casesOf(context, first.joined) };
}

function spotPart(context: BriefContext): Part {
  const { say, counts } = context;
  const [first] = counts.standOut.flatMap(({ cells }) => cells).sort((a, b) => b.oneIn - a.oneIn || b.count - a.count);
  if (first === undefined)
    return silent(say(counts.standOut.some(({ baseline }) => baseline !== null) ? "brief.summary.noSpot" : "brief.summary.untested"));
  const { by, codes, count, expected, cases } = first;
  const figures = { count, expected: expected.toFixed(1) };
  const where = codes.map((code, i) => valueWord(by[i]!, code, say)).join(" × ");
  return { text: say("brief.summary.spot", { ...figures, where }), figures, citations: citeCases(context, cases.slice(0, fewRows)) };
}

function ringPart(context: BriefContext): Part {
  const { say, rings, job } = context;
  if (rings === null) return silent(say("brief.summary.noRingRun"));
  const [first] = rings;
  if (first === undefined) return silent(say("brief.summary.noRings"));
  const figures = { rings: rings.length, fresh: first.fresh.length };
  const text = say("brief.summary.rings", { ...figures, ring: first.ring.ring, title: job.show.text(ringTitle(say, first.ring)) });
  return { text, figures, citations: casesOf(context, first.fresh) };
}

function taskPart({ say, tasks }: BriefContext): Part {
  const figures = { open: tasks.open.length, overdue: tasks.overdue.length };
  return figures.open === 0 ? silent(say("brief.summary.noTasks")) : { text: say("brief.summary.tasks", figures), figures, citations: [] };
}

function alertPart(context: BriefContext): Part {
  const { say, raised } = context;
  const waiting = raised.filter(({ states }) => states.new + states.seen > 0);
  if (waiting.length === 0) return silent(say("brief.summary.noAlerts"));
  const { states } = sumRaised(waiting);
  const figures = { unhandled: states.new + states.seen, new: states.new };
  const rows = waiting.slice(0, fewRows).flatMap(({ watch }) => raisedRows(context, watch, 1));
  return { text: say("brief.summary.alerts", figures), figures, citations: citeColumn(context, rows, []) };
}

/** The series that gained most and that nobody was given to do anything about. */
function advicePart(context: BriefContext): Part {
  const { say, tasks, job } = context;
  const tied = new Set(tasks.open.flatMap(({ about }) => about.map(({ ref }) => ref)));
  const first = gained(context).find(({ series }) => !tied.has(`series:${series}`));
  if (first === undefined) return silent(say("brief.summary.noAdvice"));
  const figures = { joined: first.joined.length };
  const text = say("brief.summary.advice", { ...figures, series: first.series, title: job.show.text(first.title) });
  return { text, figures, citations: casesOf(context, first.joined) };
}

function joinParts({ say }: BriefContext, id: string, parts: readonly Part[]): Sentence {
  const joined = parts.map((part) => part.text).join(say("brief.semicolon"));
  const text = joined.slice(0, 1).toUpperCase() + joined.slice(1);
  const figures = Object.assign({}, ...parts.map((part) => part.figures)) as Figures;
  return statement(
    say,
    id,
    figures,
    { text },
    parts.flatMap(({ citations }) => citations),
  );
}

export function summary(context: BriefContext): readonly Block[] {
  const sentences = [
    happened(context),
    joinParts(context, "summaryStandOut", [seriesPart(context), spotPart(context), ringPart(context)]),
    joinParts(context, "summaryNext", [taskPart(context), alertPart(context), advicePart(context)]),
  ];
  return [
    heading(context.say("brief.section.summary"), 2),
    ...sentences.map((sentence) => (sentence.citations.length > 0 ? paragraph(sentence) : line(sentence.text))),
  ];
}
