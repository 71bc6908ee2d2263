// The cases of a county: members of series with only some of the clues each, and the many that belong to nobody.
import { categoryOf } from "./categories.ts";
import type { Chance } from "./chance.ts";
import { day, hour, minute, startOfDay } from "./clock.ts";
import type { Account, CaseDraft, Line, NumberChange, Place, Point, Series } from "./model.ts";
import { createApp, createLure, lastNightTime, type Offenders, pickFraud, pickModus, pickTheft } from "./offenders.ts";
import { createAccount, createLine, createPerson, settlementAccounts } from "./people.ts";
import { createAddress, scatterPoint } from "./places.ts";
import { createScript } from "./scripts.ts";
import type { World } from "./world.ts";

export const publicNumbers = ["95588", "95533", "95599", "10086", "12306", "96110", "95338", "4009991234", "4008005566"] as const;
/** A conference program that frauds of every kind misuse: it ties nothing together. */
export const commonApp = "云享会议";

interface Clues {
  readonly payees: readonly Account[];
  readonly lines: readonly Line[];
  readonly apps: readonly string[];
  readonly domains: readonly string[];
  readonly lures: readonly string[];
  readonly vehicles: readonly string[];
  readonly isScripted: boolean;
  readonly thin: string;
}

interface Slot {
  readonly series: Series | null;
  readonly category: string;
  readonly at: number;
  readonly isLastNight: boolean;
  readonly clues: Clues;
  readonly near: Point | null;
}

const noClues: Clues = { payees: [], lines: [], apps: [], domains: [], lures: [], vehicles: [], isScripted: false, thin: "" };

/** Those of a list that are in use at a moment of the series' life (0..1): they change, and overlap. */
function activeAt<T>(items: readonly T[], moment: number): T[] {
  const reach = 0.5 / items.length + 0.08;
  return items.filter((_, i) => Math.abs((i + 0.5) / items.length - moment) <= reach);
}

function lossOf(chance: Chance, category: string): number {
  const yuan = categoryOf(category).medianYuan * Math.exp(0.8 * chance.normal());
  return (yuan > 2000 ? Math.max(100, Math.round(yuan / 100) * 100) : Math.max(50, Math.round(yuan))) * 100;
}

function ownPayee(world: World): Account {
  const { chance, numbers, geography } = world;
  return createAccount(chance, numbers, createPerson(chance, numbers, geography), "level1");
}

/** Every clue is there only with some probability; some members hang on one, some only on what is one step further. */
function drawFraudClues(world: World, series: Series, moment: number, isForced: boolean): Clues {
  const { chance } = world;
  const active = activeAt(series.payees, moment);
  const line = series.callers.length > 0 ? chance.pick(activeAt(series.callers, moment)) : undefined;
  const all: Clues = {
    payees: chance.happens(0.9) ? chance.sample(active, chance.happens(0.4) ? 2 : 1) : [ownPayee(world)],
    lines: line && (isForced || chance.happens(0.65)) ? [line] : [],
    apps: categoryOf(series.category).hasApp && chance.happens(0.88) ? [series.app] : [],
    domains: chance.happens(0.65) ? [chance.pick(activeAt(series.domains, moment))] : [],
    lures: chance.happens(categoryOf(series.category).hasApp ? 0.6 : 0.8) ? [chance.pick(activeAt(series.lures, moment))] : [],
    vehicles: [],
    isScripted: chance.happens(0.88),
    thin: "",
  };
  if (isForced || series.size < 4 || !chance.happens(0.07)) return all;
  return thinOut(world, series, active, line);
}

function thinOut(world: World, series: Series, active: readonly Account[], line: Line | undefined): Clues {
  const { chance, numbers } = world;
  const kind = chance.pick(["payee", "phone", "app", "second-level", "second-level", "handset"]);
  const own = { ...noClues, payees: [ownPayee(world)] };
  if (kind === "phone" && line) return { ...own, lines: [line], thin: "phone" };
  if (kind === "app" && categoryOf(series.category).hasApp) return { ...own, apps: [series.app], thin: "app" };
  if (kind === "handset" && line) {
    return { ...own, lines: [createLine(numbers, line.home, line.from, line.until, line.imei)], thin: "handset" };
  }
  if (kind === "second-level") return { ...own, thin: "second-level" };
  return { ...noClues, payees: [chance.pick(active)], thin: "payee" };
}

/** Last night's match carries what the series uses now. */
function clearClues(world: World, series: Series): Clues {
  const { chance } = world;
  return {
    payees: [series.payees[0]!],
    lines: series.callers.slice(0, 1),
    apps: [series.app],
    domains: [series.domains[0]!],
    lures: [chance.pick(series.lures)],
    vehicles: [],
    isScripted: true,
    thin: "",
  };
}

/** Somebody saw the car at the first scene; at the others now and then. */
function drawTheftClues(chance: Chance, series: Series, isFirst: boolean): Clues {
  const isSeen = chance.happens(0.45);
  return { ...noClues, vehicles: isSeen || isFirst ? [series.vehicle] : [], isScripted: true };
}

function seriesSlots(world: World, series: Series, changes: readonly NumberChange[], planted: boolean, endsLastNight: boolean): Slot[] {
  const { chance } = world;
  const change = changes.find((one) => one.series === series);
  const last = series.times.length - 1;
  return series.times.map((at, i) => {
    const moment = last === 0 ? 0.5 : i / last;
    const isForced = planted && (i === 0 || i === last || i === Math.floor(last / 2));
    const isClear = endsLastNight && i === last;
    const drawn = isClear
      ? clearClues(world, series)
      : series.isFraud
        ? drawFraudClues(world, series, moment, isForced)
        : drawTheftClues(chance, series, i === 0);
    const clues = change && drawn.lines.length > 0 ? { ...drawn, lines: [at < change.at ? change.old : change.new] } : drawn;
    return { series, category: series.category, at, isLastNight: isClear, clues, near: series.isFraud ? null : series.centre };
  });
}

function singleClues(world: World, category: string): Clues {
  const { chance, numbers, geography } = world;
  const { isFraud, hasApp, hasCaller } = categoryOf(category);
  if (!isFraud) return { ...noClues, vehicles: chance.happens(0.15) ? [numbers.plate()] : [] };
  const own = createApp(chance);
  const home = scatterPoint(chance, geography.centre, 0.05);
  return {
    payees: [ownPayee(world), ...(chance.happens(0.25) ? [ownPayee(world)] : [])],
    lines: hasCaller && chance.happens(0.6) ? [createLine(numbers, home, world.start, world.end)] : [],
    apps: hasApp && chance.happens(0.6) ? [chance.happens(0.15) ? commonApp : own.app] : [],
    domains: chance.happens(0.4) ? [own.domain] : [],
    lures: chance.happens(0.5) ? [createLure(chance, numbers)] : [],
    vehicles: [],
    isScripted: chance.happens(0.5),
    thin: "",
  };
}

/** Frauds happen by day and in the evening, thefts mostly when nobody looks. */
function hourOf(chance: Chance, isFraud: boolean): number {
  if (isFraud) return 8 + 15 * Math.sqrt(chance.next());
  return chance.happens(0.6) ? 23 + 6 * chance.next() : 9 + 11 * chance.next();
}

function singleSlot(world: World, date: number, isLastNight: boolean): Slot {
  const { chance } = world;
  const category = chance.happens(0.76) ? pickFraud(chance) : pickTheft(chance);
  const at = isLastNight ? date : startOfDay(date) + Math.round(hourOf(chance, categoryOf(category).isFraud) * 60) * minute;
  return { series: null, category, at, isLastNight, clues: singleClues(world, category), near: null };
}

function placeOf(world: World, slot: Slot, district: string): Place {
  const { chance, geography } = world;
  const point = scatterPoint(chance, slot.near ?? geography.centre, slot.near ? 0.007 : 0.05);
  return { ...point, name: createAddress(chance, geography, district) };
}

function timesOf(chance: Chance, { at, isLastNight }: Slot, isFraud: boolean): Pick<CaseDraft, "at" | "until" | "reportedAt" | "filedAt"> {
  const until = isFraud ? at + chance.int(10, 240) * minute : at + chance.int(1, 5) * hour;
  if (isLastNight) {
    const reportedAt = at + chance.int(70, 120) * minute;
    return { at, until: at + chance.int(20, 60) * minute, reportedAt, filedAt: reportedAt + 3 * hour };
  }
  const reportedAt = until + chance.int(20, 60 * 40) * minute;
  return { at, until, reportedAt, filedAt: reportedAt + chance.int(4, 72) * hour };
}

function draftOf(world: World, slot: Slot): CaseDraft {
  const { chance, numbers, geography } = world;
  const { series, clues } = slot;
  const category = categoryOf(slot.category);
  const station = chance.pick(geography.stations);
  const victim = createPerson(chance, numbers, geography);
  const script = series && clues.isScripted ? series.script : createScript(chance, slot.category);
  return {
    number: "",
    incident: "",
    series,
    category: slot.category,
    isFraud: category.isFraud,
    ...timesOf(chance, slot, category.isFraud),
    station,
    victim,
    place: placeOf(world, slot, station.district),
    victimAccount: category.isFraud ? createAccount(chance, numbers, victim, "victim") : null,
    lossFen: lossOf(chance, slot.category),
    lureChannel: chance.pick(category.channels),
    lures: clues.lures,
    payees: clues.payees,
    lines: clues.lines,
    phones: clues.lines.map((line) => line.phone),
    apps: clues.apps,
    domains: clues.domains,
    vehicles: clues.vehicles,
    script,
    isScripted: clues.isScripted,
    modus: modusOf(chance, slot),
    noisePhone: category.isFraud && chance.happens(0.12) ? chance.pick(publicNumbers) : null,
    settlement: category.isFraud && chance.happens(0.06) ? chance.pick(settlementAccounts) : null,
    suspects: [],
    thin: clues.thin,
    isLastNight: slot.isLastNight,
    payments: [],
    ownSecondLevel: [],
  };
}

function modusOf(chance: Chance, slot: Slot): string[] {
  if (slot.near === null || slot.series === null) return pickModus(chance, slot.category);
  const kept = slot.series.modus.filter(() => chance.happens(0.85));
  return chance.happens(0.25) ? [...new Set([...kept, chance.pick(pickModus(chance, slot.category))])] : kept;
}

/** All cases of a county in the order of their filing, nine of them last night's. */
export function createCases(world: World, offenders: Offenders, caseCount: number): CaseDraft[] {
  const { chance, start, end } = world;
  const planted = new Set([...offenders.numberChanges, ...offenders.sharedDevices].map((one) => one.series));
  const lastNight = offenders.series[Math.min(world.nightSeries, offenders.series.length - 1)];
  const slots = offenders.series.flatMap((series) =>
    seriesSlots(world, series, offenders.numberChanges, planted.has(series), series === lastNight),
  );
  for (let i = 1; i < 9; i++) slots.push(singleSlot(world, lastNightTime(world, i - 5), true));
  while (slots.length < caseCount) slots.push(singleSlot(world, start + Math.round(chance.next() * (end - start - 2 * day)), false));
  const drafts = slots.map((slot) => draftOf(world, slot)).sort((a, b) => a.filedAt - b.filedAt);
  for (const draft of drafts) draft.series?.cases.push(draft);
  return drafts;
}
