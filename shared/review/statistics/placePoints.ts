// Where the cases of each place lie on average: for a map that has no areas.
import type { CountedCase } from "./countedCase.ts";
import { askedPeriod, datedCases, isWithin, spanOfData, type TableQuestion } from "./question.ts";
import type { PlacePoint, Tabulated } from "./tableShape.ts";

interface Sum {
  cases: number;
  longitude: number;
  latitude: number;
}

/** The table with the mean of the coordinates of each place's cases in the period. */
export function withPoints(table: Tabulated, cases: readonly CountedCase[], question: TableQuestion): Tabulated {
  const axis = table.by.indexOf("place");
  if (axis < 0) return table;
  const period = askedPeriod(question, spanOfData(cases, question.basis));
  const sums = new Map<string, Sum>();
  for (const item of datedCases(cases, question)) {
    const { district, longitude, latitude } = item.one;
    if (longitude === null || latitude === null || !isWithin(item, period)) continue;
    const sum = sums.get(district) ?? { cases: 0, longitude: 0, latitude: 0 };
    sums.set(district, { cases: sum.cases + 1, longitude: sum.longitude + longitude, latitude: sum.latitude + latitude });
  }
  const values = axis === 0 ? table.rows : table.columns!;
  return { ...table, points: values.map(({ code }) => meanOf(sums.get(code))) };
}

const meanOf = (sum: Sum | undefined): PlacePoint | null =>
  sum === undefined ? null : { longitude: sum.longitude / sum.cases, latitude: sum.latitude / sum.cases, cases: sum.cases };
