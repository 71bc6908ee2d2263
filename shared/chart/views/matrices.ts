// Heat matrices of a chart: hour by weekday, kind by kind, entity by time. Each cell knows the entities behind it, so that a click selects them.
import { entityKinds } from "../../model/entity.ts";
import type { ChartModel } from "../graphModel.ts";
import type { TimeWindow } from "../muted.ts";
import { chinaMinutes, type LinkTimes, liveLinks, localDay, timesOf, windowDays } from "./linkTimes.ts";

export interface HeatCell {
  readonly count: number;
  readonly refs: ReadonlySet<string>;
}

export interface HeatMatrix {
  /** Weekdays 0 (Monday)–6, kinds, or refs. */
  readonly rows: readonly string[];
  /** Hours 0–23, kinds, or first days of equal spans (ISO dates). */
  readonly columns: readonly string[];
  /** By row, then by column. */
  readonly cells: readonly (readonly HeatCell[])[];
  /** Largest count of a cell. */
  readonly most: number;
  /** What could not be laid in: events without a time of day, entities beyond the rows. */
  readonly left: number;
}

export interface HeatQuestion {
  readonly model: ChartModel;
  readonly times: ReadonlyMap<string, LinkTimes>;
  readonly timeWindow: TimeWindow;
  readonly chosen: readonly string[];
}

interface GrowingCell {
  count: number;
  readonly refs: Set<string>;
}

const grow = (rows: number, columns: number): GrowingCell[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => ({ count: 0, refs: new Set<string>() })));

function put(cell: GrowingCell, count: number, refs: readonly string[]): void {
  cell.count += count;
  for (const ref of refs) cell.refs.add(ref);
}

function finish(rows: readonly string[], columns: readonly string[], cells: readonly (readonly HeatCell[])[], left: number): HeatMatrix {
  const most = cells.reduce((all, row) => row.reduce((own, { count }) => Math.max(own, count), all), 0);
  return { rows, columns, cells, most, left };
}

const isWithin = (day: number, [first, last]: readonly [number, number]): boolean => day >= first && day <= last;
const numbers = (count: number): string[] => Array.from({ length: count }, (_, i) => String(i));

/** 1 January 1970 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

function hourWeek({ model, times, timeWindow }: HeatQuestion): HeatMatrix {
  const cells = grow(7, 24);
  const days = windowDays(timeWindow);
  let left = 0;
  for (const link of liveLinks(model)) {
    const listed = times.get(link.id);
    if (listed === undefined) continue;
    left += listed.days.filter((at) => isWithin(localDay(at), days)).length;
    for (const at of listed.minutes) {
      const day = localDay(at);
      if (!isWithin(day, days)) continue;
      const hour = Math.floor((at + chinaMinutes - day * 1440) / 60);
      put(cells[weekdayOf(day)]![hour]!, 1, [link.from, link.to]);
    }
  }
  return finish(numbers(7), numbers(24), cells, left);
}

const kindOrder = (kind: string): number => {
  const place = (entityKinds as readonly string[]).indexOf(kind);
  return place < 0 ? entityKinds.length : place;
};

/** Links of each pair of kinds; of those with events, those with one in the window, by the number of events. */
function kindPairs({ model, times, timeWindow }: HeatQuestion): HeatMatrix {
  const days = windowDays(timeWindow);
  const kinds = [...new Set([...model.nodes.values()].map(({ kind }) => kind))].sort(
    (a, b) => kindOrder(a) - kindOrder(b) || (a < b ? -1 : 1),
  );
  const place = new Map(kinds.map((kind, i) => [kind, i]));
  const cells = grow(kinds.length, kinds.length);
  for (const link of liveLinks(model)) {
    const told = timesOf(times, link);
    const inside = [...told.minutes, ...told.days].filter((at) => isWithin(localDay(at), days)).length;
    const isTimeless = told.minutes.length + told.days.length === 0;
    if (!isTimeless && inside === 0) continue;
    const ends = [place.get(model.nodes.get(link.from)!.kind)!, place.get(model.nodes.get(link.to)!.kind)!] as const;
    put(cells[ends[0]]![ends[1]]!, 1, [link.from, link.to]);
    if (ends[0] !== ends[1]) put(cells[ends[1]]![ends[0]]!, 1, [link.from, link.to]);
  }
  return finish(kinds, kinds, cells, 0);
}

const mostRows = 60;
const mostColumns = 28;

/** Every time at which an entity did something: its own of a case, those of its links else. */
function marksByRef({
  model,
  times,
  timeWindow,
}: HeatQuestion): ReadonlyMap<string, readonly { readonly day: number; readonly other: string }[]> {
  const days = windowDays(timeWindow);
  const marks = new Map<string, { day: number; other: string }[]>();
  const note = (ref: string, day: number, other: string): void => {
    if (!isWithin(day, days)) return;
    const own = marks.get(ref);
    if (own === undefined) marks.set(ref, [{ day, other }]);
    else own.push({ day, other });
  };
  for (const { ref, kind, firstAt } of model.nodes.values())
    if (kind === "case" && firstAt !== null) note(ref, localDay(firstAt / 60_000), ref);
  for (const link of liveLinks(model)) {
    if (link.kind === "evidence") continue;
    const { minutes, days: whole } = timesOf(times, link);
    for (const list of [minutes, whole])
      for (const at of list) {
        const day = localDay(at);
        note(link.from, day, link.to);
        note(link.to, day, link.from);
      }
  }
  return marks;
}

const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

function entityTime(question: HeatQuestion): HeatMatrix {
  const marks = marksByRef(question);
  const chosen = new Set(question.chosen);
  const order = [...marks].sort(
    ([a, x], [b, y]) => Number(chosen.has(b)) - Number(chosen.has(a)) || y.length - x.length || (a < b ? -1 : 1),
  );
  const shown = order.slice(0, mostRows);
  if (shown.length === 0) return finish([], [], [], 0);
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [, own] of order)
    for (const { day } of own) {
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
  const span = Math.ceil((last - first + 1) / mostColumns);
  const count = Math.ceil((last - first + 1) / span);
  const cells = grow(shown.length, count);
  shown.forEach(([ref, own], row) => {
    for (const { day, other } of own) put(cells[row]![Math.floor((day - first) / span)]!, 1, [ref, other]);
  });
  const columns = Array.from({ length: count }, (_, i) => dateOf(first + i * span));
  return finish(
    shown.map(([ref]) => ref),
    columns,
    cells,
    order.length - shown.length,
  );
}

export const matrices = { hourWeek, kindPairs, entityTime } as const satisfies Readonly<
  Record<string, (question: HeatQuestion) => HeatMatrix>
>;
export type MatrixName = keyof typeof matrices;
export const matrixNames = Object.keys(matrices) as readonly MatrixName[];

/** Whether any of the chosen stands behind a cell. */
export const isLit = ({ refs }: HeatCell, chosen: readonly string[]): boolean => chosen.some((ref) => refs.has(ref));
