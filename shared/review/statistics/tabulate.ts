// Counts cases and sums money over one dimension or two crossed, beside the period before and a year before, and says which cells stand out.
import { decimalOf } from "../../model/money.ts";
import type { CountedCase, Measure } from "./countedCase.ts";
import type { Dimension } from "./dimension.ts";
import { dayText, isCovered, type Period, periodBefore, periodYearBefore, spanOf } from "./period.ts";
import { askedPeriod, type DataSpan, datedCases, isWithin, spanOfData, type TableQuestion } from "./question.ts";
import { type Baseline, type CellTest, testCells } from "./standOut.ts";
import type { ShownPeriod, StatisticsCell, StatisticsTable, Tabulated } from "./tableShape.ts";
import { type Axes, axesOf, columnSum, rowSum, type Tallies, type Tally, tallyAt, tallyCases, wholeSum } from "./tally.ts";

/** Codes of an axis in their order; what is not told comes last. */
function codesOf(dimension: Dimension, seen: ReadonlyMap<string, number>, period: Period | null): readonly string[] {
  const fixed = dimension.codes?.(period) ?? [];
  const more = [...seen.keys()].filter((code) => code !== "" && !fixed.includes(code));
  const ordered = dimension.isOrdered ? [...fixed, ...more.sort()] : more.sort((a, b) => seen.get(b)! - seen.get(a)! || (a < b ? -1 : 1));
  return seen.has("") ? [...ordered, ""] : ordered;
}

/** The tallies of the asked period and of what it is held against; those are null where no period was asked or the axis is a calendar. */
interface Compared {
  readonly now: Tallies;
  readonly last: Tallies | null;
  readonly year: Tallies | null;
}

type Sum = (tallies: Tallies) => Tally;

const smallest = 5;

function cellOf(sum: Sum, { now, last, year }: Compared, measure: Measure, test: CellTest | null): StatisticsCell {
  const [here, before, yearBefore] = [sum(now), last && sum(last), year && sum(year)];
  const amount = (tally: Tally | null): string | null => (tally === null || measure === "cases" ? null : decimalOf(tally.fen));
  return {
    count: here.cases,
    amount: amount(here),
    last: before?.cases ?? null,
    lastAmount: amount(before),
    year: yearBefore?.cases ?? null,
    yearAmount: amount(yearBefore),
    isSmall: here.cases > 0 && here.cases < smallest,
    test,
    rate: null,
  };
}

const shownPeriod = (period: Period): ShownPeriod => ({ from: dayText(period.from), to: dayText(period.to), span: spanOf(period) });

function seenOn(now: Tallies, axis: "row" | "column"): ReadonlyMap<string, number> {
  if (axis === "row") return new Map([...now.keys()].map((code) => [code, rowSum(now, code).cases]));
  const codes = new Set([...now.values()].flatMap((cells) => [...cells.keys()]));
  return new Map([...codes].map((code) => [code, columnSum(now, code).cases]));
}

/** Rows that only earlier periods have are shown too: what fell to nothing is news. */
function seenOver({ now, last, year }: Compared, axis: "row" | "column"): ReadonlyMap<string, number> {
  const here = seenOn(now, axis);
  const before = [last, year].flatMap((tallies) => (tallies === null ? [] : [...seenOn(tallies, axis).keys()]));
  return new Map([...here, ...before.filter((code) => !here.has(code)).map((code) => [code, 0] as const)]);
}

/** What the period is held against; null where the data do not reach back so far, or the axis is a calendar. */
function comparedPeriods(period: Period | null, span: DataSpan | null, { row, column }: Axes) {
  if (period === null || span === null || row.isCalendar || column?.isCalendar) return { last: null, year: null };
  const covered = (one: Period): Period | null => (isCovered(one, span.from) ? one : null);
  return { last: covered(periodBefore(period)), year: covered(periodYearBefore(period)) };
}

const shownBaseline = ({ periods, dispersion, tested }: Baseline): StatisticsTable["baseline"] => ({
  periods: periods.length,
  from: dayText(periods.at(-1)!.from),
  dispersion,
  tested,
});

/** The cells and their sums. */
function bodyOf(
  compared: Compared,
  rows: readonly string[],
  columns: readonly string[] | null,
  measure: Measure,
  baseline: Baseline | null,
) {
  const cell = (sum: Sum, test: CellTest | null = null): StatisticsCell => cellOf(sum, compared, measure, test);
  return {
    cells: rows.map((row, i) =>
      (columns ?? [""]).map((column, j) => cell((tallies) => tallyAt(tallies, row, column), baseline?.tests[i]?.[j] ?? null)),
    ),
    rowTotals: rows.map((row) => cell((tallies) => rowSum(tallies, row))),
    columnTotals: columns?.map((column) => cell((tallies) => columnSum(tallies, column))) ?? null,
    total: cell(wholeSum),
  };
}

export function tabulate(cases: readonly CountedCase[], question: TableQuestion): Tabulated {
  const axes = axesOf(question);
  const { measure, basis, by } = question;
  const span = spanOfData(cases, basis);
  const period = askedPeriod(question, span);
  const dated = datedCases(cases, question);
  const tally = (within: Period | null) =>
    tallyCases(within === null ? dated : dated.filter((one) => isWithin(one, within)), axes, question);
  const { last, year } = comparedPeriods(period, span, axes);
  const compared: Compared = { now: tally(period), last: last && tally(last), year: year && tally(year) };
  const rows = codesOf(axes.row, seenOver(compared, "row"), period ?? span);
  const columns = axes.column && codesOf(axes.column, seenOver(compared, "column"), period ?? span);
  const isTested = period !== null && span !== null && !axes.row.isCalendar && !axes.column?.isCalendar;
  const baseline = isTested ? testCells({ dated, axes, question, period, span, rows, columns: columns ?? [""], now: compared.now }) : null;
  return {
    by: by.slice(0, columns === null ? 1 : 2),
    measure,
    basis,
    period: period && shownPeriod(period),
    last: last && shownPeriod(last),
    year: year && shownPeriod(year),
    rows: rows.map((code) => ({ code, label: "" })),
    columns: columns?.map((code) => ({ code, label: "" })) ?? null,
    ...bodyOf(compared, rows, columns, measure, baseline),
    undated: period === null ? 0 : dated.filter(({ day }) => day === null).length,
    dataFrom: span && dayText(span.from),
    dataTo: span && dayText(span.to),
    baseline: baseline && shownBaseline(baseline),
    population: null,
    points: null,
  };
}
