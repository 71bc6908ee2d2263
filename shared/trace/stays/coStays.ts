// Who stayed with whom: nights that two have in common (the join and the habit bits of `meet`), and on each what else they shared; nights add up.

import { collectSightings } from "../meet/sightings.ts";
import { findMeetings, mostPerPlace } from "../meet.ts";
import { type Closeness, closenessBits, listCloseness } from "./closeness.ts";
import type { PlaceHabit, Sojourn } from "./placeHabits.ts";

export interface SharedNight {
  readonly place: number;
  /** While both were there, milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
  readonly a: Sojourn;
  readonly b: Sojourn;
  /** That the other one is at this place in these hours at all. */
  readonly presenceBits: number;
  readonly closeness: readonly Closeness[];
  readonly bits: number;
}

export interface CoStay {
  readonly a: number;
  readonly b: number;
  /** In time order. */
  readonly nights: readonly SharedNight[];
  readonly bits: number;
}

/** `about`: only pairs with one of these; null: all. Most bits first. `habits` of every place at which stays are given. */
export function findCoStays(
  stays: readonly Sojourn[],
  habits: ReadonlyMap<number, PlaceHabit>,
  about: ReadonlySet<number> | null,
): CoStay[] {
  const columns = collectSightings(
    stays.map(({ person, place, at, until }) => ({ subject: person, place, from: at, until })),
    stays.length,
  );
  const near = new Map<number, readonly number[]>();
  const byGuest = Map.groupBy(stays, ({ person, place }) => `${person} ${place}`);
  return findMeetings(columns, { within: 0, near, min: 1, ...(about && { about }) })
    .map(({ a, b, episodes }): CoStay => {
      const nights = episodes.flatMap(({ place, from, until, bits }): SharedNight[] => {
        const pair = closestStays(byGuest.get(`${a} ${place}`)!, byGuest.get(`${b} ${place}`)!, from, until);
        if (pair === null) return [];
        const closeness = listCloseness(...pair, habits.get(place)!);
        return [{ place, from, until, a: pair[0], b: pair[1], presenceBits: bits, closeness, bits: bits + closenessBits(closeness) }];
      });
      return { a, b, nights, bits: addNights(nights) };
    })
    .filter(({ nights }) => nights.length > 0)
    .sort((x, y) => y.bits - x.bits || x.a - y.a || x.b - y.b);
}

/** Home, work and a favourite place count only so often, as in `meet`. */
function addNights(nights: readonly SharedNight[]): number {
  const counted = new Map<number, number>();
  let sum = 0;
  for (const { place, bits } of nights.toSorted((x, y) => y.bits - x.bits)) {
    const times = counted.get(place) ?? 0;
    counted.set(place, times + 1);
    if (times < mostPerPlace) sum += bits;
  }
  return sum;
}

/** The two stays that make the episode, null where one came when the other left; of several the pair that overlaps longest. */
function closestStays(own: readonly Sojourn[], others: readonly Sojourn[], from: number, until: number): [Sojourn, Sojourn] | null {
  let best: [Sojourn, Sojourn] | null = null;
  let longest = 0;
  for (const a of own)
    for (const b of others) {
      const [begin, end] = [Math.max(a.at, b.at), Math.min(a.until, b.until)];
      if (begin > end || begin > until || end < from || end - begin <= longest) continue;
      [best, longest] = [[a, b], end - begin];
    }
  return best;
}
