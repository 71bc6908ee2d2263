// Reads points in time from cells. The common spelling goes a short way without regular expressions; answers stand in fields, not in
// objects, because statements have millions of rows.
import { defaultUtcOffset } from "../../model/time.ts";
import { type Clock, noClock, readClock } from "./clock.ts";

export type DateOrder = "ymd" | "dmy" | "mdy";

export interface TimeFormat {
  /** Minutes east of UTC of times without an offset. */
  readonly utcOffset?: number;
  readonly dateOrder?: DateOrder;
  /** Digits of a time of day without separators, by the longest cell of its column. */
  readonly clockDigits?: number;
  /** Every sample shows midnight: the sheet knows days only. */
  readonly isDayOnly?: boolean;
  /** The year of days that are written without one. */
  readonly years?: YearRange;
}

/** From the first month of the first year; a month before it belongs to the last year (a statement over New Year). */
export interface YearRange {
  readonly first: number;
  readonly firstMonth: number;
  readonly last: number;
}

const day = 86_400_000;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const yearFirst = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?/;
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/;
const dayNamed = /^(\d{1,2})[\s-]*([a-z]{3})[a-z]*[\s,-]*(\d{4})/i;
const monthNamed = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})/i;
const withoutYear = /^(0?[1-9]|1[0-2])\s*[-/月]\s*(0?[1-9]|[12]\d|3[01])日?(?=$|\s)/;
const offsetAtEnd = /\s*(?:(?:UTC|GMT)\s*)?(Z|[+-]\d{1,2}(?::?\d\d)?)$/i;

export const isMonthDay = (text: string): boolean => withoutYear.test(text) && /^[^\s]+(?:\s+\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?$/.test(text);

export class TimeReader {
  /** Milliseconds since 1970, UTC, after a successful reading. */
  at = Number.NaN;
  /** Index into `timePrecisions`. */
  precision = 2;
  private readonly offsetMs: number;
  private readonly order: DateOrder;
  private readonly clockDigits: number;
  private readonly isDayOnly: boolean;
  private readonly years: YearRange | null;
  private lastDate = "";
  private lastMidnight = Number.NaN;

  constructor(format: TimeFormat = {}) {
    this.offsetMs = (format.utcOffset ?? defaultUtcOffset) * 60_000;
    this.order = format.dateOrder ?? "ymd";
    this.clockDigits = format.clockDigits ?? 0;
    this.isDayOnly = format.isDayOnly ?? false;
    this.years = format.years ?? null;
  }

  /** Date and time of day in one cell, or the date alone. */
  read(text: string): boolean {
    if (this.readCommon(text)) return true;
    return this.readSlowly(text.trim());
  }

  readParts(date: string, clock: string): boolean {
    if (!this.read(date)) return false;
    if (this.precision !== 2) return true;
    const time = readClock(clock, this.clockDigits) ?? this.clockOfStamp(clock);
    if (time === null) return false;
    this.at += time.ms;
    this.precision = time.precision;
    return true;
  }

  /** A clock column that repeats the date before the time of day. */
  private clockOfStamp(text: string): Clock | null {
    const { at } = this;
    if (!this.read(text)) return null;
    const ms = (((this.at + this.offsetMs) % day) + day) % day;
    this.at = at;
    return { ms, precision: this.precision };
  }

  /** `2026-11-22 21:19:00`, `2026/11/22 21:19:00`, `2026-11-22`. */
  private readCommon(text: string): boolean {
    const { length } = text;
    if ((length !== 19 && length !== 10) || !isSeparator(text.charCodeAt(4)) || text.charCodeAt(7) !== text.charCodeAt(4)) return false;
    const midnight = this.midnightOf(text);
    if (Number.isNaN(midnight)) return false;
    if (length === 10) return this.set(midnight, 0, 2);
    if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return false;
    const hours = twoDigits(text, 11);
    const minutes = twoDigits(text, 14);
    const seconds = twoDigits(text, 17);
    if (!(hours < 24 && minutes < 60 && seconds < 60)) return false;
    return this.set(midnight, hours * 3_600_000 + minutes * 60_000 + seconds * 1_000, 0);
  }

  private midnightOf(text: string): number {
    const date = text.length === 10 ? text : text.slice(0, 10);
    if (date !== this.lastDate) {
      this.lastDate = date;
      this.lastMidnight = midnight(twoDigits(date, 0) * 100 + twoDigits(date, 2), twoDigits(date, 5), twoDigits(date, 8));
    }
    return this.lastMidnight;
  }

  private set(midnightUtc: number, clockMs: number, precision: number, offsetMs = this.offsetMs): boolean {
    if (Number.isNaN(midnightUtc)) return false;
    this.at = midnightUtc + clockMs - offsetMs;
    this.precision = this.isDayOnly && clockMs === 0 ? 2 : precision;
    return true;
  }

  private readSlowly(text: string): boolean {
    if (/^\d+(\.\d+)?$/.test(text)) return this.readNumber(text);
    const { midnightUtc, rest } = this.readDate(text.replace(/^(?:星期|周).\s*/, ""));
    if (Number.isNaN(midnightUtc)) return false;
    let clock = rest.replace(/^[\sT,\-_]+/, "").replace(/\s*(?:星期|周)[一二三四五六日天]$/, "");
    // 20-11-22 12345678 is the number of an account, no date with thousandths of a second.
    if (/^\d{7,}$/.test(clock) && !/^\d{4}/.test(text)) return false;
    const offset = clock.includes(":") ? offsetAtEnd.exec(clock) : null;
    if (offset) clock = clock.slice(0, offset.index);
    const time = clock === "" ? noClock : readClock(clock);
    if (time === null) return false;
    return this.set(midnightUtc, time.ms, time.precision, offset ? offsetOf(offset[1]!) : undefined);
  }

  private readDate(text: string): { midnightUtc: number; rest: string } {
    const first = yearFirst.exec(text);
    if (first) return { midnightUtc: midnight(Number(first[1]), Number(first[2]), Number(first[3])), rest: text.slice(first[0].length) };
    const packed = /^(\d{4})(\d\d)(\d\d)(?=\D)/.exec(text);
    if (packed) return { midnightUtc: midnight(Number(packed[1]), Number(packed[2]), Number(packed[3])), rest: text.slice(8) };
    const last = yearLast.exec(text);
    if (last) return { midnightUtc: this.orderDate(Number(last[1]), Number(last[2]), Number(last[3])), rest: text.slice(last[0].length) };
    const bare = this.years === null ? null : withoutYear.exec(text);
    if (bare) return { midnightUtc: this.inYears(Number(bare[1]), Number(bare[2])), rest: text.slice(bare[0].length) };
    return readNamedMonth(text);
  }

  private inYears(month: number, dayOfMonth: number): number {
    const { first, firstMonth, last } = this.years!;
    return midnight(month >= firstMonth ? first : last, month, dayOfMonth);
  }

  private orderDate(a: number, b: number, c: number): number {
    const year = c < 100 ? 2000 + c : c;
    if (this.order === "mdy") return midnight(year, a, b);
    if (this.order === "ymd" && c < 100) return midnight(2000 + a, b, c);
    const asDay = midnight(year, b, a);
    return Number.isNaN(asDay) && this.order === "ymd" ? midnight(year, a, b) : asDay;
  }

  /** Packed digits, seconds or milliseconds since 1970, a spreadsheet's day number. */
  private readNumber(text: string): boolean {
    const digits = text.replace(/\.0+$/, "");
    if (/^(19|20)\d{6}(\d{4}|\d{6})?(\d{3})?$/.test(digits)) return this.readPacked(digits);
    const value = Number(text);
    if (/^\d{13}$/.test(digits)) return this.set(value, 0, 0, 0);
    if (/^1\d{9}$/.test(digits)) return this.set(value * 1_000, 0, 0, 0);
    if (value < 20_000 || value >= 80_000) return false;
    const whole = Math.floor(value);
    const clockMs = Math.round((value - whole) * 86_400) * 1_000;
    return this.set((whole - 25_569) * day, clockMs, text.includes(".") && clockMs > 0 ? 0 : 2);
  }

  private readPacked(digits: string): boolean {
    const midnightUtc = midnight(Number(digits.slice(0, 4)), twoDigits(digits, 4), twoDigits(digits, 6));
    if (digits.length === 8) return this.set(midnightUtc, 0, 2);
    const clock = readClock(digits.slice(8, 14), digits.length >= 14 ? 6 : 4);
    return clock !== null && this.set(midnightUtc, clock.ms, clock.precision);
  }
}

function readNamedMonth(text: string): { midnightUtc: number; rest: string } {
  const byDay = dayNamed.exec(text);
  if (byDay)
    return {
      midnightUtc: midnight(Number(byDay[3]), months.indexOf(byDay[2]!.toLowerCase()) + 1, Number(byDay[1])),
      rest: text.slice(byDay[0].length),
    };
  const byMonth = monthNamed.exec(text);
  if (byMonth)
    return {
      midnightUtc: midnight(Number(byMonth[3]), months.indexOf(byMonth[1]!.toLowerCase()) + 1, Number(byMonth[2])),
      rest: text.slice(byMonth[0].length),
    };
  return { midnightUtc: Number.NaN, rest: "" };
}

const isSeparator = (code: number) => code === 45 || code === 47;

function twoDigits(text: string, at: number): number {
  const a = text.charCodeAt(at) - 48;
  const b = text.charCodeAt(at + 1) - 48;
  return a >= 0 && a <= 9 && b >= 0 && b <= 9 ? a * 10 + b : Number.NaN;
}

/** NaN for a day that the calendar does not have. */
function midnight(year: number, month: number, dayOfMonth: number): number {
  if (!(month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= 31 && year >= 1800 && year < 2200)) return Number.NaN;
  const at = Date.UTC(year, month - 1, dayOfMonth);
  return new Date(at).getUTCDate() === dayOfMonth ? at : Number.NaN;
}

function offsetOf(text: string): number {
  const match = /^([+-])(\d{1,2}):?(\d\d)?$/.exec(text);
  if (!match) return 0;
  return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0)) * 60_000;
}
