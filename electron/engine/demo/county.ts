// One county's half-year, whole: the unit in which the demo scales. Every county has numbers, people and files of its own.
import { createCalls } from "./calls.ts";
import { createCases } from "./cases.ts";
import { type Chance, createChance } from "./chance.ts";
import { compactDateOf, day, spanDays, startOfDay } from "./clock.ts";
import { type Convoy, createConvoys, type OddNight } from "./convoys.ts";
import { createHomes, type Homes } from "./homes.ts";
import { createLogins, type Login } from "./logins.ts";
import type { Call, CaseDraft, Person } from "./model.ts";
import { createMoney, type Money } from "./money.ts";
import { type Capture, createCaptures, createStays, inTimeOrder, type Stay } from "./movements.ts";
import type { Numbers } from "./numbers.ts";
import { createOffenders, type Offenders } from "./offenders.ts";
import { createPerson } from "./people.ts";
import { createGeography } from "./places.ts";
import { createNetLogins, createSubscribers, createVehicleRegister, type NetLogin, type Registered } from "./ringThings.ts";
import { solveCases } from "./solve.ts";
import type { World } from "./world.ts";

export interface County extends World {
  readonly seed: number;
  readonly offenders: Offenders;
  readonly cases: readonly CaseDraft[];
  /** Cases that stand in the sheet a second time, under the incident number only. */
  readonly twins: readonly CaseDraft[];
  readonly money: Money;
  readonly calls: readonly Call[];
  readonly stays: readonly Stay[];
  readonly captures: readonly Capture[];
  readonly convoys: readonly Convoy[];
  readonly oddNights: readonly OddNight[];
  readonly logins: readonly Login[];
  readonly netLogins: readonly NetLogin[];
  readonly subscribers: readonly Registered[];
  readonly vehicles: readonly Registered[];
  readonly register: readonly Person[];
  readonly homes: Homes;
  /** Chance for how people type: apart, so that a change of wording changes no fact. */
  readonly typing: Chance;
  /** "" for the first county, then `_002` … */
  readonly suffix: string;
  /** Month and day of the files: the last night's morning, and the day before. */
  readonly stamp: { readonly today: string; readonly yesterday: string; readonly year: string };
}

export interface CountyPlan {
  readonly seed: number;
  readonly county: number;
  /** 1 for a whole county; the last one of a broken scale is smaller. */
  readonly share: number;
  readonly now: number;
  readonly numbers: Numbers;
}

/** Last night's nine stand between the 31st and the 39th of their month's numbers. */
const firstReserved = 31;
const reservedCount = 9;

function numberCases(cases: readonly CaseDraft[], numberHead: string): void {
  const next = new Map<string, number>();
  const nights = [...cases].filter((draft) => draft.isLastNight).sort((a, b) => a.at - b.at);
  const seventh = nights.findIndex((draft) => draft.series !== null);
  if (seventh >= 0) nights.splice(6, 0, ...nights.splice(seventh, 1));
  const nightMonth = nights[0] ? compactDateOf(nights[0].filedAt).slice(0, 6) : "";
  for (const draft of cases) {
    const month = compactDateOf(draft.filedAt).slice(0, 6);
    let order = draft.isLastNight ? firstReserved + nights.indexOf(draft) : (next.get(month) ?? 0) + 1;
    if (!draft.isLastNight && month === nightMonth && order === firstReserved) order += reservedCount;
    if (!draft.isLastNight) next.set(month, order);
    draft.number = `A${numberHead}${month}${String(order).padStart(4, "0")}`;
  }
}

function numberIncidents(cases: readonly CaseDraft[], numberHead: string): void {
  const next = new Map<string, number>();
  for (const draft of cases) {
    const date = compactDateOf(draft.reportedAt);
    const order = (next.get(date) ?? 0) + 1;
    next.set(date, order);
    draft.incident = `J${numberHead}${date}${String(order * 7).padStart(5, "0")}`;
  }
}

function createRegister(world: World, cases: readonly CaseDraft[], offenders: Offenders, count: number): Person[] {
  const { chance, numbers, geography } = world;
  const known = [...cases.filter(() => chance.happens(0.4)).map((draft) => draft.victim), ...cases.flatMap((draft) => draft.suspects)];
  const members = offenders.rings.flatMap((ring) => ring.members).filter(() => chance.happens(0.6));
  const people = new Set([...known, ...members.map(({ person }) => person)]);
  while (people.size < count) people.add(createPerson(chance, numbers, geography));
  return chance.sample([...people], people.size);
}

function createWorld({ seed, county, now, numbers }: CountyPlan): World {
  const chance = createChance(seed, `county ${county}`);
  return {
    chance,
    roles: createChance(seed, `roles ${county}`),
    numbers,
    geography: createGeography(chance, county),
    county,
    start: startOfDay(now) - spanDays * day,
    end: now,
    nightSeries: 11,
  };
}

/** Everything but homes, which are laid over it. */
function createCore({ seed, county, share }: CountyPlan, world: World): Omit<County, "homes"> {
  const { chance, end } = world;
  const offenders = createOffenders(world, Math.max(2, Math.round(45 * share)), share);
  const cases = createCases(world, offenders, Math.max(20, Math.round(800 * share)));
  numberCases(cases, world.geography.numberHead);
  numberIncidents(cases, world.geography.numberHead);
  solveCases(world, cases);
  const money = createMoney(world, cases, offenders.rings);
  const companions = (captures: readonly Capture[]) => {
    const { captures: more, ...planted } = createConvoys(world, seed, offenders.series, captures);
    return { captures: inTimeOrder([...captures, ...more]), ...planted };
  };
  const guests = cases.filter(() => chance.happens(0.2)).map((draft) => draft.victim);
  return {
    ...world,
    seed,
    offenders,
    cases,
    money,
    twins: chance.sample(
      cases.filter((draft) => !draft.isLastNight),
      Math.max(1, Math.round(cases.length * 0.005)),
    ),
    calls: createCalls(world, cases, offenders),
    stays: createStays(world, offenders.rings, guests, Math.round(5000 * share)),
    ...companions(createCaptures(world, cases, Math.round(20_000 * share))),
    logins: createLogins(world, cases, money),
    netLogins: createNetLogins(world, offenders.rings),
    subscribers: createSubscribers(world, offenders.rings, cases),
    vehicles: createVehicleRegister(world, offenders.rings),
    register: createRegister(world, cases, offenders, Math.round(1500 * share)),
    typing: createChance(seed, `typing ${county}`),
    stamp: { today: compactDateOf(end).slice(4), yesterday: compactDateOf(end - day).slice(4), year: compactDateOf(end).slice(0, 4) },
    suffix: county === 0 ? "" : `_${String(county + 1).padStart(3, "0")}`,
  };
}

export function createCounty(plan: CountyPlan): County {
  const world = createWorld(plan);
  const core = createCore(plan, world);
  const { register, cases, offenders, seed } = core;
  return { ...core, homes: createHomes(world, seed, { register, cases, rings: offenders.rings, share: plan.share }) };
}
