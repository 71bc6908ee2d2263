// A table of statistics as it leaves the engine.
import type { Citation, SourceRow } from "../../model/source.ts";
import type { Basis, Measure } from "./countedCase.ts";
import type { DimensionName } from "./dimensions.ts";
import type { Span } from "./period.ts";
import type { Rate, RatedPlaces } from "./rateShape.ts";
import type { CellTest } from "./standOut.ts";

export interface ShownPeriod {
  /** First and last day, ISO. */
  readonly from: string;
  readonly to: string;
  readonly span: Span;
}

export interface StatisticsCell {
  /** Cases. */
  readonly count: number;
  /** Decimal; null where cases are the measure. */
  readonly amount: string | null;
  /** The period before; null where there is none. */
  readonly last: number | null;
  readonly lastAmount: string | null;
  /** The same days a year before. */
  readonly year: number | null;
  readonly yearAmount: string | null;
  /** From 1 to 4 cases: chance rules it. */
  readonly isSmall: boolean;
  /** How the count stands beside those of earlier periods; null without enough of them. */
  readonly test: CellTest | null;
  /** Null without a population of the place. A sum's rate counts only the places that have one. */
  readonly rate: Rate | null;
}

/** The mean of the coordinates of a place's cases, to a kilometre where masked. */
export interface PlacePoint {
  readonly longitude: number;
  readonly latitude: number;
  /** That have coordinates. */
  readonly cases: number;
}

/** A value of a dimension; the code is handed back to ask for its cases. */
export interface StatisticsValue {
  readonly code: string;
  /** In words. */
  readonly label: string;
}

export interface TableOf<Row> {
  readonly by: readonly DimensionName[];
  readonly measure: Measure;
  readonly basis: Basis;
  /** Null: all cases, whatever their time. */
  readonly period: ShownPeriod | null;
  readonly last: ShownPeriod | null;
  readonly year: ShownPeriod | null;
  readonly rows: readonly StatisticsValue[];
  /** Null: one dimension, and `cells` has one column. */
  readonly columns: readonly StatisticsValue[] | null;
  readonly cells: readonly (readonly StatisticsCell[])[];
  readonly rowTotals: readonly StatisticsCell[];
  readonly columnTotals: readonly StatisticsCell[] | null;
  readonly total: StatisticsCell;
  /** Cases without any time: no period holds them. */
  readonly undated: number;
  readonly dataFrom: string | null;
  readonly dataTo: string | null;
  /** What the cells were tested against; null where there are too few earlier periods. */
  readonly baseline: {
    readonly periods: number;
    readonly from: string;
    /** Variance of the earlier counts ÷ what Poisson chance gives; at least 1. */
    readonly dispersion: number;
    readonly tested: number;
  } | null;
  /** What rates stand on; null where no axis is the place, or no population was imported. */
  readonly population: RatedPlaces<Row> | null;
  /** In the order of the axis of the place, null for a place without coordinates; null where no axis is the place. */
  readonly points: readonly (PlacePoint | null)[] | null;
}

/** As it is counted: rows by their numbers. */
export type Tabulated = TableOf<SourceRow>;
export type StatisticsTable = TableOf<Citation>;
