// Who stayed with whom: on small places by hand, on random ones against looking at every two stays.
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../shared/random.ts";
import { closenessBits, listCloseness } from "../../../shared/trace/stays/closeness.ts";
import { findCoStays } from "../../../shared/trace/stays/coStays.ts";
import { measurePlace, type PlaceHabit, type Sojourn } from "../../../shared/trace/stays/placeHabits.ts";
import { areNeighbours } from "../../../shared/trace/stays/seats.ts";

const hour = 3_600_000;
const noon = Date.parse("2026-03-01T12:00:00+08:00");

const aStay = (person: number, fromHours: number, untilHours: number, room: string, place = 100): Sojourn => ({
  person,
  place,
  room,
  at: noon + fromHours * hour,
  until: noon + untilHours * hour,
  isEndTold: true,
  utcOffset: 480,
});

const habitsOf = (stays: readonly Sojourn[], cafes: readonly number[] = []): Map<number, PlaceHabit> =>
  new Map([...Map.groupBy(stays, ({ place }) => place)].map(([place, own]) => [place, measurePlace(own, cafes.includes(place))]));

/** Guests of other rooms over many nights: what the place is used to. */
const strangers = (place = 100) =>
  Array.from({ length: 200 }, (_, i) =>
    aStay(1000 + i, Math.floor(i / 4) * 24 + (i % 10), Math.floor(i / 4) * 24 + 20, `R${i % 40}`, place),
  );

it("knows neighbours by row and number", () => {
  expect([
    areNeighbours("A012", "A013"),
    areNeighbours("A012", "B013"),
    areNeighbours("12号", "11号"),
    areNeighbours("A1", "A3"),
    areNeighbours("", ""),
  ]).toEqual([true, false, true, false, false]);
});

describe("measurePlace", () => {
  it("counts what looking at every two stays counts", () => {
    const random = seededRandom(5);
    const stays = Array.from({ length: 120 }, (_, i) => {
      const from = random() * 200;
      return aStay(i, from, from + 1 + random() * 30, `${Math.floor(random() * 12)}`);
    });
    let [pairs, roomPairs] = [0, 0];
    for (const [i, a] of stays.entries())
      for (const b of stays.slice(i + 1)) {
        if (Math.max(a.at, b.at) >= Math.min(a.until, b.until)) continue;
        pairs += 1;
        if (a.room === b.room) roomPairs += 1;
      }
    expect(measurePlace(stays, false)).toMatchObject({ pairs, roomPairs, stays: 120 });
  });
});

describe("closeness", () => {
  it("is rarer where the place seldom sees it, and counts what depends on it by a quarter", () => {
    const [a, b] = [aStay(1, 8, 20, "301"), aStay(2, 8.05, 20.1, "301")];
    const seldom = measurePlace([...strangers(), a, b], false);
    const found = listCloseness(a, b, seldom);
    expect(found.map(({ kind }) => kind).sort()).toEqual(["arrived", "left", "same-room"]);
    expect(closenessBits(found)).toBeCloseTo(found[0]!.bits + (found[1]!.bits + found[2]!.bits) / 4, 9);
    const couples = strangers().flatMap((stay) => [stay, { ...stay, person: stay.person + 5000 }]);
    const often = listCloseness(a, b, measurePlace([...couples, a, b], false));
    const roomOf = (list: typeof found) => list.find(({ kind }) => kind === "same-room")!.bits;
    expect(roomOf(often)).toBeLessThan(roomOf(found) - 1);
  });

  it("says nothing of an end that nobody told, nor of a seat in a hotel", () => {
    const [a, b] = [{ ...aStay(1, 8, 20, "301"), isEndTold: false }, aStay(2, 12, 20, "302")];
    expect(listCloseness(a, b, measurePlace([a, b], false))).toEqual([]);
    expect(
      listCloseness(aStay(1, 8, 20, "A1"), aStay(2, 12, 30, "A2"), measurePlace([...strangers(), a, b], true)).map(({ kind }) => kind),
    ).toEqual(["next-seat"]);
  });
});

describe("findCoStays", () => {
  const together = [
    aStay(1, 8, 20, "301"),
    aStay(2, 8.1, 20, "301"),
    aStay(1, 200, 212, "A1", 200),
    aStay(2, 200, 212, "A2", 200),
    aStay(3, 9, 18, "302"),
  ];
  const stays = [...together, ...strangers(), ...strangers(200)];

  it("adds up the nights of a pair and puts the closest first", () => {
    const [first] = findCoStays(stays, habitsOf(stays, [200]), new Set([1]));
    expect([first!.a, first!.b, first!.nights.map(({ place }) => place)]).toEqual([1, 2, [100, 200]]);
    expect(first!.bits).toBeCloseTo(
      first!.nights.reduce((sum, { bits }) => sum + bits, 0),
      9,
    );
    expect(first!.nights[1]!.closeness.map(({ kind }) => kind)).toContain("next-seat");
  });

  it("gives of somebody exactly the pairs that it gives of all", () => {
    const habits = habitsOf(stays, [200]);
    const all = findCoStays(stays, habits, null).filter(({ a, b }) => a === 3 || b === 3);
    expect(findCoStays(stays, habits, new Set([3]))).toEqual(all);
    expect(all.length).toBeGreaterThan(2);
  });

  it("does not put together who left when the other came", () => {
    const apart = [aStay(1, 0, 10, "301"), aStay(2, 10, 20, "301")];
    expect(findCoStays(apart, habitsOf(apart), null)).toEqual([]);
  });
});
