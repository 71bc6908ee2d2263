// Playing a chart through its time: frames that grow from the first day, each with what is new in it, so that the eye finds the front and keeps the trail.
import type { ChartModel } from "./graphModel.ts";
import { isInWindow } from "./muted.ts";
import type { Timeline } from "./timeline.ts";

export interface PlayFrame {
  /** ISO dates, inclusive: from the first day to the day that is reached. */
  readonly from: string;
  readonly until: string;
  /** First day that the frame before did not reach. */
  readonly fresh: string;
}

const day = 86_400_000;
/** Days are those of China Standard Time. */
const chinaOffset = 8 * 3_600_000;
const dateOf = (at: number): string => new Date(at + chinaOffset).toISOString().slice(0, 10);

/** At most so many frames, each of whole days. */
export function playFrames({ from, until }: Pick<Timeline, "from" | "until">, most: number): readonly PlayFrame[] {
  const days = Math.floor((until + chinaOffset) / day) - Math.floor((from + chinaOffset) / day) + 1;
  const perFrame = Math.ceil(days / most);
  return Array.from({ length: Math.ceil(days / perFrame) }, (_, i) => ({
    from: dateOf(from),
    until: dateOf(from + Math.min(days - 1, (i + 1) * perFrame - 1) * day),
    fresh: dateOf(from + i * perFrame * day),
  }));
}

/** Ends of links that happen in the days of a frame, and cases of those days. */
export function freshIn(model: ChartModel, { fresh, until }: PlayFrame): ReadonlySet<string> {
  const window = { from: fresh, until };
  const isNow = (at: number | null) => at !== null && isInWindow(window, at, at);
  const refs = new Set<string>();
  for (const { from, to, firstAt, lastAt } of model.links.values())
    if (isNow(firstAt) || isNow(lastAt)) {
      refs.add(from);
      refs.add(to);
    }
  for (const { ref, kind, firstAt } of model.nodes.values()) if (kind === "case" && isNow(firstAt)) refs.add(ref);
  return refs;
}
