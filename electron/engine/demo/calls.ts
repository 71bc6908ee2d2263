// Call records: offenders' numbers with the handsets they were used in, and the everyday talk of everybody else.

import { publicNumbers } from "./cases.ts";
import type { Chance } from "./chance.ts";
import { day, minute, startOfDay } from "./clock.ts";
import type { Call, CaseDraft, Line, Person, Tower } from "./model.ts";
import type { Offenders } from "./offenders.ts";
import { nearestTower, scatterPoint } from "./places.ts";
import { callRing, type Dial } from "./ringCalls.ts";
import type { World } from "./world.ts";

interface Log {
  readonly world: World;
  readonly calls: Call[];
}

function secondsOf(chance: Chance): number {
  return chance.happens(0.12) ? 0 : Math.max(3, Math.round(55 * Math.exp(chance.normal())));
}

function towerFor(world: World, line: Line): Tower {
  const point = world.chance.happens(0.75) ? line.home : scatterPoint(world.chance, line.home, 0.02);
  return nearestTower(world.geography.towers, point);
}

function dialOnce(log: Log, line: Line, other: string, at: number, isOutgoing: boolean): void {
  log.calls.push({
    at: Math.round(at / 1000) * 1000,
    line,
    other,
    isOutgoing,
    seconds: secondsOf(log.world.chance),
    tower: towerFor(log.world, line),
  });
}

/** Calls spread over a line's life, within waking hours, to contacts of which the first are the most frequent. */
function talk(log: Log, line: Line, contacts: readonly string[], count: number): void {
  const { chance } = log.world;
  for (let i = 0; i < count; i++) {
    const other = contacts[Math.floor(contacts.length * chance.next() ** 2)]!;
    const date = startOfDay(line.from + chance.next() * Math.max(day, line.until - line.from - day));
    const at = date + Math.round((8 + 14 * chance.next()) * 60) * minute;
    if (at > line.from && at < line.until) dialOnce(log, line, other, at, chance.happens(0.55));
  }
}

function callVictims(log: Log, draft: CaseDraft): void {
  const { chance } = log.world;
  for (const line of draft.lines) {
    const count = chance.int(2, 6);
    for (let i = 0; i < count; i++)
      dialOnce(
        log,
        line,
        draft.victim.phone,
        draft.at + ((draft.until - draft.at) * i) / count + chance.int(0, 300) * 1000,
        chance.happens(0.85),
      );
  }
}

const lineOf = (world: World, person: Person): Line => ({
  phone: person.phone,
  imei: person.imei,
  imsi: person.imsi,
  from: world.start,
  until: world.end,
  home: person.home,
});

function callRings(log: Log, cases: readonly CaseDraft[], offenders: Offenders, couriers: readonly string[]): void {
  const { world } = log;
  const changed = new Set(offenders.numberChanges.map((change) => change.person));
  const dial: Dial = (line, other, at, isOutgoing) => dialOnce(log, line, other, at, isOutgoing);
  for (const ring of offenders.rings) {
    callRing({ world, dial, cases, couriers, changed }, ring);
    const head = ring.members.find(({ role }) => role === "caller")?.person;
    for (const series of ring.series) {
      const crew = [...series.persons.filter((person) => !changed.has(person)), ...(head ? [head] : [])];
      callSeries(
        log,
        series.callers,
        crew.map(({ phone }) => phone),
      );
    }
  }
}

/** All lines of a series talk to the same few people of the ring, besides the numbers they try; one man's lines to his friends too. */
function callSeries(log: Log, lines: readonly Line[], crew: readonly string[]): void {
  const { chance, numbers } = log.world;
  const friends = () => Array.from({ length: 5 }, () => numbers.mobile());
  const byHandset = new Map(lines.map(({ imei }) => [imei, friends()]));
  for (const line of lines) {
    talk(log, line, [...crew, ...byHandset.get(line.imei)!], chance.int(20, 45));
    talk(
      log,
      line,
      Array.from({ length: chance.int(20, 70) }, () => numbers.mobile()),
      chance.int(20, 50),
    );
  }
}

function callOrdinary(log: Log, cases: readonly CaseDraft[], couriers: readonly string[]): void {
  const { chance, numbers } = log.world;
  for (const draft of cases) {
    if (!chance.happens(0.14)) continue;
    const contacts = [
      ...Array.from({ length: chance.int(10, 30) }, () => numbers.mobile()),
      ...chance.sample(publicNumbers, 3),
      ...chance.sample(couriers, 2),
    ];
    talk(log, lineOf(log.world, draft.victim), contacts, chance.int(80, 260));
  }
}

export function createCalls(world: World, cases: readonly CaseDraft[], offenders: Offenders): Call[] {
  const log: Log = { world, calls: [] };
  for (const draft of cases) callVictims(log, draft);
  const couriers = Array.from({ length: 25 }, () => world.numbers.mobile());
  callRings(log, cases, offenders, couriers);
  for (const draft of cases) if (draft.series === null || draft.thin === "handset") callSeries(log, draft.lines, []);
  callOrdinary(log, cases, couriers);
  return log.calls.sort((a, b) => a.at - b.at || (a.line.phone < b.line.phone ? -1 : 1));
}
