// Reads an address line into its levels, in whatever order and spelling: names that a standard table knows come first, then what each level looks like.
import { provinceNames } from "../kinds/address.ts";
import { type AddressLevel, addressLevels, type LevelText } from "./levels.ts";
import { cleanAddressLine } from "./normalise.ts";

/** Names of the levels that have names, as a standard table writes them and without their suffix. */
export interface KnownNames {
  /** Levels that something of this name stands on, coarse first. */
  levelsOf(name: string): readonly AddressLevel[];
}

const noLevels: readonly AddressLevel[] = [];
const nobody: KnownNames = { levelsOf: () => noLevels };

type Named = "province" | "city" | "district" | "town" | "community" | "road" | "estate";

/** Levels with names: what their end looks like. 小区, 社区, 新村 and the like are no district and no village. */
const named: readonly (readonly [Named, RegExp])[] = [
  [
    "province",
    new RegExp(`^(?:${provinceNames})(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|省|市(?!区))?(?!(?:东|西|南|北|中)?(?:路|街|道|大道))`),
  ],
  ["city", /^[\p{Script=Han}]{2,7}?(?:(?<![超菜夜])市(?![场区])|自治州|地区|盟)/u],
  ["district", /^[\p{Script=Han}]{2,7}?(?:新区|(?<![小社园校厂景库片])区(?!间)|自治县|县(?!道)|自治旗)/u],
  ["town", /^[\p{Script=Han}]{2,6}?(?:街道办事处|街道(?!口)|镇(?!路)|乡(?!路)|苏木)/u],
  ["community", /^[\p{Script=Han}\d]{2,8}?(?:社区居委会|社区|居委会|村委会|行政村|(?<!新)村(?![路街道巷]))/u],
  ["road", /^[\p{Script=Han}\d]{1,9}?(?:大道|大街|胡同|路|街(?!道)|巷|弄|(?<![街])道)(?:[东南西北中]段)?/u],
  [
    "estate",
    /^[\p{Script=Han}\d]{2,12}?(?:小区|花园|花苑|公寓|大厦|家园|广场|新村|名邸|人家|佳苑|苑|城|庭|府|里|宿舍)(?!小区|[东南西北中]?(?:路|街|巷|大道))/u,
  ],
];

const numbers: readonly (readonly [AddressLevel, RegExp])[] = [
  ["number", /^\d+(?:[-—之]\d+)?[a-z]?号(?:之\d+)?(?!楼|房)(?:大?院)?/iu],
  ["building", /^(?:\d+[a-z]?|[a-z]\d*)(?:号楼|栋|幢|座|楼(?=\d+单元|\d+-))/iu],
  ["unit", /^[\da-z]{1,3}(?:单元|门(?=\d))/iu],
  ["floor", /^\d{1,2}(?:层|楼|f(?![a-z]))/iu],
  ["room", /^[\da-z]{1,6}(?:室|号房|房|户)/iu],
];

/** 3-2-501 and 3-501 behind a road number or an estate: building, unit, room. */
const dashed = /^([\da-z]{1,3})(?:号楼|栋|幢|座)?[-—](?:(\d{1,2})(?:单元)?[-—])?(\d{2,5})(?:室)?$/iu;
const lastRoom = /^[\da-z]{1,5}(?:号)?$/iu;
const fewestKnown = 2;
const longestKnown = 12;

export function parseAddress(text: string, names: KnownNames = nobody): LevelText {
  const found: Partial<Record<AddressLevel, string>> = {};
  const line = cleanAddressLine(text);
  for (let at = 0; at < line.length; ) {
    const rest = line.slice(at);
    const match = readNumbers(rest, found) ?? readKnown(rest, found, names) ?? readNamed(rest, found, names);
    if (match !== null) Object.assign(found, match.levels);
    at += match?.length ?? 1;
  }
  return found;
}

interface Match {
  readonly levels: LevelText;
  readonly length: number;
}

const hasLot = (found: LevelText) => found.number !== undefined || found.estate !== undefined || found.community !== undefined;

function readNumbers(rest: string, found: LevelText): Match | null {
  if (!/^[\da-z]/i.test(rest)) return null;
  const short = found.building === undefined && hasLot(found) ? dashed.exec(rest) : null;
  if (short)
    return {
      levels: { building: `${short[1]}栋`, ...(short[2] && { unit: `${short[2]}单元` }), room: `${short[3]}室` },
      length: rest.length,
    };
  for (const [level, pattern] of numbers) {
    const match = pattern.exec(rest);
    if (match === null) continue;
    // 翠苑小区3号501: behind an estate a number is that of a building.
    const own =
      level === "number" && (found.number !== undefined || (found.estate !== undefined && found.road === undefined)) ? "building" : level;
    if (found[own] !== undefined) continue;
    return { levels: { [own]: match[0] }, length: match[0].length };
  }
  const bare = found.room === undefined && (found.building !== undefined || hasLot(found)) ? lastRoom.exec(rest) : null;
  return bare === null ? bareNumber(rest, found) : { levels: bareTail(bare[0], found), length: bare[0].length };
}

/** 文三路138 with nothing behind it is a number; figures behind that a room. */
const bareTail = (text: string, found: LevelText): LevelText =>
  found.road !== undefined && found.number === undefined && found.building === undefined
    ? { number: `${text}号` }
    : { room: `${text.replace(/号$/, "")}室` };

/** 文三路138翠苑小区: figures right behind a road. */
function bareNumber(rest: string, found: LevelText): Match | null {
  if (found.road === undefined || found.number !== undefined || found.building !== undefined) return null;
  const match = /^\d{1,4}(?:-\d+)?(?![\d号栋幢座单层楼室房户-])/.exec(rest);
  return match && { levels: { number: `${match[0]}号` }, length: match[0].length };
}

/** The longest name of the table that stands here; a coarser level never behind a finer one. */
function readKnown(rest: string, found: LevelText, names: KnownNames): Match | null {
  for (let length = Math.min(longestKnown, rest.length); length >= fewestKnown; length--) {
    const name = rest.slice(0, length);
    for (const level of names.levelsOf(name)) {
      if (found[level] !== undefined) continue;
      if (level !== "road" && level !== "estate" && !isAhead(level, found)) continue;
      // 东渡 of 东渡路 is no district.
      if (
        /^(?:[东南西北中])?(?:路|街(?!道)|大道|大街|巷|小区|新村|花园)/u.test(rest.slice(length)) &&
        level !== "road" &&
        !/(?:区|县|市|省|街道|镇|乡|社区|村)$/.test(name)
      )
        continue;
      return { levels: { [level]: name + tailOf(level, rest.slice(length)) }, length: length + tailOf(level, rest.slice(length)).length };
    }
  }
  return null;
}

const isAhead = (level: AddressLevel, found: LevelText) =>
  addressLevels.slice(addressLevels.indexOf(level)).every((finer) => found[finer] === undefined);

const tails: Partial<Record<AddressLevel, RegExp>> = {
  province: /^(?:省|(?:壮族|回族|维吾尔)?自治区|市(?![\p{Script=Han}]*市))/u,
  city: /^(?:市|自治州|地区|盟)/,
  district: /^(?:新区|区|县|市)/,
  town: /^(?:街道办事处|办事处|街道|镇|乡)/,
  community: /^(?:社区居委会|社区|居委会|村委会|村)/,
  estate: /^(?:住宅小区|小区)/,
};

/** The suffix that follows a name known without it. */
const tailOf = (level: AddressLevel, rest: string): string => tails[level]?.exec(rest)?.[0] ?? "";

function readNamed(rest: string, found: LevelText, names: KnownNames): Match | null {
  let best: Match | null = null;
  for (const [level, pattern] of named) {
    const isFree = level === "road" || level === "estate";
    if (found[level] !== undefined || (!isFree && !isAhead(level, found))) continue;
    const match = pattern.exec(rest);
    // 滨江大厦江滨大道: of a road and an estate that both begin here, the shorter one.
    if (match === null || (best !== null && best.length <= match[0].length)) continue;
    best = { levels: { [level]: knownEnd(level, match[0], names) }, length: match[0].length };
    if (!isFree) return best;
  }
  return best;
}

/** 老马面馆旁文三路 → 文三路, where the table knows the end. */
function knownEnd(level: AddressLevel, name: string, names: KnownNames): string {
  for (let begin = 1; name.length - begin >= fewestKnown; begin++)
    if (names.levelsOf(name.slice(begin)).includes(level)) return name.slice(begin);
  return name;
}
