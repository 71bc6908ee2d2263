// What the cells of a column look like: shares of its filled cells that read as a time, an amount, an identifier …

import { wayOf } from "../cells/callWords.ts";
import { readClock } from "../cells/clock.ts";
import { readDuration } from "../cells/duration.ts";
import { readMoney } from "../cells/money.ts";
import { isMonthDay, TimeReader } from "../cells/timeReader.ts";
import { cellText, currencyOf, sideOf } from "../cells/words.ts";
import { findDateOrder } from "../columnFacts.ts";
import { findKind } from "../kinds/index.ts";
import { isClean } from "../kinds/kind.ts";
import { tidyText } from "../kinds/tidy.ts";

export interface ColumnProfile {
  readonly filled: number;
  readonly empty: number;
  readonly distinct: number;
  readonly meanLength: number;
  readonly share: Readonly<Record<Feature, number>>;
  /** 1, 2, 3 … : the number of the line, no fact. */
  readonly isCounter: boolean;
  readonly cells: readonly string[];
}

const kindTest = (id: string) => {
  const kind = findKind(id)!;
  return (cell: string) => {
    const cleaned = kind.clean(cell);
    return isClean(cleaned) && cleaned.doubt === undefined;
  };
};

const isDate = (cell: string): number => {
  if (!/\d/.test(cell) || cell.length > 32 || isSerial(cell)) return -1;
  return reader.read(cell) ? reader.precision : -1;
};
const reader = new TimeReader();
const isSerial = (cell: string): boolean => /^\d{5}(?:\.\d+)?$/.test(cell);
const isEpoch = (cell: string): boolean => /^1\d{9}(?:\d{3})?$/.test(cell);

/** A cell may hold several identifiers: each of them must pass. */
const eachPart =
  (test: (part: string) => boolean) =>
  (cell: string): boolean => {
    if (!/[、；;，,/\n]/.test(cell)) return test(cell);
    const parts = cell.split(/[、；;，,/\n]+/).filter((part) => part.trim() !== "");
    return parts.length > 0 && parts.every((part) => test(part.trim()));
  };

const features = {
  stamp: (cell: string) => !isEpoch(cell) && isDate(cell) >= 0 && isDate(cell) < 2,
  /** Seconds or milliseconds since 1970; ten digits may be an account as well. */
  epoch: (cell: string) => isEpoch(cell),
  /** Day numbers of a spreadsheet look like amounts: only a heading makes them dates. */
  serial: (cell: string) => isSerial(cell) && reader.read(cell),
  date: (cell: string) => isDate(cell) === 2,
  /** A day without a year: 03-01, 3/1 08:05, 3月1日. */
  monthDay: (cell: string) => isMonthDay(cell),
  clock: (cell: string) => /\d/.test(cell) && !/^\d+\.\d\d?$/.test(cell) && readClock(cell) !== null,
  money: (cell: string) => /\d/.test(cell) && cell.length < 40 && !Number.isNaN(readMoney(cell)) && !/^\d{14,}$/.test(cell),
  decimal: (cell: string) => /^\D{0,4}-?[\d,]+\.\d+\D{0,3}$/.test(cell),
  negative: (cell: string) => /[-−(]/.test(cell) && readMoney(cell) < 0,
  digits: (cell: string) => /^\d+$/.test(cell),
  number: (cell: string) => /^-?[\d,]*\.?\d+(?:e[+-]?\d+)?$/i.test(cell),
  duration: (cell: string) => !Number.isNaN(readDuration(cell)) && (/^\d{1,6}$/.test(cell) || /[:分秒'"smh]/.test(cell)),
  direction: (cell: string) => sideOf(cell) !== "",
  way: (cell: string) => wayOf(cell) !== "",
  currency: (cell: string) => /^[A-Z]{3}$/.test(currencyOf(cell)) || currencyOf(cell) === "USDT",
  account: eachPart(
    (cell) =>
      /^[\dA-Za-z@._:*+-]{5,64}$/.test(cell.replace(/\s/g, "")) &&
      (/\d{4}/.test(cell) || /[*@]/.test(cell) || /^0x/.test(cell)) &&
      !/^\d{4}[-/]\d/.test(cell) &&
      !/^-?\d+\.\d+$/.test(cell),
  ),
  card: (cell: string) => /^\d{15,19}$/.test(cell.replace(/\s/g, "")),
  mobile: eachPart(kindTest("mobile")),
  phone: eachPart((cell) => /^[+\d()\-\s]{3,20}$/.test(cell) && !/^\d{4}-\d\d?-\d\d?$/.test(cell)),
  identity: eachPart(kindTest("identity-number")),
  plate: eachPart(kindTest("plate")),
  ip: kindTest("ip"),
  mac: (cell: string) => /^(?:[\da-f]{2}[:-]?){5}[\da-f]{2}$/i.test(cell),
  imei: (cell: string) => /^\d{14,16}$/.test(cell),
  netid: (cell: string) => /^[\w.@:/?&=%#+-]{4,}$/.test(cell) || /[\w-]+\.[a-z]{2,}/i.test(cell),
  name: (cell: string) =>
    /^[\u4e00-\u9fff·*xX某]{2,5}$/.test(cell) ||
    /^[A-Za-z][A-Za-z.'\-\s]{1,40}$/.test(cell) ||
    /公司|商行|经营部|店$|中心$|银行|支付宝|财付通/.test(cell),
  words: (cell: string) => /[\u4e00-\u9fffA-Za-z]/.test(cell),
  address: (cell: string) => cell.length >= 4 && /[省市区县镇乡村路街号楼室弄巷栋幢]|street|road|avenue|\bst\b|\brd\b/i.test(cell),
  degrees: (cell: string) => /^-?\d{1,3}\.\d{2,}$/.test(cell) && Math.abs(Number(cell)) <= 180,
} as const;

export type Feature = keyof typeof features;
const featureNames = Object.keys(features) as readonly Feature[];

export function profileColumn(rows: readonly (readonly string[])[], index: number): ColumnProfile {
  const raw = rows.map((cells) => tidyText((cells[index] ?? "").trim()));
  // "/" says "neither" in a column of directions; elsewhere it says nothing.
  const cells = raw.filter((cell) => cell === "/" || cellText(cell) !== "");
  const share = Object.fromEntries(featureNames.map((name) => [name, shareOf(cells, features[name])])) as Record<Feature, number>;
  const order = findDateOrder(cells);
  if (order && share.date + share.stamp < 0.9) Object.assign(share, sharesInOrder(cells, order.order));
  const isCounter =
    cells.length > 2 && share.digits === 1 && cells.every((cell, i) => i === 0 || Number(cell) === Number(cells[i - 1]) + 1);
  return {
    filled: cells.length,
    empty: raw.length - cells.length,
    distinct: new Set(cells).size,
    cells,
    share,
    isCounter,
    meanLength: cells.length === 0 ? 0 : cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length,
  };
}

const shareOf = (cells: readonly string[], test: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(test).length / cells.length;

function sharesInOrder(cells: readonly string[], dateOrder: "ymd" | "dmy" | "mdy"): { stamp: number; date: number } {
  const ordered = new TimeReader({ dateOrder });
  const precisionOf = (cell: string) => (ordered.read(cell) ? ordered.precision : -1);
  return {
    stamp: shareOf(cells, (cell) => precisionOf(cell) >= 0 && precisionOf(cell) < 2),
    date: shareOf(cells, (cell) => precisionOf(cell) === 2),
  };
}
