// People who change numbers on one day, some of whom call only each other, among hundreds who do not.
import { expect, it } from "vitest";
import { seededRandom } from "../../../shared/random.ts";
import type { CallRecords } from "../../../shared/trace/callRecords.ts";
import { findChanges } from "../../../shared/trace/numberChange/findChanges.ts";

const day = 86_400_000;
const [people, days, switchDay] = [400, 10, 7];

interface Call {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The first `changing` people change; person 0 calls only the others who do. The new number of p is people + p. */
function plant(seed: number, changing: number): { calls: Call[]; truth: Map<number, number> } {
  const random = seededRandom(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const closed = Array.from({ length: changing - 1 }, (_, i) => i + 1);
  const friends = Array.from({ length: people }, (_, person) =>
    person === 0 ? closed : Array.from({ length: 6 }, () => 1 + pick(people - 1)),
  );
  const numberOn = (person: number, date: number) => (person < changing && date >= switchDay ? people + person : person);
  const calls: Call[] = [];
  for (let date = 0; date < days; date++)
    for (let person = 0; person < people; person++)
      for (let n = 0; n < 5; n++) {
        const isFriend = person === 0 || random() < 0.9;
        const other = isFriend ? friends[person]![pick(friends[person]!.length)]! : 1 + pick(people - 1);
        if (other !== person) calls.push({ at: date * day + pick(day), from: numberOn(person, date), to: numberOn(other, date) });
      }
  calls.sort((a, b) => a.at - b.at);
  return { calls, truth: new Map(Array.from({ length: changing }, (_, person) => [person, people + person])) };
}

function recordsOf(calls: readonly Call[], phones: number): CallRecords {
  const none = () => new Int32Array(calls.length).fill(-1);
  return {
    count: calls.length,
    phones,
    at: Float64Array.from(calls, ({ at }) => at),
    from: Int32Array.from(calls, ({ from }) => from),
    to: Int32Array.from(calls, ({ to }) => to),
    seconds: none(),
    owner: none(),
    tower: none(),
    handset: none(),
    utcOffset: 480,
  };
}

function firstOf(calls: readonly Call[], at: number | null): Map<number, number> {
  const first = new Map<number, number>();
  for (const { old, fresh } of findChanges(recordsOf(calls, people + 20), at).changes) if (!first.has(old)) first.set(old, fresh);
  return first;
}

it("finds all five successors on a given day, the one who calls only the others included", () => {
  for (let seed = 1; seed <= 8; seed++) {
    const { calls, truth } = plant(seed, 5);
    const first = firstOf(calls, switchDay * day);
    expect(
      [...truth].filter(([old, fresh]) => first.get(old) !== fresh),
      `draw ${seed}`,
    ).toEqual([]);
  }
});

it("names no successor for numbers that go on as before", () => {
  const { calls, truth } = plant(3, 5);
  const assigned = findChanges(recordsOf(calls, people + 20), switchDay * day).changes.filter(({ isAssigned }) => isAssigned);
  expect(assigned.every(({ old }) => truth.has(old))).toBe(true);
});

it("counts the handset that both used", () => {
  const { calls } = plant(5, 5);
  const base = recordsOf(calls, people + 20);
  const owner = Int32Array.from(calls, ({ from }) => from);
  const handset = Int32Array.from(calls, ({ from }) => (from === 1 || from === people + 1 ? 7 : -1));
  const found = findChanges({ ...base, owner, handset }, switchDay * day).changes.find(({ old }) => old === 1);
  expect(found?.fresh).toBe(people + 1);
  expect(found?.likeness.hasSameHandset).toBe(true);
});
