// Times of the links on a chart: those of every event where the workspace lists them, else the first and the last that the link tells.
import type { ChartLink } from "../elements.ts";
import type { ChartModel } from "../graphModel.ts";
import type { TimeWindow } from "../muted.ts";
import type { ChartTimes } from "../viewCalls.ts";

const minute = 60_000;
const dayMinutes = 1440;
/** Days and hours are those of China Standard Time. */
export const chinaMinutes = 480;

export interface LinkTimes {
  /** Minutes since 1970, UTC, with the time of day. */
  readonly minutes: readonly number[];
  /** The same, of which the day alone is known. */
  readonly days: readonly number[];
}

const none: LinkTimes = { minutes: [], days: [] };

/** Id of the link that the events of a kind between two entities make. */
export const eventLinkId = (kind: string, from: string, to: string): string => `${kind}|${from}|${to}`;

export function timesById(refs: readonly string[], { events }: Pick<ChartTimes, "events">): ReadonlyMap<string, LinkTimes> {
  return new Map(
    events.map(({ kind, source, target, minutes, days }) => [eventLinkId(kind, refs[source]!, refs[target]!), { minutes, days }]),
  );
}

export function timesOf(known: ReadonlyMap<string, LinkTimes>, { id, firstAt, lastAt }: ChartLink): LinkTimes {
  const listed = known.get(id);
  if (listed !== undefined) return listed;
  const told = [...new Set([firstAt, lastAt])].flatMap((at) => (at === null ? [] : Math.floor(at / minute)));
  return told.length === 0 ? none : { minutes: [], days: told };
}

export const localDay = (at: number): number => Math.floor((at + chinaMinutes) / dayMinutes);

/** First and last day of a window as days since 1970; open ends are infinite. */
export function windowDays({ from, until }: TimeWindow): readonly [first: number, last: number] {
  const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / (dayMinutes * minute);
  return [from === null ? Number.NEGATIVE_INFINITY : day(from), until === null ? Number.POSITIVE_INFINITY : day(until)];
}

/** Links that count: neither they nor an end of theirs is switched off or hidden. */
export function liveLinks({ links, nodes, disabled, filter }: ChartModel): readonly ChartLink[] {
  const isHidden = (ref: string) => disabled.has(ref) || filter.hiddenKinds.includes(nodes.get(ref)!.kind);
  return [...links.values()].filter((link) => !disabled.has(link.id) && !isHidden(link.from) && !isHidden(link.to));
}
