// Rates as they leave the engine.
import type { PopulationKind } from "../../import/facts.ts";
import type { Area } from "./population.ts";

export interface Rate {
  /** Cases for 100,000 people in the days that were counted. */
  readonly value: number;
  /** 95 %, exact (Garwood). */
  readonly low: number;
  readonly high: number;
  /** The same for a year, as if it went on like this. */
  readonly yearly: number;
  readonly yearlyLow: number;
  readonly yearlyHigh: number;
}

export interface RatedPlaces<Row> {
  readonly kind: PopulationKind;
  /** The year that was looked for: of the middle of the days. */
  readonly year: number;
  /** Days that were counted: of the period, less what the data do not reach. */
  readonly days: number;
  /** One year of the calendar, or twelve whole months: yearly rates are the rates. */
  readonly isYear: boolean;
  readonly axis: "row" | "column";
  /** In the order of the axis. */
  readonly areas: readonly Area<Row>[];
  readonly places: number;
  readonly missing: number;
}
