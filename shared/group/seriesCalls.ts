// Calls about one series beyond its clustering: its record, what would settle it, two parts compared, merged or split by decision.
import { z } from "zod";
import { job, write } from "../rpc/call.ts";
import type { SeriesComparison } from "./compareParts.ts";

export const seriesStatuses = ["open", "merged", "solved", "dropped"] as const;
export type SeriesStatus = (typeof seriesStatuses)[number];

/** One entry of a series' record; the newest stands, none is overwritten. */
export interface SeriesRecord {
  readonly status: SeriesStatus;
  /** Unit in charge; "" for none. */
  readonly unit: string;
  readonly note: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

/** A case that a person took out, with the reason; it can be put back. */
export interface TakenOut {
  readonly case: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

const series = z.string();
const reason = z.string();

export const seriesCalls = {
  "group.recordSeries": write(
    z.object({ series, status: z.enum(seriesStatuses), unit: z.string().max(200), note: z.string().max(4000) }),
    "Appends to the record of a series: status, unit in charge, note.",
    { errors: ["series-unknown"] },
  )<SeriesRecord>(),
  "group.compareSeries": job(
    z.object({
      series,
      other: z.string().nullable().default(null),
      without: z.array(z.string()).default([]),
      having: z.array(z.string()).default([]),
    }),
    "A series beside another one, a part of it (without), or cases outside it (having): what joins them, and what merging or splitting would do.",
    { errors: ["series-unknown", "series-same", "not-linked-yet", "case-unknown"] },
  )<SeriesComparison>(),
  "group.mergeSeries": write(
    z.object({ series, other: z.string(), reason }),
    "Confirms all cases of both series in the first; the next grouping keeps them together.",
    { errors: ["series-unknown", "series-same", "reason-missing"] },
  )<{ readonly decisions: number }>(),
  "group.splitSeries": write(
    z.object({ series, cases: z.array(z.string()).min(1), reason }),
    "Rejects cases from a series; the next grouping keeps them apart from the rest.",
    { errors: ["series-unknown", "case-unknown", "reason-missing"] },
  )<{ readonly decisions: number }>(),
};
