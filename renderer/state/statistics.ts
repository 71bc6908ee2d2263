// What the statistics page asks, kept while other pages are looked at.
import { create } from "zustand";
import type { Basis, Measure } from "../../shared/review/statistics/countedCase.ts";
import type { DimensionName } from "../../shared/review/statistics/dimensions.ts";
import { dayText, monthOf, parseDay } from "../../shared/review/statistics/period.ts";
import type { Condition } from "../../shared/review/statistics/question.ts";

// State

export type StatisticsFigure = "count" | "rate";
export type StatisticsLook = "table" | "trend" | "calendar" | "map";

export interface StatisticsState {
  readonly look: StatisticsLook;
  readonly row: DimensionName;
  /** Null: one dimension. */
  readonly column: DimensionName | null;
  readonly measure: Measure;
  /** What cells of places show: cases, or cases for 100,000 people a year. */
  readonly figure: StatisticsFigure;
  readonly basis: Basis;
  /** Both null: all time. Undefined until the data are known: then their last month. */
  readonly from: string | null | undefined;
  readonly to: string | null | undefined;
  readonly every: "day" | "week" | "month";
  /** The cell that is open. */
  readonly where: readonly Condition[] | null;
}

// Producers

export const firstState: StatisticsState = {
  look: "table",
  row: "category",
  column: "place",
  measure: "cases",
  figure: "count",
  basis: "occurred",
  from: undefined,
  to: undefined,
  every: "week",
  where: null,
};

/** The month of a day, as first and last day. */
export function monthAround(day: string): { readonly from: string; readonly to: string } {
  const { from, to } = monthOf(parseDay(day)!);
  return { from: dayText(from), to: dayText(to) };
}

/** A calendar shows the year that ends with the period. */
export function calendarDays({ from, to }: Pick<StatisticsState, "from" | "to">): {
  readonly from: string | null;
  readonly to: string | null;
} {
  if (from == null || to == null) return { from: null, to: null };
  const last = monthOf(parseDay(to)!);
  let first = last;
  for (let i = 1; i < 12; i++) first = monthOf(first.from - 1);
  return { from: dayText(first.from), to: dayText(last.to) };
}

// Actions

export const useStatistics = create<StatisticsState>(() => firstState);

/** Another question closes the cell that was open. */
export const askStatistics = (change: Partial<StatisticsState>): void => useStatistics.setState({ where: null, ...change });
