// What every part of the demo draws from: chances, numbers, the land, and the months it covers.
import type { Chance } from "./chance.ts";
import type { Numbers } from "./numbers.ts";
import type { Geography } from "./places.ts";

export interface World {
  readonly chance: Chance;
  /** For what ties rings together: apart, so that it changes nothing of the cases. */
  readonly roles: Chance;
  readonly numbers: Numbers;
  readonly geography: Geography;
  readonly county: number;
  readonly start: number;
  readonly end: number;
  /** The series of which last night's seventh case is one. */
  readonly nightSeries: number;
}
