// Cases sorted into cells: counts and sums by row and column.
import { measured } from "./countedCase.ts";
import type { Dimension } from "./dimension.ts";
import { dimensions } from "./dimensions.ts";
import type { DatedCase, TableQuestion } from "./question.ts";

/** Counts and sums of one cell. */
export interface Tally {
  cases: number;
  fen: number;
}

/** Tallies by row code, then column code; a table of one dimension has the one column "". */
export type Tallies = Map<string, Map<string, Tally>>;

export interface Axes {
  readonly row: Dimension;
  readonly column: Dimension | null;
}

export function axesOf({ by }: Pick<TableQuestion, "by">): Axes {
  const [row, column] = by;
  return { row: dimensions[row!], column: column === undefined || column === row ? null : dimensions[column] };
}

export function tallyCases(cases: Iterable<DatedCase>, { row, column }: Axes, { basis, measure }: TableQuestion): Tallies {
  const rows: Tallies = new Map();
  for (const { one } of cases) {
    const [rowCode, columnCode] = [row.codeOf(one, basis), column?.codeOf(one, basis) ?? ""];
    const cells = rows.get(rowCode) ?? new Map<string, Tally>();
    const cell = cells.get(columnCode) ?? { cases: 0, fen: 0 };
    cell.cases++;
    if (measure !== "cases") cell.fen += measured(one, measure);
    cells.set(columnCode, cell);
    rows.set(rowCode, cells);
  }
  return rows;
}

export const tallyAt = (tallies: Tallies, row: string, column: string): Tally => tallies.get(row)?.get(column) ?? { cases: 0, fen: 0 };

function sumTallies(tallies: Iterable<Tally>): Tally {
  const sum = { cases: 0, fen: 0 };
  for (const { cases, fen } of tallies) {
    sum.cases += cases;
    sum.fen += fen;
  }
  return sum;
}

export const rowSum = (tallies: Tallies, row: string): Tally => sumTallies(tallies.get(row)?.values() ?? []);
export const columnSum = (tallies: Tallies, column: string): Tally =>
  sumTallies([...tallies.values()].flatMap((cells) => cells.get(column) ?? []));
export const wholeSum = (tallies: Tallies): Tally => sumTallies([...tallies.values()].flatMap((cells) => [...cells.values()]));
