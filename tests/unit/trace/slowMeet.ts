// Meetings as a slow, obvious program finds them: objects, maps of text keys, every encounter kept.

import type { Episode } from "../../../shared/trace/meet/pairEpisodes.ts";
import type { Sighting } from "../../../shared/trace/meet/sightings.ts";
import type { Meeting, MeetOptions } from "../../../shared/trace/meet.ts";

const hour = 3_600_000;
/** Home and work: what a pair shares at one place counts at most so often. */
const mostPerPlace = 3;
const mostBits = 12;

/** Pairs with at least `min` episodes, most bits first. */
export function findMeetingsSlowly(sightings: readonly Sighting[], options: MeetOptions): Meeting[] {
  const places = new Map<number, Sighting[]>();
  for (const sighting of sightings) {
    const list = places.get(sighting.place);
    if (list) list.push(sighting);
    else places.set(sighting.place, [sighting]);
  }
  const habit = countHabits(sightings);
  const pairs = new Map<string, Episode[]>();
  for (const place of [...places.keys()].sort((a, b) => a - b)) collectAt(place, places, options, habit, pairs);
  return [...pairs]
    .map(([key, episodes]) => toMeeting(key, episodes, options.within))
    .filter(({ episodes }) => episodes.length >= options.min)
    .sort((x, y) => y.bits - x.bits || x.a - y.a || x.b - y.b);
}

/** Hours in which each subject was seen at a place, of all hours in which it was seen. */
function countHabits(sightings: readonly Sighting[]) {
  const hours = new Map<string, Set<number>>();
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { subject, place, from, until } of sightings) {
    const key = `${subject} ${place}`;
    const seen = hours.get(key) ?? new Set<number>();
    hours.set(key, seen);
    seen.add(Math.floor(from / hour));
    first = Math.min(first, from);
    last = Math.max(last, until);
  }
  const span = Math.max(1, (last - first) / hour);
  /** Chance that the subject is seen at the place in any one hour; half an hour for what was seen once. */
  return (subject: number, place: number): number => Math.min(1, ((hours.get(`${subject} ${place}`)?.size ?? 0) + 0.5) / span);
}

function collectAt(
  place: number,
  places: ReadonlyMap<number, readonly Sighting[]>,
  { within, near }: MeetOptions,
  habit: (subject: number, place: number) => number,
  pairs: Map<string, Episode[]>,
): void {
  const own = places.get(place)!;
  const around = (near.get(place) ?? [place]).filter((other) => other >= place).flatMap((other) => places.get(other) ?? []);
  const sorted = around.toSorted((a, b) => a.from - b.from || a.subject - b.subject);
  const longest = sorted.reduce((most, { from, until }) => Math.max(most, until - from), 0);
  for (const one of own) {
    const hours = Math.max(1, (one.until - one.from + 2 * within) / hour);
    for (let i = lowerBound(sorted, one.from - within - longest); i < sorted.length && sorted[i]!.from <= one.until + within; i++) {
      const other = sorted[i]!;
      if (other.subject === one.subject || other.until < one.from - within) continue;
      if (other.place === place && other.subject < one.subject) continue;
      const [a, b] = one.subject < other.subject ? [one, other] : [other, one];
      const chance = Math.max(habit(a.subject, a.place), habit(b.subject, b.place)) * hours;
      const bits = Math.min(mostBits, Math.max(0, -Math.log2(Math.min(1, chance))));
      const key = `${a.subject} ${b.subject}`;
      const episode = { place, from: Math.max(a.from, b.from), until: Math.min(a.until, b.until), bits };
      const known = pairs.get(key);
      if (known) known.push(episode);
      else pairs.set(key, [episode]);
    }
  }
}

function lowerBound(sorted: readonly Sighting[], from: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]!.from < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sightings close together at one place are one episode; a place counts only so often. */
function toMeeting(key: string, found: readonly Episode[], within: number): Meeting {
  const [a = 0, b = 0] = key.split(" ").map(Number);
  const episodes: Episode[] = [];
  for (const episode of found.toSorted((x, y) => x.from - y.from || x.place - y.place)) {
    const last = episodes.findLast(({ place }) => place === episode.place);
    if (last && episode.from - last.until <= within + hour) {
      episodes[episodes.indexOf(last)] = { ...last, until: Math.max(last.until, episode.until), bits: Math.max(last.bits, episode.bits) };
    } else episodes.push(episode);
  }
  const counted = new Map<number, number>();
  let bits = 0;
  for (const episode of episodes.toSorted((x, y) => y.bits - x.bits)) {
    const times = counted.get(episode.place) ?? 0;
    counted.set(episode.place, times + 1);
    if (times < mostPerPlace) bits += episode.bits;
  }
  return { a, b, bits, episodes };
}
