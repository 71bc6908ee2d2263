// What a running text says beside identifiers: who is named, where something is, and which days. Told by the words around and by form, so each with
// how sure it is; none of it names an entity by itself.
import { provinceNames, readAddress } from "./kinds/address.ts";
import { findRoleNames } from "./namesInText.ts";

export interface Passage {
  readonly kind: "person-name" | "address" | "date";
  /** UTF-16 places [start, end). */
  readonly start: number;
  readonly end: number;
  /** 0..1. */
  readonly confidence: number;
}

const sureOf = { name: 0.7, day: 0.9 } as const;
/** By the number of levels that an address states. */
const sureOfLevels: readonly number[] = [0, 0, 0.45, 0.6, 0.8];

const days = /(?<![\d.])(?:19|20)\d{2}\s?(?:年|[-/.])\s?(?:1[0-2]|0?[1-9])\s?(?:月|[-/.])\s?(?:3[01]|[12]\d|0?[1-9])(?!\d)日?/g;

const addressSigns = "[\\p{Script=Han}\\dA-Za-z（）()#—-]";
/** Begins with a province, or behind a word that leads to a place. */
const addressForm = new RegExp(
  `(?:(?<lead>住址|地址|户籍地|户籍|现住|家住|住在|住|位于|来到|前往|在)[:：为是]?\\s*)?(?<address>(?:(?:${provinceNames})(?!(?:东|西|南|北|中)?(?:路|街|道))|(?<=[址地籍住在于到往:：为是]\\s*)\\p{Script=Han})${addressSigns}{3,50})`,
  "gu",
);
/** The last sign that ends a level. */
const addressEnd = /^.*(?:[省市区县旗镇乡村路街巷弄道号栋幢座室层楼]|单元|小区|大厦|花园|广场|公寓)/su;

const levelsOf = (text: string): number => Object.keys(readAddress(text)).length;

const longestLine = 60;
/** Words that lead to an address, or a person: then the address begins behind them. */
const led = /^(?:在|到|去|住|来|从|往|被|我|你|他|她|对方)/;

/** A line or cell that is an address and nothing else. */
function addressLines(text: string): Passage[] {
  return [...text.matchAll(/[^\n\t]+/g)].flatMap(({ 0: line, index }): Passage[] => {
    const written = line.trim();
    if (written.length > longestLine || led.test(written) || !/^[\p{Script=Han}\dA-Za-z（）()#\s-]+$/u.test(written)) return [];
    const { road, village, town, estate, ...others } = readAddress(written);
    if ((road ?? village ?? town ?? estate) === undefined || Object.keys(others).length === 0) return [];
    const start = index + line.indexOf(written);
    const confidence = sureOfLevels[Math.min(levelsOf(written), sureOfLevels.length - 1)]!;
    return [{ kind: "address", start, end: start + written.length, confidence }];
  });
}

function addressesIn(text: string): Passage[] {
  return [...text.matchAll(addressForm)].flatMap((match): Passage[] => {
    const written = match.groups!["address"]!;
    const start = match.index + match[0].length - written.length;
    const address = addressEnd.exec(written)?.[0] ?? "";
    const confidence = sureOfLevels[Math.min(levelsOf(address), sureOfLevels.length - 1)]!;
    const isPlace = confidence > 0 && /[路街巷弄道号村栋幢室镇乡]|小区|单元/.test(address);
    return isPlace ? [{ kind: "address", start, end: start + address.length, confidence }] : [];
  });
}

/** In the order of the text; where two overlap, the one that begins first stays. */
export function findPassages(text: string): readonly Passage[] {
  const names = findRoleNames(text).map((at): Passage => ({ ...at, kind: "person-name", confidence: sureOf.name }));
  const dated = [...text.matchAll(days)].map(
    ({ 0: day, index }): Passage => ({ kind: "date", start: index, end: index + day.length, confidence: sureOf.day }),
  );
  const all = [...names, ...dated, ...addressLines(text), ...addressesIn(text)].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Passage[] = [];
  for (const one of all) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}
