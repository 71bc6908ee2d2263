// A question to the statistics: which cases, sorted how, held against what.
import { z } from "zod";
import { type Basis, bases, type CountedCase, dayNumber, measures, momentOf } from "./countedCase.ts";
import { dimensionNames, dimensions } from "./dimensions.ts";
import { type Period, parseDay } from "./period.ts";

const day = z.string().refine((text) => parseDay(text) !== null, { message: "2026-11-22" });

const dimension = z.enum(dimensionNames);

/** One value of one dimension. `code` as the table told it; "": not told. */
export const conditionSchema = z.object({ dimension, code: z.string().max(500) });
export type Condition = z.infer<typeof conditionSchema>;

export const selectionSchema = z.object({
  /** First and last day, both inclusive; null: as far as the data go. */
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  basis: z.enum(bases).default("occurred"),
  /** Only cases that meet all of them. */
  where: z.array(conditionSchema).max(10).default([]),
});
export type Selection = z.infer<typeof selectionSchema>;

export const tableQuestionSchema = selectionSchema.extend({
  by: z.array(dimension).min(1).max(2),
  measure: z.enum(measures).default("cases"),
});
export type TableQuestion = z.infer<typeof tableQuestionSchema>;

export const trendQuestionSchema = selectionSchema.extend({
  every: z.enum(["day", "week", "month"]).default("week"),
  measure: z.enum(measures).default("cases"),
});
export type TrendQuestion = z.infer<typeof trendQuestionSchema>;

export const casesQuestionSchema = selectionSchema.extend({
  /** Number of the last case of the page before. */
  after: z.string().nullable().default(null),
  limit: z.int().min(1).max(1000).default(100),
});
export type CasesQuestion = z.infer<typeof casesQuestionSchema>;

/** A case with the day that counts. */
export interface DatedCase {
  readonly one: CountedCase;
  readonly day: number | null;
}

const meets = (one: CountedCase, where: readonly Condition[], basis: Basis): boolean =>
  where.every((condition) => dimensions[condition.dimension].codeOf(one, basis) === condition.code);

/** The cases that meet the conditions, whatever their day. */
export const datedCases = (cases: readonly CountedCase[], { where, basis }: Pick<Selection, "where" | "basis">): readonly DatedCase[] =>
  cases
    .filter((one) => meets(one, where, basis))
    .map((one) => {
      const moment = momentOf(one, basis);
      return { one, day: moment === null ? null : dayNumber(moment) };
    });

export interface DataSpan {
  /** Days of the first and last case. */
  readonly from: number;
  readonly to: number;
}

export function spanOfData(cases: readonly CountedCase[], basis: Basis): DataSpan | null {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const one of cases) {
    const moment = momentOf(one, basis);
    if (moment === null) continue;
    const at = dayNumber(moment);
    from = Math.min(from, at);
    to = Math.max(to, at);
  }
  return from > to ? null : { from, to };
}

/** The period that is asked for, an open end closed by the data; null where nothing was asked or there is nothing. */
export function askedPeriod({ from, to }: Pick<Selection, "from" | "to">, span: DataSpan | null): Period | null {
  if (from === null && to === null) return null;
  const first = from === null ? span?.from : parseDay(from);
  const last = to === null ? span?.to : parseDay(to);
  return first == null || last == null || first > last ? null : { from: first, to: last };
}

export const isWithin = ({ day: at }: DatedCase, period: Period | null): boolean =>
  period === null || (at !== null && at >= period.from && at <= period.to);
