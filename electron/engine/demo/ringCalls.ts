// Who in a ring calls whom: the organiser everybody of rank, the recruiter those whose cards and numbers he buys, the supplier from the handsets
// that he hands out. Bills of some members only; their private calls beside it.

import type { Chance } from "./chance.ts";
import { day, hour, minute, startOfDay } from "./clock.ts";
import type { CaseDraft, Line, Person, Ring, RingRole, Series } from "./model.ts";
import type { World } from "./world.ts";

/** Dials once: the row stands on the bill of `line`. */
export type Dial = (line: Line, other: string, at: number, isOutgoing: boolean) => void;

export interface RingTalk {
  readonly world: World;
  readonly dial: Dial;
  readonly cases: readonly CaseDraft[];
  /** Numbers that half the county calls now and then: deliveries, drivers. */
  readonly couriers: readonly string[];
  /** Those whose own number is a line of their series. */
  readonly changed: ReadonlySet<Person>;
}

interface Party {
  readonly phone: string;
  /** null: no bill was asked for. */
  readonly line: Line | null;
}

interface Span {
  readonly from: number;
  readonly until: number;
}

/** A time of day when people talk, inside the span. */
function timeWithin(chance: Chance, { from, until }: Span): number {
  const at = startOfDay(from + chance.next() * Math.max(1, until - from)) + Math.round((8 + 14 * chance.next()) * 60) * minute;
  return Math.min(Math.max(at, from), Math.max(from, until));
}

/** A call stands on the bill that there is; without one nobody knows of it. */
function chat({ world: { roles }, dial }: RingTalk, a: Party, b: Party, count: number, span: Span): void {
  for (let i = 0; i < count; i++) {
    const at = timeWithin(roles, span);
    const isOutgoing = roles.happens(0.55);
    if (a.line) dial(a.line, b.phone, at, isOutgoing);
    else if (b.line) dial(b.line, a.phone, at, !isOutgoing);
  }
}

const ownLine = (world: World, { phone, imei, imsi, home }: Person): Line => ({
  phone,
  imei,
  imsi,
  home,
  from: world.start,
  until: world.end,
});

/** A ring talks from some weeks before its first case until after its last. */
function spanOf({ start, end }: World, series: readonly Series[]): Span {
  const times = series.flatMap((one) => one.times);
  const first = times.reduce((least, at) => Math.min(least, at));
  const last = times.reduce((most, at) => Math.max(most, at));
  return { from: Math.max(start, first - 25 * day), until: Math.min(end, last + 8 * day) };
}

function seatMembers({ world, changed }: RingTalk, ring: Ring): Map<Person, Party> {
  const { roles } = world;
  return new Map(
    ring.members.map(({ person, role }) => {
      const isTraced = role === "technical support" || roles.happens(0.6);
      return [person, { phone: person.phone, line: isTraced && !changed.has(person) ? ownLine(world, person) : null }] as const;
    }),
  );
}

/** First strike with each account that the ring's cases name, by the number of its holder. */
function firstUses(cases: readonly CaseDraft[], ring: Ring): Map<string, number> {
  const uses = new Map<string, number>();
  for (const draft of cases) {
    if (draft.series === null || !ring.series.includes(draft.series)) continue;
    for (const { phone } of draft.payees) uses.set(phone, Math.min(uses.get(phone) ?? draft.at, draft.at));
  }
  return uses;
}

const before = ({ start }: World, at: number): Span => ({ from: Math.max(start, at - 20 * day), until: Math.max(start + hour, at - day) });

/** The recruiter talks with those who give their cards before money comes, and with those who sell him numbers. */
function recruit(talk: RingTalk, ring: Ring, recruiter: Party): void {
  const { world, cases } = talk;
  const { roles } = world;
  for (const [phone, at] of firstUses(cases, ring)) {
    if (!roles.happens(0.85)) continue;
    const bill = roles.happens(0.25) ? holderLine(world, phone) : null;
    chat(talk, recruiter, { phone, line: bill }, roles.int(2, 5), before(world, at));
  }
  for (const { person, lines } of ring.sales)
    chat(talk, recruiter, { phone: person.phone, line: null }, roles.int(2, 4), before(world, lines[0]!.from));
}

/** A card holder's bill: his handset is not known from elsewhere. */
function holderLine({ numbers, geography, start, end }: World, phone: string): Line {
  return { phone, imei: numbers.imei(), imsi: numbers.imsi("46000"), from: start, until: end, home: geography.centre };
}

/** Rank → how often he talks with whom. */
const ranks: readonly (readonly [RingRole, RingRole, number, number])[] = [
  ["organiser", "recruiter", 8, 20],
  ["organiser", "collector", 8, 20],
  ["organiser", "cash-out", 5, 12],
  ["organiser", "caller", 4, 10],
  ["organiser", "equipment supplier", 4, 10],
  ["organiser", "technical support", 4, 10],
  ["organiser", "executor", 6, 15],
  ["collector", "cash-out", 6, 15],
  ["equipment supplier", "caller", 2, 4],
];

function talkByRank(talk: RingTalk, ring: Ring, parties: ReadonlyMap<Person, Party>, span: Span): void {
  const { roles } = talk.world;
  const own = new Set(ring.series.flatMap((one) => one.persons));
  const heads = (role: RingRole) =>
    ring.members
      .filter((one) => one.role === role && (role === "executor" || !own.has(one.person)))
      .map(({ person }) => parties.get(person)!);
  for (const [first, second, least, most] of ranks)
    for (const a of heads(first)) for (const b of heads(second)) chat(talk, a, b, roles.int(least, most), span);
  const [collector] = heads("collector");
  if (collector)
    for (const { phone } of ring.series.flatMap((one) => one.secondLevel))
      if (phone !== collector.phone) chat(talk, collector, { phone, line: null }, roles.int(3, 8), span);
}

/** Callers of one series know each other and the ring's head caller; burglars talk among themselves. */
function talkInSeries(talk: RingTalk, ring: Ring, parties: ReadonlyMap<Person, Party>): void {
  const { world } = talk;
  const head = ring.members.find(({ role }) => role === "caller")?.person;
  for (const series of ring.series) {
    const span = spanOf(world, [series]);
    const crew = [...series.persons.map((person) => parties.get(person)!), ...(series.isFraud && head ? [parties.get(head)!] : [])];
    crew.forEach((a, i) => {
      for (const b of crew.slice(i + 1)) chat(talk, a, b, world.roles.int(4, 12), span);
    });
  }
}

/** Work handsets carry their users' own cards now and then, and the supplier's before they are handed out. */
function callFromHandsets(talk: RingTalk, ring: Ring): void {
  const { world, dial } = talk;
  const { roles, numbers } = world;
  const supplier = ring.members.find(({ role }) => role === "equipment supplier")?.person;
  for (const series of ring.series) {
    series.callers.forEach((line, i) => {
      const user = series.persons[i % series.persons.length];
      const span = { from: line.from, until: Math.min(line.until, series.times.at(-1)!) };
      const others = Array.from({ length: 2 }, () => numbers.mobile());
      if (user && user.phone !== line.phone && roles.happens(0.85))
        for (let n = roles.int(2, 5); n > 0; n--)
          dial({ ...ownLine(world, user), imei: line.imei }, roles.pick(others), timeWithin(roles, span), true);
      if (supplier && roles.happens(0.9))
        for (let n = roles.int(1, 2); n > 0; n--) {
          const at = Math.max(world.start + hour, line.from - roles.int(10, 70) * hour);
          dial({ ...ownLine(world, supplier), imei: line.imei }, others[0]!, at, true);
        }
    });
  }
}

/** Burglars carry their phones: a short call near the scene, now and then. */
function callNearScenes(talk: RingTalk, ring: Ring, parties: ReadonlyMap<Person, Party>): void {
  const { world, cases, dial } = talk;
  const { roles } = world;
  for (const draft of cases) {
    if (draft.series === null || draft.isFraud || !ring.series.includes(draft.series)) continue;
    for (const person of draft.series.persons) {
      const line = parties.get(person)?.line ?? ownLine(world, person);
      const mate = roles.pick(draft.series.persons.filter((one) => one !== person));
      if (mate && roles.happens(0.4))
        dial({ ...line, home: draft.place }, mate.phone, draft.at + roles.int(-40, 40) * minute, roles.happens(0.5));
    }
  }
}

function talkPrivately(talk: RingTalk, party: Party): void {
  const { world, couriers, dial } = talk;
  const { roles, numbers } = world;
  if (party.line === null) return;
  const own = [...Array.from({ length: roles.int(8, 20) }, () => numbers.mobile()), ...roles.sample(couriers, 2)];
  for (let i = roles.int(30, 80); i > 0; i--) {
    const other = own[Math.floor(own.length * roles.next() ** 2)]!;
    dial(party.line, other, timeWithin(roles, { from: world.start, until: world.end - day }), roles.happens(0.55));
  }
}

export function callRing(talk: RingTalk, ring: Ring): void {
  const parties = seatMembers(talk, ring);
  const recruiter = ring.members.find(({ role }) => role === "recruiter")?.person;
  talkByRank(talk, ring, parties, spanOf(talk.world, ring.series));
  talkInSeries(talk, ring, parties);
  if (recruiter) recruit(talk, ring, parties.get(recruiter)!);
  callFromHandsets(talk, ring);
  callNearScenes(talk, ring, parties);
  for (const party of parties.values()) talkPrivately(talk, party);
}
