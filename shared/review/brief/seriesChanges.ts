// What became of series in a period: which appeared, grew, fell silent.
import { silenceOf } from "../../group/silence.ts";
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
  /** Cases of the period itself, before it fell silent. */
  readonly joined: number;
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

type DayOf = ReadonlyMap<string, number>;

function silentOf({ series, title, cases }: SeriesOf, { from, to }: Period, dayOf: DayOf): SilentSeries[] {
  const dated = cases
    .flatMap((one) => (dayOf.has(one) ? [{ one, day: dayOf.get(one)! }] : []))
    .filter(({ day }) => day <= to)
    .sort((a, b) => a.day - b.day || (a.one < b.one ? -1 : 1));
  const days = dated.map(({ day }) => day);
  const silence = silenceOf(days, to);
  if (silence === null || silenceOf(days, from - 1) !== null) return [];
  const joined = dated.filter(({ day }) => day >= from).length;
  return [{ series, title, count: dated.length, joined, last: dated.at(-1)!.one, ...silence }];
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
