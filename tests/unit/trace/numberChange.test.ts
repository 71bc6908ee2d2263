// People who change numbers on one day, some of whom call only each other, among hundreds who do not.
import { expect, it } from "vitest";
import { seededRandom } from "../../../shared/random.ts";
import type { CallRecords } from "../../../shared/trace/callRecords.ts";
import { findChanges } from "../../../shared/trace/numberChange/findChanges.ts";
import { judgeJointly } from "../../../shared/trace/numberChange/judgeJointly.ts";

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

const likeness = (score: number) => ({ contacts: score, sharedContacts: [], towers: null, hasSameHandset: false, hours: 0, score });
const change = (old: number, fresh: number, score: number, at: number, isAssigned = true) => ({
  ...{ old, fresh, at, isAssigned, isOldStillUsed: false },
  likeness: likeness(score),
});

it("gives a number to one person over all days, and says what a second choice lost to", () => {
  // Days 1 and 2 both want 10; day 3 wants another successor for 1; 3 is judged on one day and better, unjudged, on another.
  const judged = judgeJointly([
    change(1, 10, 0.8, 1),
    change(2, 10, 0.9, 2),
    change(2, 11, 0.4, 2, false),
    change(1, 12, 0.3, 3),
    change(3, 13, 0.5, 4),
    change(3, 13, 0.6, 5, false),
  ]);
  expect(judged.map(({ old, fresh, at, isAssigned, rivalOld, rivalFresh }) => [old, fresh, at, isAssigned, rivalOld, rivalFresh])).toEqual([
    [2, 10, 2, true, null, null],
    [3, 13, 4, true, null, null],
    [1, 12, 3, true, null, null],
    [1, 10, 1, false, 2, 12],
    [2, 11, 2, false, null, 10],
  ]);
});

it("never names a successor twice, nor two for one number, whatever the days bring", () => {
  for (let seed = 1; seed <= 50; seed++) {
    const random = seededRandom(seed);
    const found = Array.from({ length: 60 }, (_, day) =>
      change(Math.floor(random() * 12), 100 + Math.floor(random() * 12), random(), day, random() < 0.7),
    );
    const judged = judgeJointly(found);
    const assigned = judged.filter(({ isAssigned }) => isAssigned);
    expect(new Set(assigned.map(({ old }) => old)).size).toBe(assigned.length);
    expect(new Set(assigned.map(({ fresh }) => fresh)).size).toBe(assigned.length);
    // Nobody is passed over for a worse pair: who lost, lost to one at least as likely.
    const scoreOf = new Map(
      assigned.flatMap(({ old, fresh, likeness: { score } }) => [[`old ${old}`, score] as const, [`fresh ${fresh}`, score] as const]),
    );
    const wanted = found.filter(({ isAssigned }) => isAssigned);
    const worse = wanted.filter(
      ({ old, fresh, likeness: { score } }) => Math.max(scoreOf.get(`old ${old}`) ?? 0, scoreOf.get(`fresh ${fresh}`) ?? 0) < score,
    );
    expect(worse).toEqual([]);
    expect(judged.length).toBe(new Set(found.map(({ old, fresh }) => `${old} ${fresh}`)).size);
  }
});

it("judges two changes of one person on two days as two changes, each number one predecessor and one successor", () => {
  const { calls, truth } = plant(7, 5);
  // Everybody who changed on day 7 changes once more, three weeks on, and calls the same people.
  const later = calls.map(({ at, from, to }) => {
    const again = (phone: number) => (phone >= people && phone < people + 10 ? phone + 10 : phone);
    return { at: at + 21 * day, from: again(truth.get(from) ?? from), to: again(truth.get(to) ?? to) };
  });
  const { changes } = findChanges(recordsOf([...calls, ...later], people + 20), null);
  const assigned = changes.filter(({ isAssigned }) => isAssigned);
  expect(new Set(assigned.map(({ old }) => old)).size).toBe(assigned.length);
  expect(new Set(assigned.map(({ fresh }) => fresh)).size).toBe(assigned.length);
});

it("lets no hotline take part", () => {
  const { calls } = plant(2, 5);
  const { changes } = findChanges(recordsOf(calls, people + 20), switchDay * day, (phone) => phone === people + 1);
  expect(changes.filter(({ old, fresh }) => old === people + 1 || fresh === people + 1)).toEqual([]);
});
