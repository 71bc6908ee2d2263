// Population and rates in words, the same on screen and on paper.
import type { PopulationKind } from "../../import/facts.ts";
import { groupDigits } from "../paper/plainText.ts";
import type { Say } from "../paper/say.ts";
import type { Area, PopulationGap } from "./population.ts";
import type { StatisticsCell, TableOf } from "./tableShape.ts";

export const gapKeys: Readonly<Record<PopulationGap, string>> = {
  unknown: "statistics.gap.unknown",
  "no-population": "statistics.gap.none",
  "same-name": "statistics.gap.sameName",
  conflict: "statistics.gap.conflict",
  whole: "statistics.gap.whole",
};

export const populationKeys: Readonly<Record<PopulationKind, string>> = {
  resident: "statistics.population.resident",
  total: "statistics.population.total",
  registered: "statistics.population.registered",
};

/** Three digits that mean something, at most two decimals: 3.21, 32.1, 321. */
export const rateText = (value: number): string => value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);

export const intervalText = (low: number, high: number): string => `${rateText(low)}–${rateText(high)}`;

/** Few cases make a rate that chance rules, also where none happened. */
const fewest = 5;
export const isSmallRate = ({ count }: Pick<StatisticsCell, "count">): boolean => count < fewest;

/** `3.21*（1.04–7.49）`. */
export const wholeRateText = (cell: StatisticsCell, part: "period" | "year"): string => {
  if (cell.rate === null) return "";
  const { value, low, high, yearly, yearlyLow, yearlyHigh } = cell.rate;
  const small = isSmallRate(cell) ? "*" : "";
  return part === "period"
    ? `${rateText(value)}${small} (${intervalText(low, high)})`
    : `${rateText(yearly)}${small} (${intervalText(yearlyLow, yearlyHigh)})`;
};

/** A number of people, with its year where that is another than was asked for; or why there is none. */
export function peopleText({ people, year, gap }: Area<unknown>, wanted: number, say: Say): string {
  if (people === null) return gap === null ? "" : say(gapKeys[gap]);
  const figure = groupDigits(String(people));
  return year === wanted ? figure : say("statistics.population.ofYear", { people: figure, year });
}

export interface RateColumn {
  readonly heading: string;
  readonly width: number;
  /** `at`: place in the rows; -1: the sum. */
  readonly text: (cell: StatisticsCell, at: number) => string;
}

/** Columns of a table of places; none without a population. */
export function rateColumns({ population, measure }: TableOf<unknown>, say: Say): readonly RateColumn[] {
  if (population?.axis !== "row" || measure !== "cases") return [];
  const { areas, year, isYear, kind } = population;
  const all = areas.reduce((sum, { people }) => sum + (people ?? 0), 0);
  const whole = { code: "", people: all === 0 ? null : all, year, gap: null, rows: [] };
  return [
    { heading: say(populationKeys[kind]), width: 9, text: (_, at) => peopleText(areas[at] ?? whole, year, say) },
    { heading: say("statistics.column.rate"), width: 10, text: (cell) => wholeRateText(cell, "period") },
    ...(isYear
      ? []
      : [{ heading: say("statistics.column.yearly"), width: 11, text: (cell: StatisticsCell) => wholeRateText(cell, "year") }]),
  ];
}

/** What rates stand on: whose population, of when, over how many days, what is left out. */
export function rateLines({ population, measure }: TableOf<unknown>, say: Say): readonly string[] {
  if (population === null || measure !== "cases") return [];
  const { kind, year, days, isYear, areas, missing } = population;
  const others = [...new Set(areas.flatMap((area) => (area.year === null || area.year === year ? [] : [area.year])))].sort();
  return [
    say(isYear ? "statistics.about.rateYear" : "statistics.about.rate", { kind: say(populationKeys[kind]), year, days }),
    ...(others.length === 0 ? [] : [say("statistics.about.rateOtherYear", { year, years: others.join(", ") })]),
    ...(missing === 0 ? [] : [say("statistics.about.rateMissing", { places: areas.length - missing, missing })]),
  ];
}
