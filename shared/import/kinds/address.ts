// Chinese addresses by level: province, city, district, town, village or road, number, estate, building, unit, room. Any level may be missing, and
// suffixes may be left out (浙江 for 浙江省); the normal form is the address without blanks, numerals in digits, # as 号.

import { type Cleaned, defineKind, type Facts, refuse } from "./kind.ts";
import { isOneEdit } from "./likeness.ts";
import { tidyText } from "./tidy.ts";

export const addressParts = [
  "province",
  "city",
  "district",
  "town",
  "village",
  "road",
  "number",
  "estate",
  "building",
  "unit",
  "room",
] as const;

export type AddressPart = (typeof addressParts)[number];
export type Address = Partial<Readonly<Record<AddressPart, string>>>;

/** Short names, parted by |: part of a pattern. */
export const provinceNames =
  "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门".replaceAll(
    " ",
    "|",
  );

/** What each level looks like at the start of what is left; the longest name is kept short, so that one level never swallows the next. */
const patterns: readonly (readonly [AddressPart, RegExp])[] = [
  [
    "province",
    new RegExp(`^(${provinceNames})(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|省|市(?!区))?(?!(?:东|西|南|北|中)?(?:路|街|道|大道))`),
  ],
  ["city", /^([\p{Script=Han}]{2,7}?)(?:市(?!场)|自治州|地区|盟)/u],
  ["district", /^([\p{Script=Han}]{1,7}?)(?:新区|区(?!间)|自治县|县|自治旗|旗|市(?!场))/u],
  ["town", /^([\p{Script=Han}]{1,6}?)(?:镇|乡|街道|苏木)/u],
  ["village", /^([\p{Script=Han}]{1,8}?)(?:行政村|村委会|村|社区|居委会)/u],
  ["road", /^([\p{Script=Han}\d]{1,9}?(?:大道|大街|胡同|路|街|巷|弄|道))/u],
  ["number", /^(?:[东南西北中]段|\d+[组社队])?(\d+(?:[-—]\d+)?[a-z]?)号(?!楼)(?:院|大院)?/iu],
  ["estate", /^([\p{Script=Han}\d]{2,12}?(?:小区|花园|公寓|大厦|家园|广场|新村|苑|城|庭|府|里|宿舍)(?!小区))/u],
  ["building", /^([\da-z]+)(?:栋|幢|号楼|座|楼)/iu],
  ["unit", /^([\da-z]+)单元/iu],
  ["room", /^(?:\d+[层楼])?([\da-z]{1,6})(?:室|号房|房|户|号)?$/iu],
];

const numerals = "零一二三四五六七八九";

/** 三十二 → 32; only where a building, unit or number follows. */
function readNumeral(text: string): string {
  if (!text.includes("十")) return [...text].map((sign) => numerals.indexOf(sign === "〇" ? "零" : sign)).join("");
  const [tens = "", units = ""] = text.split("十");
  return String((tens === "" ? 1 : numerals.indexOf(tens)) * 10 + (units === "" ? 0 : numerals.indexOf(units)));
}

export const cleanAddressText = (text: string): string =>
  tidyText(text)
    .replace(/[\s,，、;；]+/g, "")
    .replaceAll("#", "号")
    .replace(/[零〇一二三四五六七八九十]+(?=号楼|号|栋|幢|单元|室|组|层)/g, readNumeral)
    .replace(/^(?:中国|中华人民共和国)/, "");

/** 3-2-501 behind a road, number or estate: building, unit, room. */
const dashed = /^([\da-z]+)-(?:(\d+)-)?(\d{2,5})(?:室)?$/i;

/** The levels that the text states; what fits no level is left out. */
export function readAddress(text: string): Address {
  const found: Partial<Record<AddressPart, string>> = {};
  let rest = cleanAddressText(text);
  for (const [part, pattern] of patterns) {
    const short = part === "building" ? dashed.exec(rest) : null;
    if (short) return { ...found, building: short[1]!, ...(short[2] ? { unit: short[2] } : {}), room: short[3]! };
    const match = pattern.exec(rest);
    if (match === null) continue;
    found[part] = match[1]!.toLowerCase();
    rest = rest.slice(match[0].length);
  }
  return found;
}

/** Names may be one character off, or have the level above before them (杭州西湖区); numbers may not. */
function samePart(part: AddressPart, a: string, b: string): boolean {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  if (addressParts.indexOf(part) > addressParts.indexOf("road") || shorter < 2) return false;
  return a.endsWith(b) || b.endsWith(a) || (shorter >= 3 && isOneEdit(a, b));
}

export interface AddressAgreement {
  /** The finest level on which both agree before the first on which they differ; null: none. */
  readonly agreed: AddressPart | null;
  readonly differs: AddressPart | null;
}

/** Levels that only one of the two states are passed over. */
export function compareAddresses(a: Address, b: Address): AddressAgreement {
  let agreed: AddressPart | null = null;
  for (const part of addressParts) {
    const [one, other] = [a[part], b[part]];
    if (one === undefined || other === undefined) continue;
    if (!samePart(part, one, other)) return { agreed, differs: part };
    agreed = part;
  }
  return { agreed, differs: null };
}

const likenesses: Readonly<Record<AddressPart, number>> = {
  province: 0.1,
  city: 0.2,
  district: 0.3,
  town: 0.4,
  village: 0.55,
  road: 0.55,
  number: 0.8,
  estate: 0.8,
  building: 0.85,
  unit: 0.9,
  room: 0.97,
};

function cleanAddress(text: string): Cleaned {
  const address = cleanAddressText(text);
  if (address === "") return refuse("empty");
  return Object.keys(readAddress(address)).length >= 2 ? { value: address } : refuse("form");
}

export const address = defineKind({
  id: "address",
  entityKind: "place",
  clean: cleanAddress,
  specificity: 0.3,
  facts: (text): Facts => ({ ...readAddress(text) }),
  compare: (a, b) => {
    if (a === b) return 1;
    const { agreed } = compareAddresses(readAddress(a), readAddress(b));
    return agreed === null ? 0 : likenesses[agreed];
  },
  rarityBits: (value) => {
    const parts = readAddress(value);
    return parts.room ? 28 : parts.number || parts.building || parts.estate ? 24 : parts.road || parts.village ? 17 : 10;
  },
});
