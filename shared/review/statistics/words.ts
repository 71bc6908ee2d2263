// The words of a table of statistics, the same on screen, on paper and in pictures.
import { groupDigits } from "../paper/plainText.ts";
import type { Say } from "../paper/say.ts";
import type { Measure } from "./countedCase.ts";
import { type DimensionName, dimensions } from "./dimensions.ts";
import type { Span } from "./period.ts";
import { rateLines } from "./rateColumns.ts";
import type { ShownPeriod, StatisticsCell, TableOf } from "./tableShape.ts";

export const measureKeys: Readonly<Record<Measure, string>> = {
  cases: "statistics.measure.cases",
  loss: "statistics.measure.loss",
  stopped: "statistics.measure.stopped",
  returned: "statistics.measure.returned",
};

export const basisKeys = {
  occurred: "statistics.basis.occurred",
  reported: "statistics.basis.reported",
  filed: "statistics.basis.filed",
} as const;

const spanKeys: Readonly<Record<Span, string>> = {
  day: "statistics.span.day",
  week: "statistics.span.week",
  month: "statistics.span.month",
  days: "statistics.span.days",
};

export const dimensionWord = (name: DimensionName, say: Say): string => say(dimensions[name].name);

/** A value of a dimension; what is not told has a word too. */
export const valueWord = (name: DimensionName, code: string, say: Say): string =>
  code === "" ? say("statistics.label.unknown") : dimensions[name].label(code, say);

/** The table with its values in words. */
export const inWords = <Row>(table: TableOf<Row>, say: Say): TableOf<Row> => {
  const told = (name: DimensionName, values: TableOf<Row>["rows"]) =>
    values.map(({ code }) => ({ code, label: valueWord(name, code, say) }));
  return { ...table, rows: told(table.by[0]!, table.rows), columns: table.columns && told(table.by[1]!, table.columns) };
};

export const periodWord = ({ from, to, span }: ShownPeriod, say: Say): string => say(spanKeys[span], { from, to, month: from.slice(0, 7) });

/** A count, or a sum of money in full. */
export const figureText = ({ count, amount }: Pick<StatisticsCell, "count" | "amount">): string =>
  amount === null ? String(count) : groupDigits(amount);

/** ±12.5 %; "" where nothing stood before. */
export function changeText(now: number, before: number | null): string {
  if (before === null || before === 0) return "";
  const percent = ((now - before) / before) * 100;
  const sign = percent > 0 ? "+" : percent < 0 ? "−" : "";
  return `${sign}${Math.abs(percent).toFixed(1)}%`;
}

export const numberOf = (cell: StatisticsCell): number => (cell.amount === null ? cell.count : Number(cell.amount));
export const lastOf = (cell: StatisticsCell): number | null =>
  cell.amount === null ? cell.last : cell.lastAmount === null ? null : Number(cell.lastAmount);
export const yearOf = (cell: StatisticsCell): number | null =>
  cell.amount === null ? cell.year : cell.yearAmount === null ? null : Number(cell.yearAmount);

/** `预期 3.1 起；偶然出现这样的高值约 1/400`. */
export const chanceText = ({ test }: StatisticsCell, say: Say): string =>
  test === null ? "" : say("statistics.test.line", { expected: test.expected.toFixed(1), times: test.oneIn });

/** What was counted, of when, against what: lines under a title. */
export function aboutLines(table: TableOf<unknown>, say: Say): readonly string[] {
  const { measure, basis, period, undated, dataFrom, dataTo, baseline } = table;
  return [
    say("statistics.about.what", {
      measure: say(measureKeys[measure]),
      basis: say(basisKeys[basis]),
      period: period === null ? say("statistics.about.always", { from: dataFrom ?? "—", to: dataTo ?? "—" }) : periodWord(period, say),
    }),
    ...(undated > 0 ? [say("statistics.about.undated", { count: undated })] : []),
    ...(period !== null && dataTo !== null && dataTo < period.to ? [say("statistics.about.partial", { to: dataTo })] : []),
    ...(baseline === null
      ? []
      : [
          say("statistics.about.test", {
            periods: baseline.periods,
            from: baseline.from,
            cells: baseline.tested,
            dispersion: baseline.dispersion.toFixed(1),
          }),
        ]),
    ...rateLines(table, say),
    say("statistics.about.small"),
  ];
}

export interface OutCell {
  readonly row: string;
  readonly column: string | null;
  readonly cell: StatisticsCell;
}

/** Cells that stand out, the most surprising first. */
export const outCells = ({ rows, columns, cells }: TableOf<unknown>): readonly OutCell[] =>
  cells
    .flatMap((line, i) => line.map((cell, j) => ({ row: rows[i]!.code, column: columns?.[j]?.code ?? null, cell })))
    .filter(({ cell }) => cell.test?.isOut === true)
    .sort((a, b) => b.cell.test!.oneIn - a.cell.test!.oneIn || b.cell.count - a.cell.count || (a.row < b.row ? -1 : 1));

/** 刷单返利 × 东渡区. */
export const outWord = ({ row, column }: OutCell, { by }: Pick<TableOf<unknown>, "by">, say: Say): string =>
  [valueWord(by[0]!, row, say), ...(column === null ? [] : [valueWord(by[1]!, column, say)])].join(" × ");
