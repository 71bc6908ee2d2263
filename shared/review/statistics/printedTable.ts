// A table of statistics as it is printed: one dimension with its comparisons, or two crossed with their sums; small counts and those that stand out are marked.
import type { Say } from "../paper/say.ts";
import type { Table } from "../paper/table.ts";
import { rateColumns, wholeRateText } from "./rateColumns.ts";
import type { StatisticsCell, TableOf } from "./tableShape.ts";
import {
  chanceText,
  changeText,
  dimensionWord,
  figureText,
  lastOf,
  measureKeys,
  numberOf,
  outCells,
  outWord,
  valueWord,
  yearOf,
} from "./words.ts";

const smallMark = "*";
const outMark = "▲";

const marked = (cell: StatisticsCell): string =>
  cell.count === 0 ? "" : `${figureText(cell)}${cell.isSmall ? smallMark : ""}${cell.test?.isOut ? outMark : ""}`;

const beforeText = (value: number | null, cell: StatisticsCell): string =>
  value === null ? "" : figureText({ count: value, amount: cell.amount === null ? null : value.toFixed(2) });

interface OneColumn {
  readonly heading: string;
  readonly width: number;
  /** `at`: place in the rows; -1: the sum. */
  readonly text: (cell: StatisticsCell, at: number) => string;
}

/** What was before and how it changed; nothing where the data do not reach back so far. */
function besideColumns(
  isThere: boolean,
  headings: readonly [string, string],
  valueIn: (cell: StatisticsCell) => number | null,
): readonly OneColumn[] {
  if (!isThere) return [];
  return [
    { heading: headings[0], width: 7, text: (cell) => beforeText(valueIn(cell), cell) },
    { heading: headings[1], width: 6, text: (cell) => changeText(numberOf(cell), valueIn(cell)) },
  ];
}

function oneDimension(table: TableOf<unknown>, say: Say, hasTest: boolean): Table {
  const [name] = table.by;
  const whole = numberOf(table.total);
  const columns: readonly OneColumn[] = [
    { heading: say(measureKeys[table.measure]), width: 7, text: (cell) => marked(cell) || "0" },
    {
      heading: say("statistics.column.share"),
      width: 5,
      text: (cell) => (whole === 0 ? "" : `${((numberOf(cell) / whole) * 100).toFixed(1)}%`),
    },
    ...besideColumns(table.last !== null, [say("statistics.column.last"), say("statistics.column.lastChange")], lastOf),
    ...besideColumns(table.year !== null, [say("statistics.column.year"), say("statistics.column.yearChange")], yearOf),
    ...(hasTest && table.baseline !== null
      ? [{ heading: say("statistics.column.test"), width: 16, text: (cell: StatisticsCell) => chanceText(cell, say) }]
      : []),
    ...rateColumns(table, say),
  ];
  const cells = (word: string, cell: StatisticsCell, at: number): readonly string[] => [word, ...columns.map(({ text }) => text(cell, at))];
  return {
    columns: [
      { heading: dimensionWord(name!, say), width: 12 },
      ...columns.map(({ heading, width }) => ({ heading, width, align: "right" as const })),
    ],
    rows: [
      ...table.rows.map(({ code }, i) => cells(valueWord(name!, code, say), table.cells[i]![0]!, i)),
      cells(say("statistics.label.total"), table.total, -1),
    ],
  };
}

function twoDimensions(table: TableOf<unknown>, say: Say): Table {
  const [row, column] = table.by;
  const width = table.measure === "cases" ? 5 : 8;
  const right = (heading: string) => ({ heading, width, align: "right" as const });
  return {
    columns: [
      { heading: `${dimensionWord(row!, say)} × ${dimensionWord(column!, say)}`, width: 12 },
      ...table.columns!.map(({ code }) => right(valueWord(column!, code, say))),
      right(say("statistics.label.total")),
    ],
    rows: [
      ...table.rows.map(({ code }, i) => [valueWord(row!, code, say), ...table.cells[i]!.map(marked), figureText(table.rowTotals[i]!)]),
      [say("statistics.label.total"), ...table.columnTotals!.map(figureText), figureText(table.total)],
    ],
  };
}

/** `hasTest`: with a column that says how unusual each count is, where it was tested. */
export const printedTable = (table: TableOf<unknown>, say: Say, hasTest = true): Table =>
  table.columns === null ? oneDimension(table, say, hasTest) : twoDimensions(table, say);

/** Rates of a crossed table of places, each with its interval; few cases are marked. Null where there are none, or where they stand beside the counts. */
export function crossedRates(table: TableOf<unknown>, say: Say): Table | null {
  const [row, column] = table.by;
  if (table.columns === null || table.population === null || table.measure !== "cases") return null;
  const text = (cell: StatisticsCell): string => wholeRateText(cell, "year");
  const right = (heading: string) => ({ heading, width: 12, align: "right" as const });
  return {
    columns: [
      { heading: `${dimensionWord(row!, say)} × ${dimensionWord(column!, say)}`, width: 12 },
      ...table.columns.map(({ code }) => right(valueWord(column!, code, say))),
      right(say("statistics.label.total")),
    ],
    rows: [
      ...table.rows.map(({ code }, i) => [valueWord(row!, code, say), ...table.cells[i]!.map(text), text(table.rowTotals[i]!)]),
      [say("statistics.label.total"), ...table.columnTotals!.map(text), text(table.total)],
    ],
  };
}

/** What stands out, the most surprising first. */
export const outTable = (table: TableOf<unknown>, say: Say): Table => ({
  columns: [
    { heading: say("statistics.out.cell"), width: 16 },
    { heading: say("statistics.measure.cases"), width: 5, align: "right" },
    { heading: say("statistics.out.expected"), width: 6, align: "right" },
    { heading: say("statistics.out.chance"), width: 8, align: "right" },
    { heading: "q", width: 6, align: "right" },
  ],
  rows: outCells(table).map((one) => {
    const test = one.cell.test!;
    return [outWord(one, table, say), String(one.cell.count), test.expected.toFixed(1), `1/${test.oneIn}`, test.q.toFixed(4)];
  }),
});
