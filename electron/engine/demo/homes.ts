// Standard addresses of the county, who lives where from when until when as clerks wrote it down, and evenings in cafés; with members of a ring in
// one building and side by side. A stream of chance of its own and people who are known already, so that nothing else of the demo moves.

import { addressText, type LevelText, upTo } from "../../../shared/import/address/levels.ts";
import { parseAddress } from "../../../shared/import/address/parse.ts";
import { hashText } from "../../../shared/random.ts";
import { type Chance, createChance } from "./chance.ts";
import { day, hour, minute, startOfDay } from "./clock.ts";
import type { CaseDraft, Person, Point, Ring } from "./model.ts";
import type { World } from "./world.ts";

export interface StandardHome extends Point {
  readonly code: string;
  readonly levels: LevelText;
  readonly alias: string;
}

export interface Resident {
  readonly person: Person;
  /** As written; "" where the clerk wrote the code alone. */
  readonly written: string;
  readonly code: string;
  readonly from: number;
  readonly until: number | null;
}

export interface Sitting {
  readonly person: Person;
  readonly cafe: string;
  readonly seat: string;
  readonly from: number;
  readonly until: number;
}

/** Members of one ring in one building, each written otherwise. */
export interface SharedBuilding {
  readonly building: string;
  readonly people: readonly Person[];
}

export interface Neighbours {
  readonly a: Person;
  readonly b: Person;
  readonly cafes: readonly string[];
}

export interface Homes {
  readonly standard: readonly StandardHome[];
  readonly residents: readonly Resident[];
  readonly sittings: readonly Sitting[];
  readonly buildings: readonly SharedBuilding[];
  readonly neighbours: readonly Neighbours[];
}

const mostBuildings = 3;
const cafeNames = ["星空网吧", "蓝鲸网咖", "渡口网络会所", "极速网咖"] as const;
const seatsACafe = 60;

/** Town and community of a lot: fixed by road and number, as on a real map. */
function withTown(levels: LevelText): LevelText {
  const { city, district, road = "", number = "", ...rest } = levels;
  const part = Number.parseInt(number, 10) > 150 ? "二" : "一";
  const town = { town: `${road.slice(0, 2)}街道`, community: `${road.slice(0, 2)}${part}社区` };
  return { ...(city && { city }), ...(district && { district }), ...town, road, number, ...rest };
}

interface Draft extends Point {
  readonly levels: LevelText;
  readonly alias: string;
}

function codeOf(head: string, order: number): string {
  return `${head}${String(order + 1).padStart(8, "0")}`;
}

/** Every address of these people once, in the order of its text. */
function createStandard(head: string, people: readonly Person[], more: readonly Draft[]): StandardHome[] {
  const drafts = new Map<string, Draft>();
  for (const { address, home } of people) {
    const levels = withTown(parseAddress(address));
    drafts.set(addressText(levels), { levels, alias: "", ...home });
  }
  for (const draft of more) drafts.set(addressText(draft.levels), draft);
  return [...drafts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, draft], order) => ({ code: codeOf(head, order), ...draft }));
}

/** Scenes that are addresses down to the room; one of ten is missing in the table. */
const listScenes = (cases: readonly CaseDraft[]): Draft[] =>
  cases.flatMap(({ place: { name, longitude, latitude } }) => {
    const levels = parseAddress(name);
    return levels.room === undefined || hashText(name) % 10 === 0 ? [] : [{ levels: withTown(levels), alias: "", longitude, latitude }];
  });

const numerals = [..."零一二三四五六七八九十"];
const inWords = (figures: string): string => numerals[Number(figures)] ?? figures;

/** As four clerks write one address. */
function writeHome(levels: LevelText, alias: string, way: number): string {
  const { city = "", district = "", road = "", number = "", estate = "", building = "", unit = "", room = "" } = levels;
  const [block, entrance, door] = [building.replace("栋", ""), unit.replace("单元", ""), room.replace("室", "")];
  if (way === 0) return `${city}${district}${road}${number}${estate}${building}${unit}${room}`;
  if (way === 1) return `${district}${road}${number}${estate}${inWords(block)}号楼${unit}${door}`;
  if (way === 2) return `${road}${number}${alias || estate} ${block}-${entrance}-${door}`;
  return `${city}${district}${estate}（${road}${number}）${block}幢${entrance}单元${door}房`;
}

/** A building of its own for some members of a ring, with a second name. */
function planBuilding(chance: Chance, world: World, index: number): Draft[] {
  const { geography } = world;
  const levels = withTown({
    city: geography.city,
    district: geography.districts[index % geography.districts.length]!,
    road: "望江路",
    number: `${310 + 7 * index}号`,
    estate: `${["望江", "枫桥", "云栖"][index % 3]}公馆小区`,
    building: `${chance.int(2, 8)}栋`,
  });
  const point = { longitude: geography.centre.longitude + 0.01 * (index + 1), latitude: geography.centre.latitude + 0.01 };
  return ["201", "202", "301", "302", "401", "402"].map((room) => ({
    levels: { ...levels, unit: "1单元", room: `${room}室` },
    alias: `${["老船厂", "机床厂", "纺织厂"][index % 3]}宿舍`,
    ...point,
  }));
}

function settle(chance: Chance, world: World, ring: Ring, rooms: readonly Draft[]): { residents: Resident[]; shared: SharedBuilding } {
  const people = [...new Set(ring.members.map(({ person }) => person))].slice(0, 3);
  const residents = people.map((person, i): Resident => {
    const { levels, alias } = rooms[2 * i]!;
    const from = startOfDay(world.start + chance.int(0, 40) * day);
    return { person, written: writeHome(levels, alias, i + 1), code: "", from, until: null };
  });
  return { residents, shared: { building: addressText(upTo(rooms[0]!.levels, "building")), people } };
}

/** A fifth of the register, each in one of four spellings, some by code alone, some gone again. */
function createResidents(chance: Chance, world: World, register: readonly Person[], standard: readonly StandardHome[]): Resident[] {
  const byText = new Map(standard.map((home) => [addressText(home.levels), home]));
  return register
    .filter(() => chance.happens(0.2))
    .map((person): Resident => {
      const home = byText.get(addressText(withTown(parseAddress(person.address))))!;
      const isByCode = chance.happens(0.25);
      const from = startOfDay(world.start - chance.int(0, 900) * day);
      const until = chance.happens(0.15) ? startOfDay(world.start + chance.int(10, 150) * day) : null;
      return {
        person,
        written: isByCode ? "" : writeHome(home.levels, "", chance.int(0, 3)),
        code: isByCode ? home.code : "",
        from,
        until,
      };
    });
}

const seatName = (seat: number): string => `${"ABC"[Math.floor(seat / 20)]}${String((seat % 20) + 1).padStart(3, "0")}`;

/** Evenings of people who each take a seat that is free. */
function createEvenings(chance: Chance, world: World, people: readonly Person[], count: number, taken: readonly Sitting[]): Sitting[] {
  const sittings: Sitting[] = [...taken];
  const isFree = (cafe: string, seat: string, from: number, until: number) =>
    !sittings.some((one) => one.cafe === cafe && one.seat === seat && one.from < until + hour && one.until > from - hour);
  while (sittings.length < count) {
    const from =
      Math.round(
        (startOfDay(world.start + chance.next() * (world.end - world.start - 2 * day)) + (10 + 12 * chance.next()) * hour) / 1000,
      ) * 1000;
    const until = from + chance.int(40, 300) * minute;
    const [cafe, seat] = [cafeOf(world, chance.int(0, cafeNames.length - 1)), seatName(chance.int(0, seatsACafe - 1))];
    if (isFree(cafe, seat, from, until)) sittings.push({ person: chance.pick(people), cafe, seat, from, until });
  }
  return sittings.sort((a, b) => a.from - b.from || (a.seat < b.seat ? -1 : 1));
}

const cafeOf = ({ geography }: World, index: number): string => `${geography.city}${geography.districts[index % 4]}${cafeNames[index]}`;

/** Two of a ring who sit side by side on four evenings in two cafés. */
function sitTogether(chance: Chance, world: World, ring: Ring, index: number): { sittings: Sitting[]; neighbours: Neighbours } | null {
  const [a, b] = [...new Set(ring.members.map(({ person }) => person))];
  if (!a || !b) return null;
  const cafes = [cafeOf(world, 0), cafeOf(world, 2)];
  const sittings = Array.from({ length: 4 }, (_, evening) => {
    const from =
      startOfDay(world.start + (20 + 9 * index + 37 * evening) * day) + (19 + chance.int(0, 2)) * hour + chance.int(0, 50) * minute;
    const [cafe, seat] = [cafes[evening % 2]!, chance.int(0, 17)];
    const until = from + chance.int(120, 260) * minute;
    return [
      { person: a, cafe, seat: seatName(seat), from, until },
      { person: b, cafe, seat: seatName(seat + 1), from: from + chance.int(1, 3) * minute, until: until + chance.int(1, 4) * minute },
    ];
  }).flat();
  return { sittings, neighbours: { a, b, cafes } };
}

/** Victims have homes too and may not stand in the register; of what happened only some scenes stand in the table. */
export function createHomes(
  world: World,
  seed: number,
  {
    register,
    cases,
    rings,
    share,
  }: {
    readonly register: readonly Person[];
    readonly cases: readonly CaseDraft[];
    readonly rings: readonly Ring[];
    readonly share: number;
  },
): Homes {
  const chance = createChance(seed, `homes ${world.county}`);
  const settled = rings
    .filter(({ members }) => new Set(members.map(({ person }) => person)).size >= 3)
    .slice(0, mostBuildings)
    .map((ring, index) => {
      const rooms = planBuilding(chance, world, index);
      return { rooms, ...settle(chance, world, ring, rooms) };
    });
  const standard = createStandard(
    world.geography.numberHead,
    [...register, ...cases.map(({ victim }) => victim)],
    [...settled.flatMap(({ rooms }) => rooms), ...listScenes(cases)],
  );
  const residents = [...createResidents(chance, world, register, standard), ...settled.flatMap((one) => one.residents)];
  const together = rings.slice(1, 3).flatMap((ring, index) => sitTogether(chance, world, ring, index) ?? []);
  const sittings = createEvenings(
    chance,
    world,
    register,
    Math.round(900 * share),
    together.flatMap((one) => one.sittings),
  );
  return {
    standard,
    residents: residents.sort((a, b) => hashText(a.person.identityNumber) - hashText(b.person.identityNumber) || a.from - b.from),
    sittings,
    buildings: settled.map(({ shared }) => shared),
    neighbours: together.map(({ neighbours }) => neighbours),
  };
}

/** Pairs who had one room at least twice, by hotel nights. */
export function listRoommates(
  stays: readonly {
    readonly person: Person;
    readonly hotel: { readonly name: string };
    readonly room: string;
    readonly from: number;
    readonly until: number;
  }[],
) {
  const nights = new Map<string, { a: Person; b: Person; times: number }>();
  const rooms = Map.groupBy(stays, ({ hotel, room }) => `${hotel.name} ${room}`);
  for (const own of rooms.values())
    for (const [i, one] of own.entries())
      for (const other of own.slice(i + 1)) {
        if (one.person === other.person || one.from >= other.until || other.from >= one.until) continue;
        const [a, b] = one.person.identityNumber < other.person.identityNumber ? [one.person, other.person] : [other.person, one.person];
        const key = `${a.identityNumber} ${b.identityNumber}`;
        const known = nights.get(key) ?? { a, b, times: 0 };
        nights.set(key, { ...known, times: known.times + 1 });
      }
  return [...nights.values()]
    .filter(({ times }) => times >= 2)
    .sort((x, y) => y.times - x.times || (x.a.identityNumber < y.a.identityNumber ? -1 : 1));
}
