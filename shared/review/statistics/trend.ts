// Counts by day, week or month, each beside the band that the points before it let expect.
import { decimalOf } from "../../model/money.ts";
import { type CountedCase, measured } from "./countedCase.ts";
import { dispersionOf, type Expectation, expectationOf, quantile } from "./countTest.ts";
import { baselinePeriods, dayText, lengthOf, monthOf, type Period, weekOf } from "./period.ts";
import { askedPeriod, type DataSpan, datedCases, spanOfData, type TrendQuestion } from "./question.ts";
import { leastPeriods } from "./standOut.ts";

export interface TrendPoint {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly amount: string | null;
  /** Null where too little lies before. */
  readonly expected: number | null;
  /** Nineteen of twenty counts lie between them, ends included. */
  readonly low: number | null;
  readonly high: number | null;
  readonly isOut: boolean;
  /** The data end before it does, or begin after it did. */
  readonly isPartial: boolean;
}

export interface Trend {
  readonly every: TrendQuestion["every"];
  readonly points: readonly TrendPoint[];
  readonly dispersion: number;
}

const periodAt: Readonly<Record<TrendQuestion["every"], (day: number) => Period>> = {
  day: (day) => ({ from: day, to: day }),
  week: weekOf,
  month: monthOf,
};

function periodsOver({ from, to }: Period, every: TrendQuestion["every"]): readonly Period[] {
  const periods: Period[] = [];
  for (let day = from; day <= to; day = periods.at(-1)!.to + 1) periods.push(periodAt[every](day));
  return periods;
}

/** Cases and money a day, summed up to each day, so that any period is one subtraction. */
function runningSums(cases: readonly CountedCase[], question: TrendQuestion, { from, to }: DataSpan) {
  const counts = new Float64Array(to - from + 2);
  const sums = new Float64Array(to - from + 2);
  for (const { one, day } of datedCases(cases, question)) {
    if (day === null) continue;
    counts[day - from + 1]! += 1;
    if (question.measure !== "cases") sums[day - from + 1]! += measured(one, question.measure);
  }
  for (let i = 1; i < counts.length; i++) {
    counts[i]! += counts[i - 1]!;
    sums[i]! += sums[i - 1]!;
  }
  const at = (values: Float64Array, day: number): number => values[Math.min(Math.max(day - from, 0), values.length - 1)]!;
  const over = (values: Float64Array) => (period: Period) => at(values, period.to + 1) - at(values, period.from);
  return { countOf: over(counts), fenOf: over(sums) };
}

function bandOf(expected: Expectation | null) {
  if (expected === null) return { expected: null, low: null, high: null };
  return { expected: expected.mean, low: quantile(0.025, expected), high: quantile(0.975, expected) };
}

export function readTrend(cases: readonly CountedCase[], question: TrendQuestion): Trend {
  const { every, measure } = question;
  const span = spanOfData(cases, question.basis);
  const period = askedPeriod(question, span) ?? span;
  if (span === null || period === null) return { every, points: [], dispersion: 1 };
  const { countOf, fenOf } = runningSums(cases, question, span);
  const periods = periodsOver(period, every);
  const before = periods.map((one) => baselinePeriods(one, span.from));
  const counts = before.map((earlier) => earlier.map(countOf));
  const dispersion = dispersionOf(counts.filter(({ length }) => length >= leastPeriods));
  const points = periods.map((one, i): TrendPoint => {
    const exposure = lengthOf(one) / before[i]!.reduce((sum, earlier) => sum + lengthOf(earlier), 0);
    const isPartial = one.from < span.from || one.to > span.to;
    const hasBand = counts[i]!.length >= leastPeriods && !isPartial;
    const band = bandOf(hasBand ? expectationOf(counts[i]!, exposure, dispersion) : null);
    const count = countOf(one);
    return {
      from: dayText(one.from),
      to: dayText(one.to),
      count,
      amount: measure === "cases" ? null : decimalOf(fenOf(one)),
      ...band,
      isOut: band.high !== null && (count > band.high || count < band.low),
      isPartial,
    };
  });
  return { every, points, dispersion };
}
