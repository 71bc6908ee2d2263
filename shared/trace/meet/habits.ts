// Days on which somebody or something was where, or at an hour when, it never is: each sighting is held against the own habit of all its other
// days and against what everybody does. Bits are log2 of (chance among all) ÷ (chance by its own habit): what is rare for everybody is no sign.
// Hours are those of the same kind of day, workday or weekend; the days of the other kind only say what to expect where there are few of them.
import { orderBySubject } from "./bySubject.ts";
import type { SightingColumns } from "./sightings.ts";

export interface HabitOptions {
  /** Sightings and different days that make a habit. */
  readonly sightings: number;
  readonly days: number;
  /** Days below are left out. */
  readonly bits: number;
  /** Minutes that clocks are ahead of UTC. */
  readonly utcOffset: number;
}

export interface UnusualDay {
  readonly subject: number;
  readonly place: number;
  readonly at: number;
  readonly bits: number;
  readonly hourBits: number;
  readonly placeBits: number;
  /** Sightings on that day, in all, and days of the habit. */
  readonly onDay: number;
  readonly sightings: number;
  readonly days: number;
  /** The shortest run of hours that holds four fifths of the other days' sightings, [first, last], 23 → 0 allowed. */
  readonly hours: readonly [number, number];
  /** Of which days these hours are: the same kind where it has enough sightings. */
  readonly hoursOf: DayKind | "all";
  /** Places of the other days, most sightings first. */
  readonly places: readonly { readonly place: number; readonly count: number }[];
}

/** By the calendar alone: public holidays and the days worked in their stead are not known. */
export type DayKind = "workday" | "weekend";

const dayMilliseconds = 86_400_000;
const hourMilliseconds = 3_600_000;
/** Weight of what everybody does in the own habit of hours, in sightings; and of all days in that of one kind of day. */
const priorHours = 4;
const priorDays = 1;
/** Sightings that make usual hours of one kind of day. */
const fewHours = 4;
/** A sighting also speaks for the hours beside it. */
const spread = [0.25, 0.5, 0.25] as const;
const usualShare = 0.8;
const shownPlaces = 3;

export const spreadHour = (hours: Float64Array, hour: number, weight: number): void => {
  spread.forEach((share, i) => {
    hours[(hour + i + 23) % 24]! += share * weight;
  });
};

export const clockOf = (at: number, utcOffset: number): Clock => {
  const local = at + utcOffset * 60_000;
  const day = Math.floor(local / dayMilliseconds);
  return { day, hour: Math.floor((local - day * dayMilliseconds) / hourMilliseconds) };
};

/** 1 January 1970 was a Thursday. */
const dayKindOf = (day: number): DayKind => ((((day + 3) % 7) + 7) % 7 >= 5 ? "weekend" : "workday");

/** Shares of sightings by hour, on all days and on each kind of day. */
type Hours = Readonly<Record<DayKind | "all", Float64Array>>;

interface Everybody {
  readonly hours: Hours;
  /** Share of all sightings by place. */
  readonly places: ReadonlyMap<number, number>;
}

interface Clock {
  readonly day: number;
  readonly hour: number;
}

/** Shares by hour, held to what is expected with the weight of so many sightings. */
function shareOfHours(seen: readonly Clock[], expected: Float64Array, weight: number): Float64Array {
  const hours = expected.map((share) => weight * share);
  for (const { hour } of seen) spreadHour(hours, hour, 1);
  return hours.map((sum) => sum / Math.max(seen.length + weight, 1));
}

function measureEverybody({ count, from, place }: SightingColumns, utcOffset: number): Everybody {
  const clocks = Array.from({ length: count }, (_, i) => clockOf(from[i]!, utcOffset));
  const places = new Map<number, number>();
  for (let i = 0; i < count; i++) places.set(place[i]!, (places.get(place[i]!) ?? 0) + 1 / count);
  const all = shareOfHours(clocks, new Float64Array(24), 0);
  const of = (kind: DayKind) => {
    const alike = clocks.filter(({ day }) => dayKindOf(day) === kind);
    return shareOfHours(alike, all, priorHours);
  };
  return { hours: { all, workday: of("workday"), weekend: of("weekend") }, places };
}

interface Seen extends Clock {
  readonly at: number;
  readonly place: number;
}

/** What is expected of one kind of day: the own hours of all days, moved as everybody's move from all days to this kind. */
function expectHours(own: Float64Array, everybody: Hours, kind: DayKind): Float64Array {
  const moved = own.map((share, hour) => (share === 0 ? 0 : (share * everybody[kind][hour]!) / everybody.all[hour]!));
  const sum = moved.reduce((total, share) => total + share, 0);
  return moved.map((share) => share / sum);
}

/** log2 of everybody's share of each hour on this kind of day by the own one. */
function bitsByHour(day: number, others: readonly Seen[], { hours }: Everybody): Float64Array {
  const kind = dayKindOf(day);
  const alike = others.filter((other) => dayKindOf(other.day) === kind);
  const own = shareOfHours(alike, expectHours(shareOfHours(others, hours.all, priorHours), hours, kind), priorDays);
  return hours[kind].map((share, hour) => Math.log2(share / own[hour]!));
}

/**
 * The same for the place. What was never seen before has the chance of a new place, by how many were seen once only (Good 1953), so that a taxi,
 * which is somewhere else every day, is never unusual.
 */
function bitsOfPlace(place: number, counts: ReadonlyMap<number, number>, others: number, everybody: Everybody): number {
  const once = [...counts.values()].filter((count) => count === 1).length;
  const isNew = (once + 1) / (others + 2);
  const share = everybody.places.get(place)!;
  const count = counts.get(place);
  if (count !== undefined) return Math.log2(share / ((1 - isNew) * (count / others)));
  let unseen = 1;
  for (const known of counts.keys()) unseen -= everybody.places.get(known)!;
  return Math.log2(Math.max(unseen, share) / isNew);
}

/** The usual hours of this kind of day, or of all where too few sightings are on such days. */
function usualHoursOf(day: number, others: readonly Seen[]): Pick<UnusualDay, "hours" | "hoursOf"> {
  const alike = others.filter((other) => dayKindOf(other.day) === dayKindOf(day));
  if (alike.length < fewHours) return { hours: usualHours(others), hoursOf: "all" };
  return { hours: usualHours(alike), hoursOf: dayKindOf(day) };
}

function usualHours(others: readonly Seen[]): readonly [number, number] {
  const counts = new Array<number>(24).fill(0);
  for (const { hour } of others) counts[hour]! += 1;
  for (let length = 1; length < 24; length++)
    for (let first = 0; first < 24; first++) {
      let sum = 0;
      for (let i = 0; i < length; i++) sum += counts[(first + i) % 24]!;
      if (sum >= usualShare * others.length) return [first, (first + length - 1) % 24];
    }
  return [0, 23];
}

function countPlaces(seen: readonly Seen[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { place } of seen) counts.set(place, (counts.get(place) ?? 0) + 1);
  return counts;
}

/** The most unusual sighting of each day of one subject. */
function judgeSubject(subject: number, seen: readonly Seen[], options: HabitOptions, everybody: Everybody): UnusualDay[] {
  const days = [...new Set(seen.map(({ day }) => day))];
  if (seen.length < options.sightings || days.length < options.days) return [];
  return days.flatMap((day): UnusualDay[] => {
    const [own, others] = [seen.filter((one) => one.day === day), seen.filter((one) => one.day !== day)];
    const counts = countPlaces(others);
    const byHour = bitsByHour(day, others, everybody);
    const judged = own.map((one) => {
      const [hourBits, placeBits] = [byHour[one.hour]!, bitsOfPlace(one.place, counts, others.length, everybody)];
      return { one, hourBits, placeBits, bits: hourBits + placeBits };
    });
    const best = judged.reduce((most, each) => (each.bits > most.bits ? each : most));
    if (best.bits < options.bits) return [];
    const places = [...counts].map(([place, count]) => ({ place, count })).sort((x, y) => y.count - x.count || x.place - y.place);
    const { hourBits, placeBits, bits } = best;
    return [
      {
        subject,
        place: best.one.place,
        at: best.one.at,
        bits,
        hourBits,
        placeBits,
        onDay: own.length,
        sightings: seen.length,
        days: days.length,
        ...usualHoursOf(day, others),
        places: places.slice(0, shownPlaces),
      },
    ];
  });
}

/** Most bits first. */
export function findUnusualDays(sightings: SightingColumns, options: HabitOptions): UnusualDay[] {
  const everybody = measureEverybody(sightings, options.utcOffset);
  const { subjects, starts, order } = orderBySubject(sightings);
  const found: UnusualDay[] = [];
  for (let rank = 0; rank < subjects.length; rank++) {
    if (starts[rank + 1]! - starts[rank]! < options.sightings) continue;
    const seen = Array.from(order.subarray(starts[rank]!, starts[rank + 1]!), (i): Seen => {
      const at = sightings.from[i]!;
      return { at, place: sightings.place[i]!, ...clockOf(at, options.utcOffset) };
    });
    found.push(...judgeSubject(subjects[rank]!, seen, options, everybody));
  }
  return found.sort((x, y) => y.bits - x.bits || x.subject - y.subject || x.at - y.at);
}
