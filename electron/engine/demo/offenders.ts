// Who stands behind the cases: series with what they use, and the rings that run several series.
import { categories, categoryOf, modusTags } from "./categories.ts";
import type { Chance } from "./chance.ts";
import { day, hour, minute, startOfDay } from "./clock.ts";
import type { Account, Line, NumberChange, Person, Ring, RingRole, Series, SharedDevice } from "./model.ts";
import type { Numbers } from "./numbers.ts";
import { createAccount, createLine, createPerson } from "./people.ts";
import { dressPictured } from "./pictured.ts";
import { scatterPoint } from "./places.ts";
import { equipRing } from "./ringThings.ts";
import { createScript } from "./scripts.ts";
import type { World } from "./world.ts";

export interface Offenders {
  readonly series: readonly Series[];
  readonly rings: readonly Ring[];
  readonly numberChanges: readonly NumberChange[];
  readonly sharedDevices: readonly SharedDevice[];
}

const appHeads = ["惠", "速", "恒", "盈", "聚", "鑫", "优", "乐", "星", "云", "金", "易", "顺", "瑞", "安", "众"] as const;
const appMiddles = ["享", "融", "远", "汇", "客", "达", "品", "拼", "邦", "禾", "嘉", "诚"] as const;
const appTails = ["购", "贷", "理财", "优选", "商城", "通", "派单", "云服", "任务", "直聘", "交友", "会议"] as const;
const latin = ["hui", "su", "heng", "ying", "ju", "xin", "you", "le", "xing", "yun", "jin", "yi", "shun", "rui", "an", "zhong"] as const;
const latinTails = ["go", "pay", "shop", "vip", "app", "cs", "club", "pro"] as const;

/** Sizes from 2 to 40, a few large and many small. */
function seriesSize(rank: number, count: number): number {
  return Math.round(2 + 38 * (1 - rank / Math.max(1, count - 1)) ** 6);
}

export function createApp(chance: Chance): { readonly app: string; readonly domain: string } {
  const head = chance.int(0, appHeads.length - 1);
  const app = appHeads[head]! + chance.pick(appMiddles) + chance.pick(appTails);
  return { app, domain: createDomain(chance, latin[head]!) };
}

function createDomain(chance: Chance, head: string): string {
  return `${head}${chance.pick(latin)}-${chance.pick(latinTails)}${chance.int(10, 9999)}.example`;
}

export function createLure(chance: Chance, numbers: Numbers): string {
  if (chance.happens(0.5)) return `QQ：${numbers.netName()}`;
  return `微信号：${chance.pick(latin)}${chance.pick(latinTails)}_${numbers.netName().slice(-6)}`;
}

function pickCategory(chance: Chance, isFraud: boolean): string {
  const pool = categories.filter((category) => category.isFraud === isFraud);
  let rest = chance.next() * pool.reduce((sum, category) => sum + category.share, 0);
  for (const category of pool) {
    rest -= category.share;
    if (rest < 0) return category.name;
  }
  return pool[0]!.name;
}

export const pickFraud = (chance: Chance): string => pickCategory(chance, true);

export const pickTheft = (chance: Chance): string =>
  chance.pick(["入室盗窃", "入室盗窃", "入室盗窃", "盗窃车内财物", "盗窃车内财物", "盗窃机动车"]);

export function pickModus(chance: Chance, category: string): string[] {
  const groups = modusTags[category] ?? [];
  return groups.flatMap((group, i) => chance.sample(group, i === 2 && chance.happens(0.5) ? 2 : 1));
}

/** 21:19 of the last evening, and 17 minutes a step from there. */
export const lastNightTime = (world: World, step: number): number => startOfDay(world.end) - 2 * hour - 41 * minute + step * 17 * minute;

/** A series lives between 15 and 150 days, longer when it is larger, and keeps to its hours. */
function strikeTimes(world: World, series: Pick<Series, "size" | "isFraud" | "hourOfDay">, endsLastNight: boolean): number[] {
  const { chance, start, end } = world;
  const { size, isFraud, hourOfDay } = series;
  const life = Math.min(150, 15 + size * 3 + chance.int(0, 30)) * day;
  const from = endsLastNight ? end - life - day : start + Math.round(chance.next() * (end - start - life - 3 * day));
  const days = Array.from({ length: size }, (_, i) => from + (life * (i + chance.next())) / size);
  const spread = isFraud ? 2.5 : 0.7;
  const times = days.map((at) => startOfDay(at) + Math.round((hourOfDay + spread * chance.normal()) * 60) * minute).sort((a, b) => a - b);
  if (endsLastNight) times[size - 1] = lastNightTime(world, 0);
  return times;
}

const lifeOf = (series: Series): [number, number] => [series.times[0]! - 4 * day, series.times.at(-1)! + 4 * day];

function createSeries(world: World, id: string, size: number, category: string, endsLastNight: boolean): Series {
  const { chance, numbers, geography } = world;
  const { isFraud } = categoryOf(category);
  const { app, domain } = createApp(chance);
  const domains = [domain, ...Array.from({ length: Math.floor(size / 12) }, () => createDomain(chance, domain.slice(0, 2)))];
  const hourOfDay = isFraud ? chance.int(9, 21) : category === "入室盗窃" ? chance.pick([2, 3, 10, 14, 19]) : chance.pick([1, 2, 3, 4, 23]);
  const persons = Array.from({ length: isFraud ? 2 : chance.int(2, 3) }, () => createPerson(chance, numbers, geography));
  const payeeHolders = Array.from({ length: isFraud ? Math.max(1, Math.round(size / 4)) : 0 }, () =>
    createPerson(chance, numbers, geography),
  );
  const secondHolders = Array.from({ length: isFraud ? 1 + Math.floor(size / 12) : 0 }, () => createPerson(chance, numbers, geography));
  return {
    id,
    category,
    isFraud,
    size,
    ringId: "",
    app,
    domains,
    hourOfDay,
    persons,
    name: isFraud ? `${app} ${category}` : category,
    payees: payeeHolders.map((holder) => createAccount(chance, numbers, holder, "level1")),
    secondLevel: secondHolders.map((holder) => createAccount(chance, numbers, holder, "level2")),
    callers: [],
    lures: Array.from({ length: 1 + Math.floor(size / 14) }, () => createLure(chance, numbers)),
    address: numbers.address(),
    script: createScript(chance, category),
    modus: pickModus(chance, category),
    centre: scatterPoint(chance, geography.centre, 0.045),
    vehicle: numbers.plate(),
    times: strikeTimes(world, { size, isFraud, hourOfDay }, endsLastNight),
    cases: [],
  };
}

const seriesId = (county: number, i: number): string => `${county === 0 ? "S-" : `S-${county + 1}.`}${String(i + 1).padStart(2, "0")}`;

function createAllSeries(world: World, count: number): Series[] {
  const { chance, county } = world;
  const sizes = chance.sample(
    Array.from({ length: count }, (_, rank) => seriesSize(rank, count)),
    count,
  );
  if (sizes.length > 11) {
    const nine = sizes.findIndex((size) => size >= 8 && size <= 10);
    if (nine >= 0) [sizes[11], sizes[nine]] = [9, sizes[11]!];
  }
  return sizes.map((size, i) => {
    const isTheft = i % 4 === 2 && size <= 18;
    const endsLastNight = i === Math.min(world.nightSeries, count - 1);
    const category = endsLastNight ? "刷单返利" : isTheft ? pickTheft(chance) : pickFraud(chance);
    return createSeries(world, seriesId(county, i), size, category, endsLastNight);
  });
}

function giveCallers(world: World, series: Series): void {
  const { chance, numbers, geography } = world;
  if (!series.isFraud) return;
  const count = categoryOf(series.category).hasCaller ? Math.max(1, Math.round(series.size / 6)) : chance.happens(0.4) ? 1 : 0;
  const home = scatterPoint(chance, geography.centre, 0.03);
  for (let i = 0; i < count; i++) series.callers.push(createLine(numbers, home, ...lifeOf(series)));
}

function plantDevice(world: World, series: Series): SharedDevice {
  const { chance, numbers, geography } = world;
  const home = scatterPoint(chance, geography.centre, 0.03);
  const imei = numbers.imei();
  const lines = Array.from({ length: series.size >= 8 ? 3 : 2 }, () => createLine(numbers, home, ...lifeOf(series), imei));
  series.callers.splice(0, series.callers.length, ...lines);
  return { imei, series, lines };
}

function plantNumberChange(world: World, series: Series): NumberChange {
  const { chance, numbers, geography } = world;
  const person = createPerson(chance, numbers, geography);
  const middle = Math.floor((series.times.length - 1) / 2);
  const at = Math.round((series.times[middle]! + series.times[middle + 1]!) / 2 / minute) * minute;
  const old: Line = { phone: person.phone, imei: person.imei, imsi: person.imsi, from: world.start, until: at, home: person.home };
  const next = createLine(numbers, person.home, at + chance.int(5, 20) * minute, world.end, person.imei);
  series.callers.splice(0, series.callers.length, old, next);
  series.persons.push(person);
  return { person, series, old, new: next, at };
}

function createRing(world: World, id: string, series: Series[]): Ring {
  const { chance, numbers, geography } = world;
  const member = (role: RingRole, person: Person = createPerson(chance, numbers, geography)) => ({ person, role });
  const isFraud = series.some((one) => one.isFraud);
  const members = [member("organiser")];
  if (isFraud) members.push(member("recruiter"), member("collector"), member("cash-out"), member("cash-out"), member("caller"));
  const isEquipped = isFraud && chance.happens(0.6);
  if (isEquipped && series.some((one) => one.callers.length > 0)) members.push(member("equipment supplier"));
  if (isFraud && chance.happens(0.6)) members.push(member("technical support"));
  for (const one of series) for (const person of one.persons) members.push(member(one.isFraud ? "caller" : "executor", person));
  const cashOut: Account[] = members
    .filter(({ role }) => role === "cash-out")
    .map(({ person }) => createAccount(chance, numbers, person, "cash-out"));
  for (const one of series) one.ringId = id;
  return { id, series, members, cashOut, sales: [], shared: isFraud ? shareAccount(chance, series) : null };
}

/** One mule account that serves the first two fraud series of a ring on the first level. */
function shareAccount(chance: Chance, series: readonly Series[]): Account | null {
  const [first, second] = series.filter((one) => one.payees.length >= 2);
  if (!first || !second || !chance.happens(0.7)) return null;
  const shared = first.payees.at(-1)!;
  second.payees.push(shared);
  return shared;
}

function createRings(world: World, all: readonly Series[]): Ring[] {
  const { chance, county } = world;
  const rings: Ring[] = [];
  const rest = chance.sample(
    all.filter((series) => series.isFraud),
    all.length,
  );
  const thefts = all.filter((series) => !series.isFraud);
  const id = (): string => `${county === 0 ? "R-" : `R-${county + 1}.`}${rings.length + 1}`;
  while (rest.length > 0) rings.push(createRing(world, id(), rest.splice(0, chance.int(1, 5))));
  while (thefts.length > 0) rings.push(createRing(world, id(), thefts.splice(0, 1)));
  return rings;
}

export function createOffenders(world: World, seriesCount: number, share: number): Offenders {
  const series = createAllSeries(world, seriesCount);
  for (const one of series) giveCallers(world, one);
  const eligible = world.chance.sample(
    series.filter((one, i) => one.isFraud && one.size >= 4 && i !== world.nightSeries),
    series.length,
  );
  const changes = Math.max(1, Math.round(4 * share));
  const devices = Math.max(1, Math.round(10 * share));
  if (world.county === 0 && series.length > 11) dressPictured(series[11]!);
  const numberChanges = eligible.slice(0, changes).map((one) => plantNumberChange(world, one));
  const sharedDevices = eligible.slice(changes, changes + devices).map((one) => plantDevice(world, one));
  const rings = createRings(world, series);
  for (const ring of rings) equipRing(world, ring);
  return { series, numberChanges, sharedDevices, rings };
}
