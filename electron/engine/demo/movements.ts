// Where people and vehicles were: hotel nights and plate captures, with the offenders' among many others.
import { day, hour, minute, startOfDay } from "./clock.ts";
import type { CaseDraft, Person, Place, Ring } from "./model.ts";
import { createPerson } from "./people.ts";
import type { World } from "./world.ts";

export interface Stay {
  readonly person: Person;
  readonly hotel: Place;
  readonly room: string;
  readonly from: number;
  readonly until: number;
}

export interface Capture {
  readonly plate: string;
  readonly checkpoint: Place;
  readonly at: number;
  readonly lane: number;
}

function nearestPlaces(places: readonly Place[], near: Place, count: number): Place[] {
  const distance = (place: Place): number => (place.longitude - near.longitude) ** 2 + (place.latitude - near.latitude) ** 2;
  return [...places].sort((a, b) => distance(a) - distance(b)).slice(0, count);
}

function checkIn(world: World, person: Person, hotel: Place, date: number, room: string): Stay {
  const { chance } = world;
  const from = startOfDay(date) + Math.round((13 + 9 * chance.next()) * 60) * minute;
  return { person, hotel, room, from, until: startOfDay(date) + day + Math.round((7 + 5 * chance.next()) * 60) * minute };
}

/** Members of a ring who share a hotel on the same nights, now and then the same room. */
function stayTogether(world: World, ring: Ring, stays: Stay[]): void {
  const { chance, geography, start, end } = world;
  const nights = chance.int(3, 8);
  for (let night = 0; night < nights; night++) {
    const hotel = chance.pick(geography.hotels);
    const date = start + Math.floor(chance.next() * (end - start - 2 * day));
    const room = `${chance.int(2, 9)}0${chance.int(1, 9)}`;
    for (const { person } of chance.sample(ring.members, Math.min(ring.members.length, chance.int(2, 3)))) {
      stays.push(checkIn(world, person, hotel, date, chance.happens(0.6) ? room : `${chance.int(2, 9)}1${chance.int(0, 9)}`));
    }
  }
}

export function createStays(world: World, rings: readonly Ring[], guests: readonly Person[], count: number): Stay[] {
  const { chance, numbers, geography, start, end } = world;
  const stays: Stay[] = [];
  for (const ring of rings) stayTogether(world, ring, stays);
  const travellers = [...guests, ...Array.from({ length: Math.ceil(count / 3) }, () => createPerson(chance, numbers, geography))];
  while (stays.length < count) {
    const date = start + Math.floor(chance.next() * (end - start - 2 * day));
    stays.push(
      checkIn(
        world,
        chance.pick(travellers),
        chance.pick(geography.hotels),
        date,
        `${chance.int(2, 12)}${String(chance.int(1, 20)).padStart(2, "0")}`,
      ),
    );
  }
  return stays.sort((a, b) => a.from - b.from || (a.person.identityNumber < b.person.identityNumber ? -1 : 1));
}

export function createCaptures(world: World, cases: readonly CaseDraft[], count: number): Capture[] {
  const { chance, numbers, geography, start, end } = world;
  const captures: Capture[] = [];
  const pass = (plate: string, checkpoint: Place, at: number): void => {
    captures.push({ plate, checkpoint, at: Math.round(at / 1000) * 1000, lane: chance.int(1, 3) });
  };
  for (const draft of cases) {
    const plates = draft.isFraud
      ? []
      : new Set([...draft.vehicles, ...(draft.series && chance.happens(0.6) ? [draft.series.vehicle] : [])]);
    for (const plate of plates) {
      for (const checkpoint of nearestPlaces(geography.checkpoints, draft.place, 2))
        pass(plate, checkpoint, draft.at + chance.int(-40, 70) * minute);
    }
  }
  const habits = Array.from({ length: Math.ceil(count / 25) }, () => ({
    plate: numbers.plate(),
    ways: chance.sample(geography.checkpoints, 3),
    hourOfDay: 6 + 14 * chance.next(),
  }));
  while (captures.length < count) {
    const { plate, ways, hourOfDay } = chance.pick(habits);
    const date = startOfDay(start + chance.next() * (end - start - day));
    pass(plate, chance.pick(ways), date + (hourOfDay + 0.6 * chance.normal()) * hour);
  }
  return inTimeOrder(captures);
}

export const inTimeOrder = (captures: readonly Capture[]): Capture[] =>
  captures.toSorted((a, b) => a.at - b.at || (a.plate < b.plate ? -1 : 1));
