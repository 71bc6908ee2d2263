// Holds the month day by day against the month at once: every part that differs, with what only one of them says.

import { createSentences } from "../../electron/words.ts";
import type { BriefDocument } from "../../shared/review/briefCalls.ts";
import type { Desk } from "./desk.ts";
import { type Play, subjectsOf } from "./play.ts";
import { readAlertFacts, readAnswers, readFacts, readResults, type Told, toldByBrief } from "./told.ts";

const sentence = createSentences("zh-CN");
const [heading, seriesHeading] = [sentence("brief.section.alerts"), sentence("brief.section.series")];

export interface Difference {
  readonly part: string;
  readonly onlyDaily: readonly string[];
  readonly onlyOnce: readonly string[];
}

/** Lines that one says more often than the other. */
function differ(part: string, daily: readonly string[], once: readonly string[]): Difference[] {
  const count = new Map<string, number>();
  for (const line of daily) count.set(line, (count.get(line) ?? 0) + 1);
  for (const line of once) count.set(line, (count.get(line) ?? 0) - 1);
  const only = (sign: number) => [...count].filter(([, n]) => n * sign > 0).map(([line]) => line);
  const [onlyDaily, onlyOnce] = [only(1), only(-1)];
  return onlyDaily.length + onlyOnce.length === 0 ? [] : [{ part, onlyDaily, onlyOnce }];
}

export const differAll = (daily: Told, once: Told): Difference[] =>
  Object.keys(daily).flatMap((part) => differ(part, daily[part]!, once[part]!));
const linesOf = (text: string): readonly string[] => text.split("\n");

/** The summary stands before the first heading; its last sentence tells of alerts. */
const summaryTitle = "";

/** Alerts are left out: at the one desk they were worked on, at the other they lie there new. */
const briefLines = (brief: BriefDocument, alerts: string): readonly string[] => {
  const { sections } = toldByBrief(brief);
  return sections
    .filter(({ title }) => title !== alerts)
    .map(({ title, blocks }) => JSON.stringify({ title, blocks: title === summaryTitle ? blocks.slice(0, -1) : blocks }));
};

/** Tells what changed in series since the month began. */
const isOfSeries = (line: string): boolean => {
  const { title } = JSON.parse(line) as { readonly title: string };
  return title === summaryTitle || title.endsWith(seriesHeading);
};

/** What lies in the workspaces, what is asked of them, and the briefing of the month. */
async function compareTold(one: Desk, once: Desk, { month }: Play): Promise<readonly Difference[]> {
  const { cases, phone, guest } = subjectsOf(once.path);
  const [a, b] = [await readAnswers(one, cases, phone, guest), await readAnswers(once, cases, phone, guest)];
  const period = { from: month.first, to: month.last };
  const [ours, theirs] = [await one.ask("brief.read", period), await once.ask("brief.read", period)];
  const alerts = alertSection(ours)?.title ?? "";
  return [
    ...differAll(readFacts(one.path), readFacts(once.path)),
    ...differAll(readResults(one.path), readResults(once.path)),
    ...Object.keys(a).flatMap((part) => differ(part, linesOf(a[part]!), linesOf(b[part]!))),
    ...differ("briefing", briefLines(ours, alerts), briefLines(theirs, alerts)),
  ];
}

/** How well a case fits a series is said as of the evening on which it came: how rare what they share is counts what was known then. */
const isAsOfThen = (line: string): boolean => line.includes('"fact":"case-fits|');
const lastingAlerts = (path: string): readonly string[] => readAlertFacts(path).filter((line) => !isAsOfThen(line));

export async function compareDesks(play: Play): Promise<readonly Difference[]> {
  const { daily, once } = play;
  return [...(await compareTold(daily, once, play)), ...differ("alerts", lastingAlerts(daily.path), lastingAlerts(once.path))];
}

/** A watch that asks which cases are a series at the moment. */
const asksSeries = (line: string): boolean => /"kind\\":\\"series|"rule\\":\\"near-scene/.test(line);
const isSeriesNumber = (line: string): boolean => /^\s*"S-\d+",?$/.test(line);

/** What hangs on when runs were made, and must: which number a series has, what changed in it since the month began, what was told of it in between. */
function withoutHistory({ part, onlyDaily, onlyOnce }: Difference): Difference[] {
  const isHistory = (line: string) =>
    (part === "rings" && isSeriesNumber(line)) || (part === "alerts" && asksSeries(line)) || (part === "briefing" && isOfSeries(line));
  const [ours, theirs] = [onlyDaily, onlyOnce].map((lines) => lines.filter((line) => !isHistory(line))) as [string[], string[]];
  return ours.length + theirs.length === 0 ? [] : [{ part: `${part}, found anew every week`, onlyDaily: ours, onlyOnce: theirs }];
}

export async function compareWeekly(play: Play): Promise<readonly Difference[]> {
  const { weekly, once } = play;
  if (weekly === null) return [];
  const alerts = differ("alerts", readAlertFacts(weekly.path), readAlertFacts(once.path));
  return [...(await compareTold(weekly, once, play)), ...alerts].flatMap(withoutHistory);
}

/** The section about alerts, by its heading. */
export const alertSection = (brief: BriefDocument): BriefDocument["sections"][number] | undefined =>
  brief.sections.find(({ title }) => title.endsWith(heading));

/** Days whose alerts the briefing tells otherwise now than it did that evening. */
export async function compareEvenings({ daily, evenings }: Play): Promise<readonly string[]> {
  const text = (brief: BriefDocument) =>
    JSON.stringify(toldByBrief(brief).sections.find(({ title }) => title === alertSection(brief)?.title));
  const days: string[] = [];
  for (const [day, evening] of evenings) if (text(evening) !== text(await daily.ask("brief.read", { from: day, to: day }))) days.push(day);
  return days;
}
