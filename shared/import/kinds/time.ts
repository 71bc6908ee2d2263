// Dates and times in the many spellings of exports, to milliseconds since 1970 UTC and how finely they are known.
import type { TimePrecision } from "../../model/event.ts";
import { daysOf, millisecondsADay, parseOffset } from "./calendar.ts";
import { isDigits, tidyText } from "./tidy.ts";
import { type ClockReading, parseTimeOfDay } from "./timeOfDay.ts";

export type DateOrder = "ymd" | "dmy" | "mdy";

export interface TimeReading {
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  readonly precision: TimePrecision;
}

export interface TimeOptions {
  /** Minutes east of UTC of the writer's clock. */
  readonly offsetMinutes: number;
  readonly order: DateOrder;
}

export const chinaTime: TimeOptions = { offsetMinutes: 480, order: "ymd" };

const pair = (text: string, at: number): number => {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
};

/** Days of `yyyy?mm?dd` or `yyyymmdd` at the start of a text; NaN when it does not stand there. */
function fixedDays(text: string, gap: number): number {
  const year = pair(text, 0) * 100 + pair(text, 2);
  return daysOf(year, pair(text, 4 + gap), pair(text, 6 + gap * 2));
}

const isDateGap = (code: number): boolean => code === 45 || code === 47 || code === 46;

function fixedClock(text: string, at: number, gap: number, hasSeconds: boolean): number {
  const hours = pair(text, at);
  const minutes = pair(text, at + 2 + gap);
  const seconds = hasSeconds ? pair(text, at + 4 + gap * 2) : 0;
  return hours <= 23 && minutes <= 59 && seconds <= 59 ? ((hours * 60 + minutes) * 60 + seconds) * 1000 : Number.NaN;
}

const layoutGaps: Readonly<Record<number, number>> = { 8: 0, 10: 1, 12: 0, 14: 0, 16: 1, 19: 1 };

/** The fixed layouts by their length, without any allocation: yyyymmdd[hhmm[ss]], yyyy-mm-dd[ hh:mm[:ss]]. NaN for all else. */
function readFixed(text: string): number {
  const length = text.length;
  const gap = layoutGaps[length];
  if (gap === undefined) return Number.NaN;
  if (gap === 1) {
    const dash = text.charCodeAt(4);
    if (!isDateGap(dash) || text.charCodeAt(7) !== dash) return Number.NaN;
    if (length > 10 && text.charCodeAt(13) !== 58) return Number.NaN;
    const between = text.charCodeAt(10);
    if (length > 10 && between !== 32 && between !== 84) return Number.NaN;
    if (length === 19 && text.charCodeAt(16) !== 58) return Number.NaN;
  }
  const days = fixedDays(text, gap);
  if (length === 8 || length === 10) return days * millisecondsADay;
  return days * millisecondsADay + fixedClock(text, length > 14 ? 11 : 8, gap, length === 19 || length === 14);
}

const fixedPrecision = (length: number): TimePrecision =>
  length === 19 || length === 14 ? "second" : length === 16 || length === 12 ? "minute" : "day";

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const fullYear = (year: string): number => (year.length > 2 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900));

const numericDate = /^(\d{1,4})([-/.年])(\d{1,2})(?:[-/.]|月)(\d{1,4})(?:日|号)?(?=$|[\sT:上下凌早中晚傍\d]|-\d\d\.)/;
const namedDate =
  /^(?:(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s,-]+(\d{2,4})|([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}))(?=$|[\sT,])/i;

/** Days, and the length of what was read. */
interface DatePart {
  readonly days: number;
  readonly length: number;
}

function orderedDays(a: string, b: string, c: string, order: DateOrder): number {
  if (a.length >= 3) return daysOf(Number(a), Number(b), Number(c));
  if (order === "ymd" && c.length <= 2) return daysOf(fullYear(a), Number(b), Number(c));
  const isMonthFirst = order === "mdy";
  return daysOf(fullYear(c), Number(isMonthFirst ? a : b), Number(isMonthFirst ? b : a));
}

function readDatePart(text: string, order: DateOrder): DatePart | null {
  const match = numericDate.exec(text);
  if (match) return { days: orderedDays(match[1]!, match[3]!, match[4]!, match[2] === "年" ? "ymd" : order), length: match[0].length };
  const digits = /^(\d{8})(?=$|[\sT])/.exec(text);
  if (digits) return { days: fixedDays(text, 0), length: 8 };
  const named = namedDate.exec(text);
  if (named === null) return null;
  const month = months.indexOf((named[2] ?? named[4])!.toLowerCase()) + 1;
  return { days: daysOf(fullYear((named[3] ?? named[6])!), month, Number(named[1] ?? named[5])), length: named[0].length };
}

/** Excel keeps days since 1899-12-30 (1900 system); 20000–80000 are 1954 to 2119. */
function readSerial(text: string): TimeReading | null {
  const match = /^([2-7]\d{4})(?:\.(\d+))?$/.exec(text);
  if (match === null) return null;
  const seconds = match[2] === undefined ? 0 : Math.round(Number(`0.${match[2]}`) * 86_400);
  return { at: (Number(match[1]) - 25_569) * millisecondsADay + seconds * 1000, precision: match[2] === undefined ? "day" : "second" };
}

/** Unix seconds (10 digits) and milliseconds (13): UTC by definition. 17 digits: yyyymmddhhmmssfff. */
function readDigits(text: string, offset: number): TimeReading | null {
  if (text.length === 17) return shift(readFixed(text.slice(0, 14)) + Number(text.slice(14)), offset, "second");
  if (text.length === 10 && text.startsWith("1")) return { at: Number(text) * 1000, precision: "second" };
  return text.length === 13 && text.startsWith("1") ? { at: Number(text), precision: "second" } : null;
}

const shift = (local: number, offset: number, precision: TimePrecision): TimeReading | null =>
  Number.isNaN(local) ? null : { at: local - offset, precision };

const zone = /\s*(Z|[+-]\d\d:?\d\d)$/i;

const longestText = 64;

function readSlowly(text: string, options: TimeOptions): TimeReading | null {
  if (text.length > longestText) return null;
  const tidy = tidyText(text)
    .replace(/\s+/g, " ")
    .replace(/^(?:星期|周)[一二三四五六日天]\s*|\s*(?:星期|周)[一二三四五六日天]/g, "");
  const offset = options.offsetMinutes * 60_000;
  const fixed = readFixed(tidy);
  if (!Number.isNaN(fixed)) return { at: fixed - offset, precision: fixedPrecision(tidy.length) };
  if (isDigits(tidy) && tidy.length > 5) return readDigits(tidy, offset);
  const serial = readSerial(tidy);
  if (serial !== null) return { at: serial.at - offset, precision: serial.precision };
  const date = readDatePart(tidy, options.order);
  if (date === null || Number.isNaN(date.days)) return null;
  const rest = tidy.slice(date.length).replace(/^[T,:\s-]+/, "");
  if (rest === "") return { at: date.days * millisecondsADay - offset, precision: "day" };
  const written = /\d:\d\d/.test(rest) ? zone.exec(rest) : null;
  const clockText = written ? rest.slice(0, written.index) : rest;
  return joinParts(date.days, parseTimeOfDay(clockText), written ? parseOffset(written[1]!) * 60_000 : offset);
}

function joinParts(days: number, clock: ClockReading | null, offset: number): TimeReading | null {
  return clock === null ? null : shift(days * millisecondsADay + clock.milliseconds, offset, clock.precision);
}

/** Date, or date and time of day, in one cell; null for what cannot be read. */
export function parseTime(text: string, options: TimeOptions = chinaTime): TimeReading | null {
  const fixed = readFixed(text);
  return Number.isNaN(fixed)
    ? readSlowly(text, options)
    : { at: fixed - options.offsetMinutes * 60_000, precision: fixedPrecision(text.length) };
}

/** Date and time of day in two cells. An empty time of day leaves the day; an unreadable one is null. */
export function parseDateAndTime(date: string, timeOfDay: string, options: TimeOptions = chinaTime): TimeReading | null {
  const day = parseTime(date, options);
  if (day === null || timeOfDay.trim() === "") return day;
  const clock = parseTimeOfDay(timeOfDay);
  const offset = options.offsetMinutes * 60_000;
  if (clock === null) {
    const whole = parseTime(timeOfDay, options);
    return whole !== null && whole.precision !== "day" ? joinParts(dayOf(day.at, offset), clockOf(whole, offset), offset) : null;
  }
  return joinParts(dayOf(day.at, offset), clock, offset);
}

const dayOf = (at: number, offset: number): number => Math.floor((at + offset) / millisecondsADay);

const clockOf = (reading: TimeReading, offset: number): ClockReading => ({
  milliseconds: reading.at + offset - dayOf(reading.at, offset) * millisecondsADay,
  precision: reading.precision,
});
