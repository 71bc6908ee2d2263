// Holds the month day by day against the month at once: every part that differs, with what only one of them says.

import { createSentences } from "../../electron/words.ts";
import type { BriefDocument } from "../../shared/review/briefCalls.ts";
import { type Play, subjectsOf } from "./play.ts";
import { readAlertFacts, readAnswers, readFacts, readResults, type Told, toldByBrief } from "./told.ts";

const heading = createSentences("zh-CN")("brief.section.alerts");

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

const differAll = (daily: Told, once: Told): Difference[] => Object.keys(daily).flatMap((part) => differ(part, daily[part]!, once[part]!));
const linesOf = (text: string): readonly string[] => text.split("\n");

/** Alerts are left out: at the one desk they were worked on, at the other they lie there new. */
const briefLines = (brief: BriefDocument, alerts: string): readonly string[] => {
  const { sections } = toldByBrief(brief);
  return sections.filter(({ title }) => title !== alerts).map((section) => JSON.stringify(section));
};

export async function compareDesks({ daily, once, month }: Play): Promise<readonly Difference[]> {
  const { cases, phone, guest } = subjectsOf(once.path);
  const [a, b] = [await readAnswers(daily, cases, phone, guest), await readAnswers(once, cases, phone, guest)];
  const period = { from: month.first, to: month.last };
  const [ours, theirs] = [await daily.ask("brief.read", period), await once.ask("brief.read", period)];
  const alerts = alertSection(ours)?.title ?? "";
  return [
    ...differAll(readFacts(daily.path), readFacts(once.path)),
    ...differAll(readResults(daily.path), readResults(once.path)),
    ...differ("alerts", readAlertFacts(daily.path), readAlertFacts(once.path)),
    ...Object.keys(a).flatMap((part) => differ(part, linesOf(a[part]!), linesOf(b[part]!))),
    ...differ("briefing", briefLines(ours, alerts), briefLines(theirs, alerts)),
  ];
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
