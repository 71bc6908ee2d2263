// What a briefing counts: the tables of the statistics for its period, and the cases behind each of their rows.
import type { SourceRow } from "../../model/source.ts";
import { type Basis, type CountedCase, dayNumber, type Measure, measured, momentOf, moneyMeasures } from "../statistics/countedCase.ts";
import { type DimensionName, dimensions } from "../statistics/dimensions.ts";
import { dayText, type Period, periodBefore, periodYearBefore } from "../statistics/period.ts";
import type { PopulationRecord } from "../statistics/population.ts";
import { type TableQuestion, tableQuestionSchema } from "../statistics/question.ts";
import { withRates } from "../statistics/rates.ts";
import type { Tabulated } from "../statistics/tableShape.ts";
import { tabulate } from "../statistics/tabulate.ts";

/** A case as a statement cites it. */
export interface BriefCase extends SourceRow {
  readonly case: string;
}

/** A table with the cases of each row: of the period, else of the period before, else of a year before. */
export interface CitedTable {
  readonly question: TableQuestion;
  readonly table: Tabulated;
  readonly rows: readonly (readonly BriefCase[])[];
}

/** A cell that stands out, with its cases. */
export interface CitedCell {
  readonly by: readonly DimensionName[];
  readonly codes: readonly string[];
  readonly count: number;
  readonly expected: number;
  readonly oneIn: number;
  readonly cases: readonly BriefCase[];
}

export interface StandOutTable {
  readonly by: readonly DimensionName[];
  /** Null: too few earlier periods. */
  readonly baseline: Tabulated["baseline"];
  readonly cells: readonly CitedCell[];
}

export interface LargestCase extends BriefCase {
  readonly category: string;
  readonly fen: number;
}

export interface BriefCounts {
  readonly category: CitedTable;
  readonly place: CitedTable;
  /** Loss, stopped and returned sums, by category. */
  readonly money: Readonly<Record<(typeof moneyMeasures)[number], CitedTable>>;
  readonly standOut: readonly StandOutTable[];
  readonly largest: LargestCase | null;
  readonly cases: readonly BriefCase[];
}

/** What a reader can look up; counts are of all. */
export const mostCited = 20;

/** A briefing of a day tells of what was reported on it. */
export const briefBasis: Basis = "reported";

const toCase = (one: CountedCase, measure: Measure): BriefCase => {
  const told = measure === "cases" ? undefined : one.money[measure];
  const { sourceId, row } = told ?? one.rows[0]!;
  return { case: one.number, sourceId, row };
};

const within = (cases: readonly CountedCase[], { from, to }: Period, basis: Basis): readonly CountedCase[] =>
  cases.filter((one) => {
    const moment = momentOf(one, basis);
    if (moment === null) return false;
    const day = dayNumber(moment);
    return day >= from && day <= to;
  });

function questionOf(period: Period, by: readonly DimensionName[], measure: Measure, basis: Basis): TableQuestion {
  return tableQuestionSchema.parse({ by, measure, basis, from: dayText(period.from), to: dayText(period.to) });
}

/** The largest sums first, so that what is cited bears most of the figure. */
const citable = (cases: readonly CountedCase[], measure: Measure): readonly BriefCase[] =>
  (measure === "cases"
    ? cases
    : cases.filter((one) => measured(one, measure) > 0).sort((a, b) => measured(b, measure) - measured(a, measure))
  )
    .slice(0, mostCited)
    .map((one) => toCase(one, measure));

function citedTable(all: readonly CountedCase[], period: Period, by: DimensionName, measure: Measure): CitedTable {
  const question = questionOf(period, [by], measure, briefBasis);
  const table = tabulate(all, question);
  const periods = [period, periodBefore(period), periodYearBefore(period)].map((one) => within(all, one, briefBasis));
  const rows = table.rows.map(({ code }) => {
    const lists = periods.map((cases) => cases.filter((one) => dimensions[by].codeOf(one, briefBasis) === code));
    return (
      lists.map((cases) => citable(cases, measure)).find((cases) => cases.length > 0) ??
      citable(lists.find((cases) => cases.length > 0) ?? [], "cases")
    );
  });
  return { question, table, rows };
}

function standOut(all: readonly CountedCase[], period: Period, by: readonly DimensionName[], basis: Basis): StandOutTable {
  const { rows, columns, cells, baseline } = tabulate(all, questionOf(period, by, "cases", basis));
  const inside = within(all, period, basis);
  const out = rows.flatMap(({ code }, i) =>
    cells[i]!.flatMap((cell, j): CitedCell[] => {
      if (!cell.test?.isOut) return [];
      const codes = columns === null ? [code] : [code, columns[j]!.code];
      const cases = inside.filter((one) => by.every((name, at) => dimensions[name].codeOf(one, basis) === codes[at]));
      return [{ by, codes, count: cell.count, expected: cell.test.expected, oneIn: cell.test.oneIn, cases: citable(cases, "cases") }];
    }),
  );
  return { by, baseline, cells: out.sort((a, b) => b.oneIn - a.oneIn || b.count - a.count) };
}

function largestOf(cases: readonly CountedCase[]): LargestCase | null {
  const largest = cases.toSorted((a, b) => measured(b, "loss") - measured(a, "loss") || (a.number < b.number ? -1 : 1))[0];
  const fen = largest?.money.loss?.fen ?? 0;
  return largest === undefined || fen === 0 ? null : { ...toCase(largest, "loss"), category: largest.category, fen };
}

export function countBrief(all: readonly CountedCase[], period: Period, populations: readonly PopulationRecord[]): BriefCounts {
  const cases = within(all, period, briefBasis);
  const place = citedTable(all, period, "place", "cases");
  const money = moneyMeasures.map((measure) => [measure, citedTable(all, period, "category", measure)] as const);
  return {
    category: citedTable(all, period, "category", "cases"),
    place: { ...place, table: withRates(place.table, populations) },
    money: Object.fromEntries(money) as BriefCounts["money"],
    standOut: [
      standOut(all, period, ["category", "place"], briefBasis),
      standOut(all, period, ["place"], briefBasis),
      standOut(all, period, ["hour"], "occurred"),
    ],
    largest: largestOf(cases),
    cases: citable(cases, "cases"),
  };
}
