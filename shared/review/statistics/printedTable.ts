// A table of statistics as it is printed: one dimension with its comparisons, or two crossed with their sums; small counts and those that stand out are marked.
import type { Say } from "../paper/say.ts";
import type { Table } from "../paper/table.ts";
import type { StatisticsCell, StatisticsTable } from "./tableShape.ts";
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

function oneDimension(table: StatisticsTable, say: Say): Table {
  const [name] = table.by;
  const whole = numberOf(table.total);
  const cells = (word: string, cell: StatisticsCell): readonly string[] => [
    word,
    marked(cell) || "0",
    whole === 0 ? "" : `${((numberOf(cell) / whole) * 100).toFixed(1)}%`,
    beforeText(lastOf(cell), cell),
    changeText(numberOf(cell), lastOf(cell)),
    beforeText(yearOf(cell), cell),
    changeText(numberOf(cell), yearOf(cell)),
    chanceText(cell, say),
  ];
  const column = (heading: string, width: number, align: "left" | "right" = "right") => ({ heading, width, align });
  return {
    columns: [
      column(dimensionWord(name!, say), 12, "left"),
      column(say(measureKeys[table.measure]), 7),
      column(say("statistics.column.share"), 5),
      column(say("statistics.column.last"), 7),
      column(say("statistics.column.lastChange"), 6),
      column(say("statistics.column.year"), 7),
      column(say("statistics.column.yearChange"), 6),
      column(say("statistics.column.test"), 16, "left"),
    ],
    rows: [
      ...table.rows.map(({ code }, i) => cells(valueWord(name!, code, say), table.cells[i]![0]!)),
      cells(say("statistics.label.total"), table.total),
    ],
  };
}

function twoDimensions(table: StatisticsTable, say: Say): Table {
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

export const printedTable = (table: StatisticsTable, say: Say): Table =>
  table.columns === null ? oneDimension(table, say) : twoDimensions(table, say);

/** What stands out, the most surprising first. */
export const outTable = (table: StatisticsTable, say: Say): Table => ({
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
