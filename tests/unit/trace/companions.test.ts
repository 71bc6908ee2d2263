// Who follows whom, and days against the own habit: against slow, obvious programs on random sightings, and planted ones among much traffic.
import { expect, it } from "vitest";
import { seededRandom } from "../../../shared/random.ts";
import { type FollowOptions, findFollowers } from "../../../shared/trace/meet/follow.ts";
import { findUnusualDays } from "../../../shared/trace/meet/habits.ts";
import { collectSightings, placeSightings, type Sighting } from "../../../shared/trace/meet/sightings.ts";
import { lookAhead } from "../../../shared/trace/meet/steps.ts";
import { weighEncounters } from "../../../shared/trace/meet.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const utcOffset = 480;

function randomSightings(seed: number, count: number, subjects: number, places: number): Sighting[] {
  const random = seededRandom(seed);
  const pick = (below: number) => Math.floor(random() * below);
  const seen = new Map<string, Sighting>();
  for (let i = 0; i < count; i++) {
    const from = pick(600) * 5 * minute;
    const sighting = { subject: pick(subjects), place: pick(places), from, until: from };
    seen.set(`${sighting.subject} ${sighting.place} ${from}`, sighting);
  }
  return [...seen.values()];
}

/** Bits of first encounters are those of meetings, which have a twin of their own. */
function encounterBits(sightings: readonly Sighting[], within: number) {
  const placed = placeSightings(collectSightings(sightings, sightings.length));
  const bitsOf = weighEncounters(placed, { within });
  const find = ({ subject, place, from }: Sighting) =>
    placed.subject.findIndex((each, i) => each === subject && placed.place[i] === place && placed.from[i] === from);
  return (one: Sighting, other: Sighting) => bitsOf(find(one), find(other));
}

function stepChance(sightings: readonly Sighting[], gap: number, pair: readonly number[], begin: number, end: number): number {
  const ways = Map.groupBy(
    sightings.toSorted((x, y) => x.from - y.from || x.place - y.place),
    ({ subject }) => subject,
  );
  let [visits, reached] = [0, 0];
  for (const [subject, way] of ways) {
    if (pair.includes(subject)) continue;
    for (const [i, visit] of way.entries()) {
      if (visit.place !== begin) continue;
      visits += 1;
      if (way.slice(i + 1, i + 1 + lookAhead).some((next) => next.place === end && next.from - visit.from <= gap)) reached += 1;
    }
  }
  const share = sightings.filter(({ place }) => place === end).length / sightings.length;
  return (reached + share) / (visits + 1);
}

function followSlowly(sightings: readonly Sighting[], { within, gap, places }: FollowOptions) {
  const bitsOf = encounterBits(sightings, within);
  const subjects = [...new Set(sightings.map(({ subject }) => subject))].sort((a, b) => a - b);
  const of = (subject: number) => sightings.filter((one) => one.subject === subject);
  const lines = subjects.flatMap((a) =>
    subjects
      .filter((b) => b > a)
      .flatMap((b) => {
        const met = of(a).flatMap((one) =>
          of(b)
            .filter((other) => other.place === one.place && Math.abs(other.from - one.from) <= within)
            .map((other) => ({ one, other })),
        );
        met.sort((x, y) => x.one.from - y.one.from || x.other.from - y.other.from || x.one.place - y.one.place);
        const journeys: (typeof met)[] = [];
        for (const each of met) {
          const last = journeys.at(-1)?.at(-1);
          if (!last || each.one.from - last.one.from > gap) journeys.push([each]);
          else if (each.one.place !== last.one.place && each.other.from >= last.other.from) journeys.at(-1)!.push(each);
        }
        const long = journeys.filter((journey) => new Set(journey.map(({ one }) => one.place)).size >= places);
        if (long.length === 0) return [];
        const used: string[] = [];
        const counts = (key: string) => used.push(key) && used.filter((one) => one === key).length <= 3;
        let bits = 0;
        for (const journey of long) {
          if (counts(`${journey[0]!.one.place}`)) bits += bitsOf(journey[0]!.one, journey[0]!.other);
          for (const [i, { one }] of journey.slice(1).entries()) {
            const before = journey[i]!.one.place;
            if (!counts(`${before}-${one.place}`)) continue;
            bits += Math.min(12, Math.max(0, -Math.log2(stepChance(sightings, gap, [a, b], before, one.place))));
          }
        }
        return [{ pair: `${a} ${b}`, bits, stops: long.map((journey) => journey.map(({ one }) => one.place)) }];
      }),
  );
  return lines.sort((x, y) => (x.pair < y.pair ? -1 : 1));
}

it("finds the pairs, places and bits that a slow, obvious program finds", () => {
  let lines = 0;
  for (let seed = 1; seed <= 30; seed++) {
    const sightings = randomSightings(seed, 220, 6, 4);
    for (const [within, gap, places] of [
      [5 * minute, 3 * hour, 2],
      [20 * minute, 8 * hour, 3],
    ] as const) {
      const options = { within, gap, places, near: new Map() };
      const found = findFollowers(collectSightings(sightings, sightings.length), options).map(({ a, b, bits, journeys }) => ({
        pair: `${Math.min(a, b)} ${Math.max(a, b)}`,
        bits: Number(bits.toFixed(6)),
        stops: journeys.map(({ stops }) => stops.map(({ place }) => place)),
      }));
      const slow = followSlowly(sightings, options).map((line) => ({ ...line, bits: Number(line.bits.toFixed(6)) }));
      expect(
        found.sort((x, y) => (x.pair < y.pair ? -1 : 1)),
        `draw ${seed}`,
      ).toEqual(slow);
      lines += slow.length;
    }
  }
  expect(lines).toBeGreaterThan(100);
});

/** 300 cars that drive along one of twenty roads of five places, half of them along the main road; number 900 follows 901 along an odd way. */
function traffic(seed: number): Sighting[] {
  const random = seededRandom(seed);
  const pick = (below: number) => Math.floor(random() * below);
  const roads = Array.from({ length: 20 }, (_, road) => Array.from({ length: 5 }, (_, i) => (road * 3 + i * 7) % 40));
  const drive = (subject: number, road: readonly number[], start: number): Sighting[] =>
    road.map((place, i) => ({ subject, place, from: start + i * 6 * minute, until: start + i * 6 * minute }));
  const many = Array.from({ length: 4_000 }, () => drive(pick(300), roads[random() < 0.5 ? 0 : pick(20)]!, pick(30 * 24 * 60) * minute));
  const odd = [3, 19, 28, 36];
  const planted = [2 * day, 9 * day].flatMap((start) => [
    ...drive(901, odd, start + 10 * hour),
    ...drive(900, odd, start + 10 * hour + 2 * minute),
  ]);
  return [...many.flat(), ...planted];
}

it("puts the one that follows first, says who drives ahead and by how much, and finds nobody where nobody follows", () => {
  for (let seed = 1; seed <= 3; seed++) {
    const sightings = traffic(seed);
    const options = { within: 5 * minute, gap: 2 * hour, places: 4, near: new Map() };
    const [first] = findFollowers(collectSightings(sightings, sightings.length), options);
    expect(first, `draw ${seed}`).toMatchObject({ a: 901, b: 900, places: 4, behind: 1, lag: 2 * minute });
    expect(first!.journeys.map(({ stops }) => stops.length)).toEqual([4, 4]);
    const alone = sightings.filter(({ subject }) => subject !== 900);
    const others = findFollowers(collectSightings(alone, alone.length), options);
    expect(others.some(({ a, b }) => a === 901 || b === 901)).toBe(false);
    expect(Math.max(0, ...others.map(({ bits }) => bits))).toBeLessThan(first!.bits);
  }
});

function unusualSlowly(sightings: readonly Sighting[], least: { sightings: number; days: number }) {
  const dayOf = (one: Sighting) => Math.floor((one.from + 8 * hour) / day);
  const hourOf = (one: Sighting) => Math.floor(((one.from + 8 * hour) % day) / hour);
  const touches = (one: Sighting, at: number) => {
    const apart = Math.min((hourOf(one) - at + 24) % 24, (at - hourOf(one) + 24) % 24);
    return apart === 0 ? 0.5 : apart === 1 ? 0.25 : 0;
  };
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const found = new Map<string, number>();
  for (const one of sightings) {
    const own = sightings.filter(({ subject }) => subject === one.subject);
    if (own.length < least.sightings || new Set(own.map(dayOf)).size < least.days) continue;
    const others = own.filter((other) => dayOf(other) !== dayOf(one));
    const isWeekend = (other: Sighting) => [0, 6].includes(new Date(other.from + 8 * hour).getUTCDay());
    const alike = (other: Sighting) => isWeekend(other) === isWeekend(one);
    const clockHours = Array.from({ length: 24 }, (_, at) => at);
    const timesAt = (list: readonly Sighting[], at: number) => sum(list.map((other) => touches(other, at)));
    const shareAt = (list: readonly Sighting[], at: number, expected: number, weight = 4) =>
      (timesAt(list, at) + weight * expected) / (list.length + weight);
    const every = clockHours.map((at) => timesAt(sightings, at) / sightings.length);
    const everyAlike = clockHours.map((at) => shareAt(sightings.filter(alike), at, every[at]!));
    const moved = clockHours.map((at) => (every[at] === 0 ? 0 : (shareAt(others, at, every[at]!) * everyAlike[at]!) / every[at]!));
    const everyHour = everyAlike[hourOf(one)]!;
    const ownHour = shareAt(others.filter(alike), hourOf(one), moved[hourOf(one)]! / sum(moved), 1);
    const timesOf = (place: number) => others.filter((other) => other.place === place).length;
    const places = [...new Set(others.map(({ place }) => place))];
    const share = (place: number) => sightings.filter((other) => other.place === place).length / sightings.length;
    const isNew = (places.filter((place) => timesOf(place) === 1).length + 1) / (others.length + 2);
    const ownPlace = places.includes(one.place)
      ? ((1 - isNew) * timesOf(one.place)) / others.length
      : (isNew * share(one.place)) / Math.max(share(one.place), 1 - sum(places.map(share)));
    const bits = Math.log2(everyHour / ownHour) + Math.log2(share(one.place) / ownPlace);
    const key = `${one.subject} ${dayOf(one)}`;
    found.set(key, Math.max(found.get(key) ?? -99, bits));
  }
  return found;
}

it("gives every day the bits that a slow, obvious program gives it", () => {
  for (let seed = 1; seed <= 10; seed++) {
    const sightings = randomSightings(seed, 160, 5, 6);
    const slow = unusualSlowly(sightings, { sightings: 10, days: 2 });
    const found = findUnusualDays(collectSightings(sightings, sightings.length), { sightings: 10, days: 2, bits: -99, utcOffset });
    expect(found.length).toBe(slow.size);
    for (const { subject, at, bits } of found)
      expect(bits, `draw ${seed}`).toBeCloseTo(slow.get(`${subject} ${Math.floor((at + 8 * hour) / day)}`)!, 9);
  }
});

it("finds the night on which a commuter was far away, and leaves alone who is somewhere else every day", () => {
  const random = seededRandom(4);
  const pick = (below: number) => Math.floor(random() * below);
  const at = (date: number, clock: number) => Date.UTC(2026, 4, 1) - 8 * hour + date * day + clock * hour + pick(50) * minute;
  const see = (subject: number, place: number, from: number): Sighting => ({ subject, place, from, until: from });
  const commuters = Array.from({ length: 30 }, (_, subject) =>
    Array.from({ length: 40 }, (_, date) => [see(subject, subject % 5, at(date, 8)), see(subject, 5 + (subject % 3), at(date, 18))]).flat(),
  ).flat();
  const taxi = Array.from({ length: 40 }, (_, date) => Array.from({ length: 4 }, () => see(99, pick(400), at(date, pick(24))))).flat();
  const strangers = Array.from({ length: 300 }, () => see(100 + pick(60), 9, at(pick(40), 2)));
  const sightings = [...commuters, ...taxi, ...strangers, see(7, 9, at(20, 2))];
  const found = findUnusualDays(collectSightings(sightings, sightings.length), { sightings: 20, days: 10, bits: 4, utcOffset });
  expect(found[0]).toMatchObject({ subject: 7, place: 9, onDay: 3, hours: [8, 18] });
  expect(found[0]!.hourBits).toBeGreaterThan(2);
  expect(found[0]!.placeBits).toBeGreaterThan(3);
  expect(found.filter(({ subject }) => subject === 99)).toEqual([]);
});

it("holds a Sunday against the other weekends: night shifts of the week are no excuse for it, and none of theirs is unusual", () => {
  const saturday = Date.UTC(2026, 4, 2) - 8 * hour;
  const isWeekend = (date: number) => date % 7 < 2;
  const see = (subject: number, date: number, clock: number): Sighting => {
    const from = saturday + date * day + clock * hour;
    return { subject, place: 1, from, until: from };
  };
  const dates = Array.from({ length: 56 }, (_, date) => date);
  const many = Array.from({ length: 40 }, (_, subject) =>
    dates.map((date) => see(100 + subject, date, (subject * 5 + date * 7) % 24)),
  ).flat();
  const guard = dates.filter((date) => date !== 29).map((date) => see(7, date, isWeekend(date) ? 14 : 2));
  const sightings = [...many, ...guard, see(7, 29, 2)];
  const found = findUnusualDays(collectSightings(sightings, sightings.length), { sightings: 20, days: 10, bits: 0.5, utcOffset });
  expect(found.filter(({ subject }) => subject === 7)).toMatchObject([
    { at: saturday + 29 * day + 2 * hour, hours: [14, 14], hoursOf: "weekend" },
  ]);
});
