// Meetings against a plain double loop, lists in common, and the page of one number.
import { expect, it } from "vitest";
import { seededRandom } from "../../../shared/random.ts";
import { profileCalls } from "../../../shared/trace/callProfile.ts";
import type { CallRecords } from "../../../shared/trace/callRecords.ts";
import { collideSets } from "../../../shared/trace/collide.ts";
import { collectSightings, type Sighting } from "../../../shared/trace/meet/sightings.ts";
import { findMeetings as findMeetingsOf, type Meeting, type MeetOptions } from "../../../shared/trace/meet.ts";
import { findMeetingsSlowly } from "./slowMeet.ts";

const hour = 3_600_000;
const near = new Map<number, readonly number[]>();

const findMeetings = (sightings: readonly Sighting[], options: MeetOptions): Meeting[] =>
  findMeetingsOf(collectSightings(sightings, sightings.length), options);

function randomSightings(seed: number): Sighting[] {
  const random = seededRandom(seed);
  const pick = (count: number) => Math.floor(random() * count);
  return Array.from({ length: 60 }, () => {
    const from = pick(300) * hour;
    return { subject: pick(8), place: pick(5), from, until: from + pick(3) * hour };
  });
}

it("finds the pairs that a plain double loop finds", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const sightings = randomSightings(seed);
    const within = hour / 2;
    const wanted = new Set<string>();
    for (const one of sightings)
      for (const other of sightings)
        if (
          one.subject < other.subject &&
          one.place === other.place &&
          one.from <= other.until + within &&
          other.from <= one.until + within
        )
          wanted.add(`${one.subject} ${other.subject}`);
    const found = findMeetings(sightings, { within, min: 1, near });
    expect(found.map(({ a, b }) => `${a} ${b}`).sort(), `draw ${seed}`).toEqual([...wanted].sort());
  }
});

it("finds what a slow, obvious program finds: episodes, bits and order, near places joined, in one part or in many", () => {
  const joined = new Map([
    [0, [0, 3]],
    [3, [0, 3, 4]],
    [4, [3, 4]],
  ]);
  for (let seed = 1; seed <= 40; seed++) {
    const sightings = randomSightings(seed);
    for (const min of [1, 2, 4])
      for (const within of [0, hour / 2, 3 * hour]) {
        const options = { within, min, near: joined };
        const slow = findMeetingsSlowly(sightings, options);
        expect(findMeetings(sightings, options), `draw ${seed}, at least ${min} within ${within}`).toEqual(slow);
        expect(findMeetings(sightings, { ...options, mostHeld: 50 }), `draw ${seed} in parts`).toEqual(slow);
      }
  }
});

it("does not depend on the order in which sightings are read, nor on whole milliseconds", () => {
  const sightings = randomSightings(7).map((sighting) => ({ ...sighting, from: sighting.from + 0.25, until: sighting.until + 0.25 }));
  const options = { within: hour, min: 1, near };
  expect(findMeetings(sightings.toReversed(), options)).toEqual(findMeetingsSlowly(sightings, options));
});

it("takes sightings close together for one episode and asks for as many as wanted", () => {
  const at = (subject: number, time: number): Sighting => ({ subject, place: 1, from: time * hour, until: time * hour });
  const sightings = [at(1, 0), at(2, 0), at(1, 0.5), at(2, 0.5), at(1, 48), at(2, 48)];
  const [meeting] = findMeetings(sightings, { within: hour / 4, min: 2, near });
  expect(meeting?.episodes.length).toBe(2);
  expect(findMeetings(sightings, { within: hour / 4, min: 3, near })).toEqual([]);
});

it("weighs a rare place more than one's own home, and joins places that lie near", () => {
  const stay = (subject: number, place: number, day: number): Sighting => ({
    subject,
    place,
    from: day * 24 * hour,
    until: (day * 24 + 1) * hour,
  });
  const habit = Array.from({ length: 100 }, (_, day) => stay(1, 1, day));
  const sightings = [...habit, stay(2, 1, 50), stay(1, 2, 120), stay(2, 3, 120)];
  const apart = findMeetings(sightings, { within: 0, min: 1, near });
  expect(apart[0]?.episodes.map(({ place }) => place)).toEqual([1]);
  const joined = findMeetings(sightings, {
    within: 0,
    min: 1,
    near: new Map([
      [2, [2, 3]],
      [3, [2, 3]],
    ]),
  });
  const [home, rare] = joined[0]!.episodes;
  expect(rare!.bits).toBeGreaterThan(home!.bits);
});

it("collides lists: most lists first, then the rarer kind", () => {
  const found = collideSets(
    [["phone:1", "phone:2", "account:1"], ["phone:1", "account:1"], ["phone:1"]],
    new Map([
      ["phone", 1_000],
      ["account", 10],
    ]),
    2,
  );
  expect(found.map(({ entity, in: lists }) => [entity, lists])).toEqual([
    ["phone:1", [0, 1, 2]],
    ["account:1", [0, 1]],
  ]);
  expect(found[0]!.rarityBits).toBeGreaterThan(found[1]!.rarityBits);
});

it("writes one page a number: both ways, weekday by hour, handsets in order, home tower, silences", () => {
  // Monday 4 May 2026, 10:00 local (UTC+8), then 23:00, then two days later.
  const monday = Date.UTC(2026, 4, 4, 2);
  const rows = [
    { at: monday, from: 0, to: 1, tower: 0, handset: 0 },
    { at: monday + 13 * hour, from: 1, to: 0, tower: 1, handset: 0 },
    { at: monday + 61 * hour, from: 0, to: 2, tower: 1, handset: 1 },
  ];
  const records: CallRecords = {
    count: 3,
    phones: 3,
    utcOffset: 480,
    at: Float64Array.from(rows, ({ at }) => at),
    from: Int32Array.from(rows, ({ from }) => from),
    to: Int32Array.from(rows, ({ to }) => to),
    seconds: Int32Array.from([60, 30, -1]),
    owner: Int32Array.from([0, 0, 0]),
    tower: Int32Array.from(rows, ({ tower }) => tower),
    handset: Int32Array.from(rows, ({ handset }) => handset),
  };
  const profile = profileCalls(records, 0, { since: null, until: null });
  expect(profile.contacts.map(({ phone, outgoing, incoming, seconds }) => [phone, outgoing, incoming, seconds])).toEqual([
    [1, 1, 1, 90],
    [2, 1, 0, 0],
  ]);
  expect(profile.bothWays).toBe(1);
  expect([profile.hours[0]![10], profile.hours[0]![23], profile.hours[2]![23]]).toEqual([1, 1, 1]);
  expect(profile.handsets.map(({ handset, calls }) => [handset, calls])).toEqual([
    [0, 2],
    [1, 1],
  ]);
  expect(profile.homeTower).toBe(1);
  expect(profile.silences).toEqual([{ from: monday + 13 * hour, until: monday + 61 * hour }]);
  expect(profileCalls(records, 0, { since: monday + hour, until: null }).calls).toBe(2);
});
