// Invented places: counties with their districts, stations and roads, laid on a grid so that no two counties overlap.
import type { Chance } from "./chance.ts";
import type { Place, Point, Station, Tower } from "./model.ts";

const cityNames = ["云津市", "沧北市", "澜江市", "青屿市", "临湖市", "望川市", "石桥市", "平渡市"] as const;
const cityHeads = [..."云沧澜青临望石平松柳海南北东清泽"];
const cityTails = [..."津北江屿湖川桥渡陵湾安宁溪岭阳原"];
const districtHeads = ["东渡", "临港", "桥东", "南屏", "西陵", "北塘", "柳湾", "沙洲", "松岭", "望亭"] as const;
const roads = [
  "文汇路",
  "江滨大道",
  "学府街",
  "渡口路",
  "建设巷",
  "长桥路",
  "翠柏路",
  "码头街",
  "广场北路",
  "望江路",
  "青石路",
  "枫林路",
] as const;
const estates = ["渡口花园", "临江苑", "翠柏小区", "长桥新村", "望江名邸", "枫林家园", "港湾公寓", "文汇里", "学府苑", "青石人家"] as const;
const hotelNames = [
  "渡口宾馆",
  "江畔商务酒店",
  "悦来旅社",
  "青石客栈",
  "长桥快捷酒店",
  "港湾大酒店",
  "望江招待所",
  "枫林公寓酒店",
] as const;

/** Opening and closing words of six stations: boilerplate that says nothing of the crime. */
const boilerplates: readonly (readonly [string, string])[] = [
  ["{when}，我所接{victim}（{sex}，电话{phone}）报警称：", "接警后民警立即开展紧急止付工作，案件正在进一步侦办中。"],
  ["报警人{victim}来所报称：{when}，", "我所已受理并录入反诈平台，后续工作正在进行。"],
  ["{when}，指挥中心指令：{victim}，联系电话{phone}，称被骗。经了解，", "出警民警已告知其保存聊天记录和转账凭证，并制作笔录。"],
  ["受害人{victim}（{occupation}）于{when}到案陈述：", "损失金额以银行流水为准。现已立案侦查。"],
  ["{when}，{victim}报警。据其反映，", "民警已将涉案账户上报查控。特此记录。"],
  ["【接处警】{when} 报警人：{victim} 电话：{phone}。报警内容：", "处警结果：已带回所内做进一步调查处理。"],
];

export interface Geography {
  readonly city: string;
  readonly districts: readonly string[];
  readonly stations: readonly Station[];
  readonly towers: readonly Tower[];
  readonly hotels: readonly Place[];
  readonly checkpoints: readonly Place[];
  readonly centre: Point;
  readonly numberHead: string;
}

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** A point near another, in degrees. */
export function scatterPoint(chance: Chance, centre: Point, spread: number): Point {
  return { longitude: rounded(centre.longitude + chance.normal() * spread), latitude: rounded(centre.latitude + chance.normal() * spread) };
}

/** The first eight by hand, then pairs of syllables. */
function cityNameOf(county: number): string {
  const byHand = cityNames[county];
  if (byHand) return byHand;
  return `新${cityHeads[county % cityHeads.length]}${cityTails[Math.floor(county / cityHeads.length) % cityTails.length]}市`;
}

export function createGeography(chance: Chance, county: number): Geography {
  const city = cityNameOf(county);
  const districts =
    county === 0
      ? ["东渡区", "临港区", "桥东区", "青石县"]
      : chance.sample(districtHeads, 4).map((head, i) => head + (i === 3 ? "县" : "区"));
  const centre = { longitude: rounded(112.2 + (county % 16) * 0.6), latitude: rounded(29.1 + (Math.floor(county / 16) % 16) * 0.6) };
  return {
    city,
    districts,
    centre,
    stations: createStations(chance, city, districts),
    towers: createTowers(chance, centre, districts, county),
    hotels: createSites(
      chance,
      centre,
      24,
      (i) => `${city}${districts[i % 4]}${hotelNames[i % hotelNames.length]}${["", "二店", "三店"][Math.floor(i / 8)]}`,
    ),
    checkpoints: createSites(chance, centre, 60, (i) => `${city}${districts[i % 4]}${roads[i % roads.length]}卡口${i + 1}`),
    numberHead: String(341200 + county),
  };
}

function createStations(chance: Chance, city: string, districts: readonly string[]): Station[] {
  const surnames = chance.sample(["沈", "陆", "顾", "方", "韩", "唐", "贺", "程", "严", "汤", "邵", "龚"], 12);
  return boilerplates.map(([opening, closing], i) => ({
    name: `${city}公安局${districts[i % districts.length]}分局${roads[i]!.slice(0, 2)}派出所`,
    district: districts[i % districts.length]!,
    officers: [`${surnames[2 * i]}警官`, `${surnames[2 * i + 1]}警官`],
    opening,
    closing,
  }));
}

function createTowers(chance: Chance, centre: Point, districts: readonly string[], county: number): Tower[] {
  return Array.from({ length: 240 }, (_, i) => ({
    ...scatterPoint(chance, centre, 0.06),
    lac: 20_000 + county * 12 + (i % 12),
    cell: 10_000_001 + i * 257,
    name: `${districts[i % districts.length]}${roads[i % roads.length]}基站${i + 1}`,
  }));
}

function createSites(chance: Chance, centre: Point, count: number, name: (i: number) => string): Place[] {
  return Array.from({ length: count }, (_, i) => ({
    ...scatterPoint(chance, centre, 0.04),
    name: name(i),
  }));
}

export function createAddress(chance: Chance, geography: Geography, district: string): string {
  const house = `${chance.pick(roads)}${chance.int(1, 299)}号${chance.pick(estates)}${chance.int(1, 28)}栋${chance.int(1, 4)}单元${chance.int(1, 18)}0${chance.int(1, 4)}室`;
  return `${geography.city}${district}${house}`;
}

/** The tower nearest to a point by angle: good enough within a county. */
export function nearestTower(towers: readonly Tower[], point: Point): Tower {
  let best = towers[0]!;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const tower of towers) {
    const distance = (tower.longitude - point.longitude) ** 2 + (tower.latitude - point.latitude) ** 2;
    if (distance < bestDistance) [best, bestDistance] = [tower, distance];
  }
  return best;
}
