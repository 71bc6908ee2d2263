// Who was where at the same time: interval join of stays and captures by place, collapsed to episodes, weighed by how rare the place and hour are.
// Bits of an episode: −log2 of the chance that the other party, with its own habit, is at that place in that hour.
import type { JoinOptions } from "./meet/joinSightings.ts";
import { listPairs, type PairOptions } from "./meet/listPairs.ts";
import type { Episode } from "./meet/pairEpisodes.ts";
import { type PlacedSightings, placeSightings, type SightingColumns } from "./meet/sightings.ts";

export interface MeetOptions extends PairOptions {
  /** Episodes needed at least. */
  readonly min: number;
  /** Only pairs with one of these subjects. */
  readonly about?: ReadonlySet<number>;
}

export interface Meeting {
  readonly a: number;
  readonly b: number;
  readonly bits: number;
  readonly episodes: readonly Episode[];
}

const hour = 3_600_000;
/** Home and work: what a pair shares at one place counts at most so often. */
export const mostPerPlace = 3;
const mostBits = 12;

/** Pairs with at least `min` episodes, most bits first. */
export function findMeetings(sightings: SightingColumns, options: MeetOptions): Meeting[] {
  const placed = placeSightings(sightings);
  const { place, from, until } = placed;
  const bitsOf = weighEncounters(placed, options);
  const describe = (one: number, other: number) => ({
    place: place[one]!,
    from: Math.max(from[one]!, from[other]!),
    until: Math.min(until[one]!, until[other]!),
    bits: bitsOf(one, other),
  });
  const { about } = options;
  const isAsked = about && ((a: number, b: number) => about.has(a) || about.has(b));
  const meetings: Meeting[] = [];
  for (const { a, b, encounters } of listPairs(placed, options, options.min, describe, isAsked)) {
    const meeting = toMeeting(a, b, encounters, options.within);
    if (meeting.episodes.length >= options.min) meetings.push(meeting);
  }
  return meetings.sort((x, y) => y.bits - x.bits || x.a - y.a || x.b - y.b);
}

/** Bits of two sightings: by the habit of the one that is there more often. */
export function weighEncounters(
  sightings: PlacedSightings,
  { within }: Pick<JoinOptions, "within">,
): (one: number, other: number) => number {
  const { from, until } = sightings;
  const { hours, span } = countHabits(sightings);
  /** Chance that the subject is seen at the place in any one hour; half an hour for what was seen once. */
  const habit = (i: number) => Math.min(1, (hours[i]! + 0.5) / span);
  return (one, other) => {
    const lasts = Math.max(1, (until[one]! - from[one]! + 2 * within) / hour);
    const chance = Math.max(habit(one), habit(other)) * lasts;
    return Math.min(mostBits, Math.max(0, -Math.log2(Math.min(1, chance))));
  };
}

/** By sighting: hours in which its subject was seen at its place; and the hours from the first sighting of all to the last. */
function countHabits({ count, subject, from, until, starts }: PlacedSightings): { hours: Uint32Array; span: number } {
  const highest = subject.reduce((most, each) => Math.max(most, each), 0);
  const seen = new Uint32Array(highest + 1);
  const lastHour = new Float64Array(highest + 1);
  const hours = new Uint32Array(count);
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let rank = 0; rank + 1 < starts.length; rank++) {
    const [begin, end] = [starts[rank]!, starts[rank + 1]!];
    for (let i = begin; i < end; i++) seen[subject[i]!] = 0;
    for (let i = begin; i < end; i++) {
      const [who, at] = [subject[i]!, Math.floor(from[i]! / hour)];
      if (seen[who] === 0 || lastHour[who] !== at) seen[who]! += 1;
      lastHour[who] = at;
      first = Math.min(first, from[i]!);
      last = Math.max(last, until[i]!);
    }
    for (let i = begin; i < end; i++) hours[i] = seen[subject[i]!]!;
  }
  return { hours, span: Math.max(1, (last - first) / hour) };
}

/** Sightings close together at one place are one episode; a place counts only so often. */
function toMeeting(a: number, b: number, found: readonly Episode[], within: number): Meeting {
  const episodes: Episode[] = [];
  for (const episode of found.toSorted((x, y) => x.from - y.from || x.place - y.place)) {
    const place = episodes.findLastIndex((other) => other.place === episode.place);
    const last = episodes[place];
    if (last && episode.from - last.until <= within + hour)
      episodes[place] = { ...last, until: Math.max(last.until, episode.until), bits: Math.max(last.bits, episode.bits) };
    else episodes.push(episode);
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
