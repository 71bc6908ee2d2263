// The interval join: every two sightings of different subjects at one place, or at places that lie near, with at most a gap between them.
import type { PlacedSightings } from "./sightings.ts";

export interface JoinOptions {
  /** Gap between two sightings that still counts as together, milliseconds. */
  readonly within: number;
  /** Places joined to one: place → places near enough, itself included. */
  readonly near: ReadonlyMap<number, readonly number[]>;
}

/** Takes the places of two sightings in the columns. At one place `one` has the lower subject, otherwise the lower place. */
export type TakePair = (one: number, other: number) => void;

export function joinSightings(sightings: PlacedSightings, { within, near }: JoinOptions, take: TakePair): void {
  const { places, rankOf } = sightings;
  places.forEach((place, rank) => {
    joinWithin(sightings, rank, within, take);
    for (const other of near.get(place) ?? []) {
      const otherRank = other > place ? rankOf.get(other) : undefined;
      if (otherRank !== undefined) joinAcross(sightings, rank, otherRank, within, take);
    }
  });
}

function joinWithin({ subject, from, until, starts }: PlacedSightings, rank: number, within: number, take: TakePair): void {
  const end = starts[rank + 1]!;
  for (let i = starts[rank]!; i < end; i++) {
    const latest = until[i]! + within;
    const own = subject[i]!;
    for (let j = i + 1; j < end && from[j]! <= latest; j++) {
      if (subject[j]! > own) take(i, j);
      else if (subject[j]! < own) take(j, i);
    }
  }
}

function joinAcross(sightings: PlacedSightings, rank: number, otherRank: number, within: number, take: TakePair): void {
  const { subject, from, until, starts, longest } = sightings;
  const end = starts[otherRank + 1]!;
  let first = starts[otherRank]!;
  for (let i = starts[rank]!; i < starts[rank + 1]!; i++) {
    const earliest = from[i]! - within;
    while (first < end && from[first]! < earliest - longest[otherRank]!) first += 1;
    for (let j = first; j < end && from[j]! <= until[i]! + within; j++) if (until[j]! >= earliest && subject[j] !== subject[i]) take(i, j);
  }
}
