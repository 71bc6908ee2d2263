// How points of the course look beside their band, and which of them the chosen range touches.
import type { TrendPoint } from "../../../../shared/review/statistics/trend.ts";

const isLow = ({ low, count }: TrendPoint): boolean => low !== null && count < low;

/** Fewer than expected alarms nobody. */
export function toneOf(point: TrendPoint): string {
  if (point.isOut) return isLow(point) ? "cw-trend-low" : "cw-trend-out";
  return point.isPartial ? "cw-trend-partial" : "cw-trend-bar";
}

export const markOf = (point: TrendPoint): string => (point.isOut ? (isLow(point) ? "▼" : "▲") : "");

/** The points that the range touches, as first and one past the last. */
export function chosenPoints(points: readonly TrendPoint[], from: string, to: string): readonly [number, number] {
  const first = points.findIndex((point) => point.to >= from);
  const past = points.findIndex((point) => point.from > to);
  return first < 0 ? [0, 0] : [first, past < 0 ? points.length : past];
}
