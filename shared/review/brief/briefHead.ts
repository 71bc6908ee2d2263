// The head of a briefing: which issue, of which day, by whom, for whose eyes; and what is proposed for it after the issues before.
import { z } from "zod";
import { type Period, parseDay, spanOf, yearOf } from "../statistics/period.ts";

const words = z.string().trim().max(100);
const day = z.string().refine((text) => text === "" || parseDay(text) !== null, { message: "2026-11-23" });

/** Kept with the briefing; what nobody wrote is proposed, "" is left out of the head. */
export const keptHeadSchema = z.object({
  issue: words.optional(),
  /** `2026-11-23`. */
  issued: day.optional(),
  drafted: words.optional(),
  approved: words.optional(),
  notice: words.optional(),
});
export type KeptHead = z.infer<typeof keptHeadSchema>;

/** Null takes a field back to what is proposed. */
export const headChangeSchema = z.object({
  issue: words.nullable().optional(),
  issued: day.nullable().optional(),
  drafted: words.nullable().optional(),
  approved: words.nullable().optional(),
  notice: words.nullable().optional(),
});
export type HeadChange = z.infer<typeof headChangeSchema>;

export const changeHead = (head: KeptHead, change: HeadChange): KeptHead =>
  Object.fromEntries(Object.entries({ ...head, ...change }).filter(([, text]) => typeof text === "string"));

export type HeadField = keyof KeptHead;
export const headFields = ["issue", "issued", "drafted", "approved", "notice"] as const satisfies readonly HeadField[];

export interface BriefHead extends Readonly<Record<HeadField, string>> {
  /** As the workspace calls it; "" while it has no name. */
  readonly unit: string;
  /** What nobody wrote yet: it is taken when the briefing leaves. */
  readonly proposed: readonly HeadField[];
}

/** Another briefing and the head that it has. */
export interface HeadedBrief {
  readonly period: Period;
  readonly head: KeptHead;
}

interface Issue {
  readonly text: string;
  /** In the text, else that of the period. */
  readonly year: number;
  readonly number: number;
}

/** 〔2026〕12号 is the twelfth of its year; where a year stands alone it is a number like others. */
function yearsIn(text: string): (run: string) => boolean {
  const isYear = (run: string): boolean => /^(19|20)\d\d$/.test(run);
  return (text.match(/\d+/g) ?? []).every(isYear) ? () => false : isYear;
}

function readIssue({ period, head: { issue: text = "" } }: HeadedBrief): Issue[] {
  const isYear = yearsIn(text);
  const runs = text.match(/\d+/g) ?? [];
  const number = runs.find((run) => !isYear(run));
  return number === undefined ? [] : [{ text, year: Number(runs.find(isYear) ?? yearOf(period)), number: Number(number) }];
}

/** Every number in it one up, 第12期（总第112期） too; in another year the first begins anew where the text names the year. */
function raise({ text }: Issue, year: number): string {
  const isYear = yearsIn(text);
  const isNewYear = (text.match(/\d+/g) ?? []).some((run) => isYear(run) && Number(run) !== year);
  let isFirst = true;
  return text.replace(/\d+/g, (run) => {
    if (isYear(run)) return String(year);
    const next = isNewYear && isFirst ? 1 : Number(run) + 1;
    isFirst = false;
    return run.startsWith("0") ? String(next).padStart(run.length, "0") : String(next);
  });
}

const newestFirst = (others: readonly HeadedBrief[]): readonly HeadedBrief[] => others.toSorted((a, b) => b.period.to - a.period.to);

/** One up from the highest of its year, days, weeks and months each counted by themselves; of an earlier year where this one has none. */
export function nextIssue(period: Period, others: readonly HeadedBrief[], first: string): string {
  const same = newestFirst(others).filter((one) => spanOf(one.period) === spanOf(period) && one.head.issue !== undefined);
  if (same[0]?.head.issue === "") return "";
  const issues = same.flatMap(readIssue);
  const ofYear = issues.filter(({ year }) => year === yearOf(period));
  const last = (ofYear.length > 0 ? ofYear : issues).toSorted((a, b) => b.year - a.year || b.number - a.number)[0];
  return last === undefined ? first : raise(last, yearOf(period));
}

/** Who drafts and approves, and for whose eyes it is, as in the last one of the same length, else in the last of any. */
function lastSaid(field: HeadField, period: Period, others: readonly HeadedBrief[]): string {
  const said = newestFirst(others).filter(({ head }) => head[field] !== undefined);
  return (said.find((one) => spanOf(one.period) === spanOf(period)) ?? said[0])?.head[field] ?? "";
}

/** `first`: what the first issue of all is called. */
export function headOf(
  { period, head }: HeadedBrief,
  others: readonly HeadedBrief[],
  { unit, today, first }: { readonly unit: string; readonly today: string; readonly first: string },
): BriefHead {
  const propose = (field: HeadField): string => {
    if (field === "issue") return nextIssue(period, others, first);
    return field === "issued" ? today : lastSaid(field, period, others);
  };
  const fields = headFields.map((field) => [field, head[field] ?? propose(field)] as const);
  return {
    ...(Object.fromEntries(fields) as Record<HeadField, string>),
    unit,
    proposed: headFields.filter((field) => head[field] === undefined),
  };
}
