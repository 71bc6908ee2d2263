// Which cells of a table hold more cases than earlier periods let expect, all cells judged together.
import { adjust, dispersionOf, expectationOf, oneIn, upperTail } from "./countTest.ts";
import { baselinePeriods, lengthOf, type Period } from "./period.ts";
import type { DataSpan, DatedCase, TableQuestion } from "./question.ts";
import { isWithin } from "./question.ts";
import { type Axes, type Tallies, tallyAt, tallyCases } from "./tally.ts";

export interface CellTest {
  /** Cases that earlier periods let expect. */
  readonly expected: number;
  /** Chance gives as many or more once in so many periods. */
  readonly oneIn: number;
  /** Share of false finds if everything at least as surprising were told. */
  readonly q: number;
  readonly isOut: boolean;
}

export interface Baseline {
  /** The latest first. */
  readonly periods: readonly Period[];
  readonly dispersion: number;
  readonly tested: number;
  /** By row and column; null where nothing was to be tested. */
  readonly tests: readonly (readonly (CellTest | null)[])[];
}

/** Fewer earlier periods say nothing about what is usual. */
export const leastPeriods = 4;
/** Of what is told to stand out, at most one in ten is chance on average. */
export const falseShare = 0.1;
const leastCases = 3;

interface Tested {
  readonly dated: readonly DatedCase[];
  readonly axes: Axes;
  readonly question: TableQuestion;
  readonly period: Period;
  readonly span: DataSpan;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly now: Tallies;
}

/** Every cell whose value is told is tested, the empty ones too: which are looked at must not hang on what was found. */
export function testCells({ dated, axes, question, period, span, rows, columns, now }: Tested): Baseline | null {
  const periods = baselinePeriods(period, span.from);
  if (periods.length < leastPeriods) return null;
  const earlier = periods.map((one) =>
    tallyCases(
      dated.filter((item) => isWithin(item, one)),
      axes,
      question,
    ),
  );
  const exposure = lengthOf(period) / periods.reduce((sum, one) => sum + lengthOf(one), 0);
  const isTold = (code: string, j: number): boolean => code !== "" && (axes.column === null || columns[j] !== "");
  const cells = rows.flatMap((row, i) =>
    columns.flatMap((column, j) => {
      if (!isTold(row, j)) return [];
      return [{ i, j, count: tallyAt(now, row, column).cases, before: earlier.map((one) => tallyAt(one, row, column).cases) }];
    }),
  );
  const dispersion = dispersionOf(cells.map(({ before }) => before));
  const expected = cells.map(({ before }) => expectationOf(before, exposure, dispersion));
  const chances = cells.map(({ count }, at) => upperTail(count, expected[at]!));
  const adjusted = adjust(chances);
  const tests = rows.map(() => columns.map((): CellTest | null => null));
  cells.forEach(({ i, j, count }, at) => {
    const q = adjusted[at]!;
    tests[i]![j] = { expected: expected[at]!.mean, oneIn: oneIn(chances[at]!), q, isOut: q <= falseShare && count >= leastCases };
  });
  return { periods, dispersion, tested: cells.length, tests };
}
