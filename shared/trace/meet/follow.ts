// Who travels with whom (伴随): two that are seen at several places in the same order, one soon after the other, within one journey. Worth the
// rarity of the first encounter and, place by place, how few of those who are seen there go the same way.
import { weighEncounters } from "../meet.ts";
import { listPairs, type PairOptions } from "./listPairs.ts";
import type { Episode } from "./pairEpisodes.ts";
import { placeSightings, type SightingColumns } from "./sightings.ts";
import { StepBits } from "./steps.ts";

export interface FollowOptions extends PairOptions {
  /** Different places in a row, at least. */
  readonly places: number;
  /** Between two stops of one journey, milliseconds. */
  readonly gap: number;
  /** Pairs that are looked at; the lower number first. */
  readonly isAsked?: (a: number, b: number) => boolean;
}

export interface Stop {
  readonly place: number;
  /** When the first of the two was seen there, milliseconds since 1970. */
  readonly at: number;
  /** How much later the other one was, milliseconds; below 0 where it was there before. */
  readonly after: number;
}

export interface Journey {
  readonly stops: readonly Stop[];
  readonly bits: number;
}

export interface Following {
  /** Drives ahead, as a rule. */
  readonly a: number;
  readonly b: number;
  readonly bits: number;
  readonly journeys: readonly Journey[];
  /** Different places of all journeys. */
  readonly places: number;
  /** Share of the stops at which b came with a or after it. */
  readonly behind: number;
  /** Middle one of how much later b was, milliseconds. */
  readonly lag: number;
}

/** The same way day after day is a habit: a first place and a step count so often. */
const mostRepeats = 3;

type Encounter = Episode; // from: when a was there, until: when b was there

/** Encounters in the order in which both went, cut where too much time lies between; a place where both linger is one stop. */
export function cutJourneys(encounters: readonly Encounter[], { gap, places }: Pick<FollowOptions, "gap" | "places">): Encounter[][] {
  const sorted = encounters.toSorted((x, y) => x.from - y.from || x.until - y.until || x.place - y.place);
  const journeys: Encounter[][] = [];
  for (const encounter of sorted) {
    const journey = journeys.at(-1);
    const last = journey?.at(-1);
    if (journey === undefined || last === undefined || encounter.from - last.from > gap) journeys.push([encounter]);
    else if (encounter.place !== last.place && encounter.until >= last.until) journey.push(encounter);
  }
  return journeys.filter((journey) => new Set(journey.map(({ place }) => place)).size >= places);
}

interface Draft {
  readonly a: number;
  readonly b: number;
  readonly journeys: readonly (readonly Encounter[])[];
}

const stepsOf = (journey: readonly Encounter[]): (readonly [number, number])[] =>
  journey.slice(1).map((stop, i) => [journey[i]!.place, stop.place] as const);

/** Pairs with at least one journey over so many places, most bits first. */
export function findFollowers(sightings: SightingColumns, options: FollowOptions): Following[] {
  const placed = placeSightings(sightings);
  const { subject, place, from } = placed;
  const bitsOf = weighEncounters(placed, options);
  const describe = (one: number, other: number): Encounter => {
    const [a, b] = subject[one]! < subject[other]! ? [one, other] : [other, one];
    return { place: place[a]!, from: from[a]!, until: from[b]!, bits: bitsOf(one, other) };
  };
  const drafts: Draft[] = [];
  for (const { a, b, encounters } of listPairs(placed, options, options.places, describe, options.isAsked)) {
    const journeys = cutJourneys(encounters, options);
    if (journeys.length > 0) drafts.push({ a, b, journeys });
  }
  const steps = new StepBits(
    sightings,
    options.gap,
    drafts.flatMap(({ journeys }) => journeys.flatMap(stepsOf)),
  );
  return drafts.map((draft) => weigh(draft, steps)).sort((x, y) => y.bits - x.bits || x.a - y.a || x.b - y.b);
}

function weigh({ a, b, journeys }: Draft, steps: StepBits): Following {
  const counted = new Map<string, number>();
  const isCounted = (key: string): boolean => {
    const times = (counted.get(key) ?? 0) + 1;
    counted.set(key, times);
    return times <= mostRepeats;
  };
  const lags = journeys.flatMap((journey) => journey.map((stop) => stop.until - stop.from)).sort((x, y) => x - y);
  const isAhead = lags[Math.floor(lags.length / 2)]! >= 0;
  const toJourney = (journey: readonly Encounter[]): Journey => {
    const [first] = journey;
    let bits = isCounted(`${first!.place}`) ? first!.bits : 0;
    for (const [begin, end] of stepsOf(journey)) if (isCounted(`${begin} ${end}`)) bits += steps.bitsOf(a, b, begin, end);
    const stopOf = ({ place, from, until }: Encounter): Stop =>
      isAhead ? { place, at: from, after: until - from } : { place, at: until, after: from - until };
    return { stops: journey.map(stopOf), bits };
  };
  const found = journeys.map(toJourney);
  const stops = found.flatMap((journey) => journey.stops);
  const after = stops.map((stop) => stop.after).sort((x, y) => x - y);
  return {
    a: isAhead ? a : b,
    b: isAhead ? b : a,
    bits: found.reduce((sum, journey) => sum + journey.bits, 0),
    journeys: found,
    places: new Set(stops.map(({ place }) => place)).size,
    behind: stops.filter((stop) => stop.after >= 0).length / stops.length,
    lag: after[Math.floor(after.length / 2)]!,
  };
}
