// A counted case as lists show it, with the rows that tell of it.
import { decimalOf } from "../../../../shared/model/money.ts";
import { isoTime } from "../../../../shared/model/time.ts";
import { type Basis, type CountedCase, momentOf } from "../../../../shared/review/statistics/countedCase.ts";
import type { StatisticsCase } from "../../../../shared/review/statisticsCalls.ts";
import type { CitationReader } from "../../link/citedRows.ts";

const mostRows = 8;

/** A kilometre: what a masked window may know of a place. */
export const rounded = (degrees: number): number => Math.round(degrees * 100) / 100;

export function shownCase(one: CountedCase, basis: Basis, cite: CitationReader, isMasked: boolean): StatisticsCase {
  const moment = momentOf(one, basis);
  const { longitude, latitude, money } = one;
  const point = longitude === null || latitude === null ? null : ([longitude, latitude] as const);
  return {
    case: one.number,
    type: one.category,
    at: moment && isoTime(moment.at, moment.utcOffset),
    loss: money.loss === undefined ? null : decimalOf(money.loss.fen),
    district: one.district,
    address: one.address,
    unit: one.unit,
    point: point !== null && isMasked ? [rounded(point[0]), rounded(point[1])] : point,
    rows: one.rows.slice(0, mostRows).map(cite),
  };
}
