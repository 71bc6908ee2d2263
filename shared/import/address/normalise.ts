// Spellings of one level made equal: suffixes that may be left out, 栋 / 幢 / 座 / 号楼, leading zeros, Chinese numerals.
import { tidyText } from "../kinds/tidy.ts";
import type { AddressLevel, LevelText } from "./levels.ts";

const digits = "零一二三四五六七八九";

/** 三十二 → 32, 一百零八 → 108, 五零一 → 501. */
export function readNumeral(text: string): string {
  const plain = text.replaceAll("〇", "零").replaceAll("两", "二");
  if (!/[十百]/.test(plain)) return [...plain].map((sign) => digits.indexOf(sign)).join("");
  const [, hundreds = "", rest = ""] = /^(?:(.?)百)?(.*)$/.exec(plain) ?? [];
  const sum = hundreds === "" ? 0 : digits.indexOf(hundreds) * 100;
  const low = rest.replace(/^零/, "");
  if (!low.includes("十")) return String(sum + (low === "" ? 0 : digits.indexOf(low)));
  const [tens = "", ones = ""] = low.split("十");
  return String(sum + (tens === "" ? 1 : digits.indexOf(tens)) * 10 + (ones === "" ? 0 : digits.indexOf(ones)));
}

const numeral = /[零〇一二两三四五六七八九十百]+(?=号楼|号|栋|幢|座|单元|门(?!口)|室|层|楼|弄|组)/g;

/** The text without blanks and separators, numerals before a unit as digits, # as 号; brackets open a part of their own. */
export const cleanAddressLine = (text: string): string =>
  tidyText(text)
    .replace(/[\s,，、;；。.|/\\()（）[\]【】“”"']+/g, "")
    .replaceAll("#", "号")
    .replace(numeral, readNumeral)
    .replace(/^(?:中国|中华人民共和国)/, "");

const suffixes: Partial<Record<AddressLevel, RegExp>> = {
  province: /(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|省|市)$/,
  city: /(?:市|自治州|地区|盟)$/,
  district: /(?:自治县|自治旗|新区|区|县|市|旗)$/,
  town: /(?:街道办事处|街道|镇|乡|苏木)$/,
  community: /(?:社区居委会|社区居民委员会|村民委员会|居民委员会|村委会|居委会|行政村|社区|村)$/,
  estate: /(?:住宅小区|小区)$/,
};

const numbered: Partial<Record<AddressLevel, RegExp>> = {
  number: /(?:号院|号大院|号)$/,
  building: /(?:号楼|楼|栋|幢|座|号)$/,
  unit: /(?:单元|门)$/,
  floor: /(?:层|楼|f)$/i,
  room: /(?:号房|室|房|户|号)$/,
};

/** One level as it is compared: "翠苑街道" and "翠苑" are equal, as are "03幢" and "3号楼". */
export function normalLevel(level: AddressLevel, written: string): string {
  const text = cleanAddressLine(written);
  const unit = numbered[level];
  if (unit)
    return text
      .toLowerCase()
      .replace(unit, "")
      .replace(/号之|之|—|－/g, "-")
      .replace(/^0+(?=[\da-z])/, "");
  const suffix = suffixes[level];
  const bare = suffix ? text.replace(suffix, "") : text;
  return bare.length >= 2 ? bare : text;
}

export function normalLevels(levels: LevelText): LevelText {
  return Object.fromEntries(
    Object.entries(levels).flatMap(([level, written]) => {
      const value = written ? normalLevel(level as AddressLevel, written) : "";
      return value === "" ? [] : [[level, value]];
    }),
  );
}

const units: Partial<Record<AddressLevel, string>> = { number: "号", building: "栋", unit: "单元", floor: "层", room: "室" };

/** A cell of a column of its own: bare figures get the word that the level has (138 → 138号). */
export function writtenLevel(level: AddressLevel, cell: string): string {
  const text = cell.normalize("NFKC").replace(/\s+/g, "");
  return /^[\da-z][\da-z-]*$/i.test(text) ? text + (units[level] ?? "") : text;
}
