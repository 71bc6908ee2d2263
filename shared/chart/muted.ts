// What a filter fades on a chart: kinds that are hidden, and what lies outside the time window.
import type { ChartFilter } from "./graphModel.ts";

export interface TimeWindow {
  /** ISO dates, inclusive; null: open. */
  readonly from: string | null;
  readonly until: string | null;
}

interface Dated {
  readonly firstAt: number | null;
  readonly lastAt: number | null;
}

const dayMilliseconds = 86_400_000;

/** True when [firstAt, lastAt] meets the window; what has no time is always inside. Days are those of China Standard Time. */
export function isInWindow({ from, until }: TimeWindow, firstAt: number | null, lastAt: number | null): boolean {
  const first = firstAt ?? lastAt;
  const last = lastAt ?? firstAt;
  if (first === null || last === null) return true;
  if (from !== null && last < Date.parse(`${from}T00:00:00+08:00`)) return false;
  return until === null || first < Date.parse(`${until}T00:00:00+08:00`) + dayMilliseconds;
}

export const isFaded = (filter: ChartFilter, { kind, firstAt, lastAt }: Dated & { readonly kind: string }): boolean =>
  filter.hiddenKinds.includes(kind) || !isInWindow(filter, firstAt, lastAt);
