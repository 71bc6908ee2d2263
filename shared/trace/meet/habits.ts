// Days on which somebody or something was where, or at an hour when, it never is: each sighting is held against the own habit of all its other
// days and against what everybody does. Bits are log2 of (chance among all) ÷ (chance by its own habit): what is rare for everybody is no sign.
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
  /** Places of the other days, most sightings first. */
  readonly places: readonly { readonly place: number; readonly count: number }[];
}

const dayMilliseconds = 86_400_000;
const hourMilliseconds = 3_600_000;
/** Weight of what everybody does in the own habit of hours, in sightings. */
const priorHours = 4;
/** A sighting also speaks for the hours beside it. */
const spread = [0.25, 0.5, 0.25] as const;
const usualShare = 0.8;
const shownPlaces = 3;

export const spreadHour = (hours: Float64Array, hour: number, weight: number): void => {
  spread.forEach((share, i) => {
    hours[(hour + i + 23) % 24]! += share * weight;
  });
};

export const clockOf = (at: number, utcOffset: number): { readonly day: number; readonly hour: number } => {
  const local = at + utcOffset * 60_000;
  const day = Math.floor(local / dayMilliseconds);
  return { day, hour: Math.floor((local - day * dayMilliseconds) / hourMilliseconds) };
};

interface Everybody {
  /** Share of all sightings by hour, and by place. */
  readonly hours: Float64Array;
  readonly places: ReadonlyMap<number, number>;
}

function measureEverybody({ count, from, place }: SightingColumns, utcOffset: number): Everybody {
  const hours = new Float64Array(24);
  const places = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    spreadHour(hours, clockOf(from[i]!, utcOffset).hour, 1 / count);
    places.set(place[i]!, (places.get(place[i]!) ?? 0) + 1 / count);
  }
  return { hours, places };
}

interface Seen {
  readonly at: number;
  readonly place: number;
  readonly day: number;
  readonly hour: number;
}

/** log2 of everybody's share of this hour by the own one. */
function bitsOfHour(hour: number, others: readonly Seen[], everybody: Everybody): number {
  const own = new Float64Array(24);
  for (const seen of others) spreadHour(own, seen.hour, 1);
  const share = everybody.hours[hour]!;
  return Math.log2(share / ((own[hour]! + priorHours * share) / (others.length + priorHours)));
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
    const judged = own.map((one) => {
      const [hourBits, placeBits] = [bitsOfHour(one.hour, others, everybody), bitsOfPlace(one.place, counts, others.length, everybody)];
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
        hours: usualHours(others),
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
