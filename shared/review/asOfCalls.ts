// Calls about what was held true when: sign-off of a series, series and rings as of a day.
import { z } from "zod";
import type { RingItem } from "../group/ringCalls.ts";
import type { Verdict } from "../model/decision.ts";
import { read } from "../rpc/call.ts";

/** The last sign-off of a series, and what became of its members since. */
export interface SignOff {
  readonly decision: number;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  /** The grouping that was signed off. */
  readonly runId: number;
  readonly cases: readonly string[];
  /** Members that came since, and those that are no longer. */
  readonly joined: readonly string[];
  readonly gone: readonly string[];
}

export interface SeriesThen {
  readonly series: string;
  readonly title: string;
  readonly count: number;
  readonly loss: string;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** Signed off by that day, as said last before its end. */
  readonly signedOff: Verdict | null;
}

export interface RingThen {
  readonly ring: string;
  readonly namedBy: RingItem["namedBy"];
  readonly title: string;
  readonly count: number;
  readonly people: number;
  readonly loss: string;
}

export interface AsOf {
  /** When the groupings that held then were made; null: none yet. */
  readonly seriesAt: string | null;
  readonly ringsAt: string | null;
  readonly series: readonly SeriesThen[];
  readonly rings: readonly RingThen[];
  /** Judgements until then. */
  readonly decisions: number;
}

export const asOfCalls = {
  "review.readSignOff": read(
    z.object({ series: z.string() }),
    "The last sign-off of a series with what changed since; null where there is none.",
  )<SignOff | null>(),
  "review.readAsOf": read(z.object({ day: z.iso.date() }), "Series and rings as they stood at the end of a day.")<AsOf>(),
};
