// An invented city with its standard addresses, and addresses as people write them, each with the standard address that it means (or none).
import { type Chance, createChance } from "../../electron/engine/demo/chance.ts";
import { type AddressLevel, addressText, type LevelText, nodeLevels, upTo, writeLevels } from "../../shared/import/address/levels.ts";

export interface StandardAddress {
  readonly code: string;
  readonly levels: LevelText;
  readonly alias: string;
  readonly longitude: number;
  readonly latitude: number;
}

export interface WrittenAddress {
  readonly text: string;
  /** Path of what is meant; "" where the table does not hold it. */
  readonly path: string;
  readonly level: AddressLevel | null;
}

const syllables = [
  ..."云沧澜青临望石平松柳海南北东清泽江湖川桥渡陵湾安宁溪岭阳原梅兰竹菊桂枫樟荷莲秋春永泰和康盛兴隆昌华瑞祥福德仁义礼智信文武",
];
const roadTails = ["路", "路", "路", "街", "大道", "巷", "弄"] as const;
const estateTails = ["小区", "花园", "新村", "苑", "家园", "公寓", "名邸", "人家"] as const;
/** Roads that every district has. */
const commonRoads = ["人民路", "解放路", "建设路", "中山路", "和平路"] as const;

const nameOf = (chance: Chance, length: number) => Array.from({ length }, () => chance.pick(syllables)).join("");

interface Lot {
  readonly levels: LevelText;
  readonly alias: string;
  readonly longitude: number;
  readonly latitude: number;
}

function createLots(chance: Chance, count: number): Lot[] {
  const districts = Array.from({ length: 8 }, (_, i) => {
    const towns = Array.from({ length: 5 }, () => `${nameOf(chance, 2)}${chance.pick(["街道", "街道", "镇"])}`);
    const roads = [...commonRoads, ...Array.from({ length: 30 }, () => nameOf(chance, 2) + chance.pick(roadTails))];
    return {
      name: `${nameOf(chance, 2)}${i === 7 ? "县" : "区"}`,
      towns: towns.map((town) => ({ town, communities: Array.from({ length: 4 }, () => `${nameOf(chance, 2)}社区`) })),
      roads,
    };
  });
  const seen = new Set<string>();
  const lots: Lot[] = [];
  while (lots.length < count) {
    const district = chance.pick(districts);
    const { town, communities } = chance.pick(district.towns);
    const place = {
      district: district.name,
      town,
      community: chance.pick(communities),
      road: chance.pick(district.roads),
      number: `${chance.int(1, 399)}号`,
    };
    const key = `${place.district}${place.road}${place.number}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const estate = chance.happens(0.6) ? nameOf(chance, chance.happens(0.1) ? 1 : 2) + chance.pick(estateTails) : "";
    const alias = estate !== "" && chance.happens(0.3) ? `${nameOf(chance, 2)}${chance.pick(estateTails)}` : "";
    const levels = { province: "某江省", city: "云津市", ...place, ...(estate !== "" && { estate }) };
    lots.push({ levels, alias, longitude: 112.2 + chance.next() * 0.3, latitude: 29.1 + chance.next() * 0.3 });
  }
  return lots;
}

/** `count` rooms in lots of some sixty. */
export function createStandardAddresses(seed: number, count: number): StandardAddress[] {
  const chance = createChance(seed, "standard addresses");
  const found: StandardAddress[] = [];
  for (const { levels, alias, longitude, latitude } of createLots(chance, Math.ceil(count / 55))) {
    const [buildings, units, floors] = [chance.int(1, 6), chance.int(1, 3), chance.int(2, 6)];
    for (let building = 1; building <= buildings; building++)
      for (let unit = 1; unit <= units; unit++)
        for (let floor = 1; floor <= floors; floor++)
          for (const door of [1, 2]) {
            const room = { building: `${building}栋`, unit: `${unit}单元`, floor: `${floor}层`, room: `${floor}0${door}室` };
            const at = {
              longitude: Number((longitude + building * 3e-4).toFixed(6)),
              latitude: Number((latitude + unit * 1e-4).toFixed(6)),
            };
            found.push({ code: `4201${String(found.length).padStart(8, "0")}`, levels: { ...levels, ...room }, alias, ...at });
          }
  }
  return found.slice(0, count);
}

const numerals = [..."零一二三四五六七八九"];
const inWords = (figures: string): string => {
  const value = Number(figures);
  if (value < 10) return numerals[value]!;
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return value > 99 ? figures : `${tens === 1 ? "" : numerals[tens]}十${ones === 0 ? "" : numerals[ones]}`;
};

/** One sign written wrong. */
function mistype(chance: Chance, name: string): string {
  const at = chance.int(0, Math.max(0, name.length - 2));
  return name.slice(0, at) + chance.pick(syllables) + name.slice(at + 1);
}

type Draft = { -readonly [Level in AddressLevel]?: string };

/** What people leave out, abbreviate and mix up of the coarse levels. */
function loosenCoarse(chance: Chance, draft: Draft, districts: readonly string[]): void {
  if (chance.happens(0.6)) delete draft.province;
  if (draft.province === undefined && chance.happens(0.5)) delete draft.city;
  if (chance.happens(0.03)) draft.district = chance.pick(districts);
  else if (chance.happens(0.25)) delete draft.district;
  if (chance.happens(0.7)) delete draft.town;
  else if (chance.happens(0.3)) draft.town = draft.town!.replace(/街道|镇/, "街道办事处");
  if (chance.happens(0.8)) delete draft.community;
}

function loosenLot(chance: Chance, draft: Draft, alias: string): void {
  if (draft.estate !== undefined && chance.happens(0.35)) {
    if (chance.happens(0.5)) {
      delete draft.road;
      delete draft.number;
    } else delete draft.estate;
  }
  if (draft.estate !== undefined && alias !== "" && chance.happens(0.3)) draft.estate = alias;
  if (draft.estate !== undefined && chance.happens(0.04)) draft.estate = mistype(chance, draft.estate);
  else if (draft.road !== undefined && draft.road.length > 2 && chance.happens(0.03)) draft.road = mistype(chance, draft.road);
  if (draft.number !== undefined && chance.happens(0.08)) draft.number = draft.number.replace("号", "#");
}

function writeBelow(chance: Chance, { building, unit, floor, room }: Draft): string {
  if (building === undefined) return "";
  const [number, entrance, door] = [building.replace("栋", ""), unit?.replace("单元", ""), room?.replace("室", "")];
  if (entrance !== undefined && door !== undefined && chance.happens(0.15)) return `${number}-${entrance}-${door}`;
  const block = chance.happens(0.2) ? `${inWords(number)}号楼` : number + chance.pick(["栋", "幢", "座", "号楼"]);
  const way = entrance === undefined ? "" : chance.happens(0.2) ? `${inWords(entrance)}单元` : `${entrance}单元`;
  const storey = floor !== undefined && chance.happens(0.15) ? floor.replace("层", chance.pick(["层", "楼"])) : "";
  return block + way + storey + (door === undefined ? "" : door + chance.pick(["室", "", "房"]));
}

function writeNoisy(chance: Chance, levels: LevelText, alias: string, districts: readonly string[]): string {
  const draft: Draft = { ...levels };
  loosenCoarse(chance, draft, districts);
  loosenLot(chance, draft, alias);
  const { province = "", city = "", district = "", town = "", community = "", road = "", number = "", estate = "" } = draft;
  const isTurned = road !== "" && estate !== "" && chance.happens(0.15);
  const lot = isTurned ? `${estate}（${road}${number}）` : `${road}${number}${estate}`;
  const gap = chance.happens(0.1) ? " " : "";
  return `${province}${city}${district}${gap}${town}${community}${lot}${gap}${writeBelow(chance, draft)}`;
}

/** Written addresses of the table, and some that it does not hold: a road that is not there, a number that nobody has. */
export function createWrittenAddresses(seed: number, standard: readonly StandardAddress[], count: number): WrittenAddress[] {
  const chance = createChance(seed, "written addresses");
  const districts = [...new Set(standard.map(({ levels }) => levels.district!))];
  return Array.from({ length: count }, (): WrittenAddress => {
    const { levels, alias } = chance.pick(standard);
    if (chance.happens(0.08)) {
      const { estate: _estate, ...rest } = upTo(levels, "number");
      const elsewhere = chance.happens(0.5)
        ? { ...rest, road: `${nameOf(chance, 3)}路` }
        : { ...rest, number: `${chance.int(500, 999)}号` };
      return { text: writeNoisy(chance, elsewhere, "", districts), path: "", level: null };
    }
    const told = nodeLevels.filter((level) => levels[level] !== undefined);
    const level = chance.happens(0.5) ? "room" : chance.pick(told);
    const meant = upTo(levels, level);
    const stated = { ...meant };
    // Without a unit only where nothing is left open by it.
    return { text: writeNoisy(chance, stated, alias, districts), path: writeLevels(meant), level };
  });
}

export const standardText = ({ levels }: StandardAddress): string => addressText(levels);
