// What two stays at one place have in common beyond the night: room, arrival, departure, seat; each with the chance that two guests of this place
// have it anyway. Bits are −log2 of that chance, the pair itself left out and half a pair added (Krichevsky and Trofimov 1981).
import { hourOf, type PlaceHabit, type Sojourn } from "./placeHabits.ts";
import { areNeighbours } from "./seats.ts";

export const closenessKinds = ["same-room", "next-seat", "arrived", "left"] as const;
export type ClosenessKind = (typeof closenessKinds)[number];

export interface Closeness {
  readonly kind: ClosenessKind;
  /** Between their arrivals or departures; null where it is no matter of time. */
  readonly minutes: number | null;
  /** That two guests of the place have it by chance. */
  readonly chance: number;
  readonly bits: number;
}

const minute = 60_000;
const closeMinutes = 20;
/** Desks write down guests one by one: a shorter gap says no more. */
const leastMinutes = 3;
const mostBits = 10;

const toCloseness = (kind: ClosenessKind, minutes: number | null, chance: number): Closeness => ({
  kind,
  minutes,
  chance: Math.min(1, chance),
  bits: Math.min(mostBits, Math.max(0, -Math.log2(Math.min(1, chance)))),
});

/** That somebody else who comes (goes) that day does so within the gap: the share of the hour, spread evenly over it. */
function chanceOfTime(hours: Uint32Array, hour: number, minutes: number): number {
  const all = hours.reduce((sum, count) => sum + count, 0);
  const share = (Math.max(0, hours[hour]! - 2) + 0.5) / (Math.max(0, all - 2) + 12);
  return share * ((2 * Math.max(leastMinutes, minutes)) / 60);
}

function ofTime(kind: "arrived" | "left", a: number, b: number, utcOffset: number, hours: Uint32Array): Closeness[] {
  const minutes = Math.abs(a - b) / minute;
  if (minutes > closeMinutes) return [];
  return [toCloseness(kind, Math.round(minutes), chanceOfTime(hours, hourOf(Math.max(a, b), utcOffset), minutes))];
}

export function listCloseness(a: Sojourn, b: Sojourn, habit: PlaceHabit): Closeness[] {
  const { isCafe, rooms, pairs, roomPairs, arrivals, departures } = habit;
  const found: Closeness[] = [];
  if (!isCafe && a.room !== "" && a.room === b.room)
    found.push(toCloseness("same-room", null, (Math.max(0, roomPairs - 1) + 0.5) / (Math.max(0, pairs - 1) + 1)));
  if (isCafe && areNeighbours(a.room, b.room)) found.push(toCloseness("next-seat", null, 2 / Math.max(2, rooms - 1)));
  found.push(...ofTime("arrived", a.at, b.at, a.utcOffset, arrivals));
  if (a.isEndTold && b.isEndTold) found.push(...ofTime("left", a.until, b.until, a.utcOffset, departures));
  return found.sort((x, y) => y.bits - x.bits);
}

/** Who shares a room arrives together: the strongest counts in full, a quarter of the rest (design: dependence). */
export const closenessBits = (found: readonly Closeness[]): number =>
  found.reduce((sum, { bits }, i) => sum + (i === 0 ? bits : bits / 4), 0);
