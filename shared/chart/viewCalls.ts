// Calls of the views beside the canvas: when the events between what is on a chart happened, and where its cases and places lie.
import { z } from "zod";
import { read } from "../rpc/call.ts";
import type { MapPoint } from "../trace/mapCalls.ts";

/** Events of one kind between two entities, by their places in the list that was asked for. */
export interface EventTimes {
  readonly kind: string;
  readonly source: number;
  readonly target: number;
  /** Minutes since 1970, UTC, of events whose source tells the time of day. */
  readonly minutes: readonly number[];
  /** The same of those that tell the day alone: its midnight. */
  readonly days: readonly number[];
}

export interface ChartTimes {
  readonly events: readonly EventTimes[];
  readonly listed: number;
  /** Older events beyond the limit. */
  readonly left: number;
}

const refs = z.array(z.string()).max(20_000);

export const viewCalls = {
  "chart.listTimes": read(
    z.object({ refs, limit: z.int().min(1).max(500_000).default(200_000) }),
    "When the events between these entities happened, the newest first where there are more than the limit.",
  )<ChartTimes>(),
  "chart.placeElements": read(z.object({ refs }), "Where the cases among these happened, and where the places among them lie.")<{
    readonly points: readonly MapPoint[];
    /** Cases and places of which no coordinates are known. */
    readonly unplaced: number;
  }>(),
};
