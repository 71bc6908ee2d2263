// What became of series in a period: which appeared, grew, fell silent.
import type { Period } from "../statistics/period.ts";

export interface SeriesOf {
  readonly series: string;
  readonly title: string;
  readonly cases: readonly string[];
}

export interface SeriesChange {
  readonly series: string;
  readonly title: string;
  /** At the end of the period. */
  readonly count: number;
  /** Cases that joined in the period. */
  readonly joined: readonly string[];
}

export interface SilentSeries {
  readonly series: string;
  readonly title: string;
  readonly count: number;
  /** Its last case, and days since then at the end of the period. */
  readonly last: string;
  readonly silentDays: number;
  /** Median of the days between its cases. */
  readonly gapDays: number;
}

export interface SeriesChanges {
  readonly appeared: readonly SeriesChange[];
  readonly grown: readonly SeriesChange[];
  readonly silent: readonly SilentSeries[];
}

/** A series is silent when no case came for three times its usual gap, and for two weeks at least; from three cases on it has a usual gap. */
const silence = { gaps: 3, days: 14, cases: 3 } as const;

function medianGap(days: readonly number[]): number {
  const gaps = days
    .slice(1)
    .map((day, i) => day - days[i]!)
    .sort((a, b) => a - b);
  const middle = gaps.length >> 1;
  return Math.max(1, gaps.length % 2 === 1 ? gaps[middle]! : (gaps[middle - 1]! + gaps[middle]!) / 2);
}

type DayOf = ReadonlyMap<string, number>;

function silentOf({ series, title, cases }: SeriesOf, { from, to }: Period, dayOf: DayOf): SilentSeries[] {
  const dated = cases
    .flatMap((one) => (dayOf.has(one) ? [{ one, day: dayOf.get(one)! }] : []))
    .filter(({ day }) => day <= to)
    .sort((a, b) => a.day - b.day || (a.one < b.one ? -1 : 1));
  if (dated.length < silence.cases) return [];
  const gapDays = medianGap(dated.map(({ day }) => day));
  const last = dated.at(-1)!;
  const isSilentOn = (day: number): boolean => day - last.day > silence.gaps * gapDays && day - last.day >= silence.days;
  if (!isSilentOn(to) || isSilentOn(from - 1)) return [];
  return [{ series, title, count: dated.length, last: last.one, silentDays: to - last.day, gapDays }];
}

/**
 * `before`: series as they stood before the period; null where no grouping was made until then: what the cases' days say takes its place.
 * Only cases until the end of the period count, whenever the grouping was made.
 */
export function seriesChanges(before: readonly SeriesOf[] | null, now: readonly SeriesOf[], period: Period, dayOf: DayOf): SeriesChanges {
  const known = new Map((before ?? []).map(({ series, cases }) => [series, new Set(cases)]));
  const changes = now.flatMap(({ series, title, cases }) => {
    const here = cases.filter((one) => (dayOf.get(one) ?? Number.POSITIVE_INFINITY) <= period.to);
    const then = before === null ? new Set(here.filter((one) => dayOf.get(one)! < period.from)) : (known.get(series) ?? new Set());
    const joined = here.filter((one) => !then.has(one)).sort();
    const wasThere = before === null ? then.size > 1 : known.has(series);
    return here.length < 2 || joined.length === 0 ? [] : [{ change: { series, title, count: here.length, joined }, wasThere }];
  });
  const order = (a: SeriesChange, b: SeriesChange): number =>
    b.joined.length - a.joined.length || b.count - a.count || (a.series < b.series ? -1 : 1);
  const of = (wasThere: boolean) => changes.flatMap((one) => (one.wasThere === wasThere ? [one.change] : [])).sort(order);
  return {
    appeared: of(false),
    grown: of(true),
    silent: now.flatMap((one) => silentOf(one, period, dayOf)).sort((a, b) => b.count - a.count || (a.series < b.series ? -1 : 1)),
  };
}
