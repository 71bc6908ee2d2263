// Times of day: 21:19:05 · 21时19分 · 下午3点 · 0700 · 2027 · 211905 · 93015120 (hundredths) · 211905123 · 0.8875 of a day.
import type { TimePrecision } from "../../model/event.ts";
import { isDigits, tidyText } from "./tidy.ts";

export interface ClockReading {
  /** Milliseconds since midnight; 24:00 is 86,400,000. */
  readonly milliseconds: number;
  readonly precision: TimePrecision;
}

function clock(hours: number, minutes: number, seconds: number, milliseconds: number, precision: TimePrecision): ClockReading | null {
  if (minutes > 59 || seconds > 60 || hours > 24 || (hours === 24 && minutes + seconds + milliseconds > 0)) return null;
  return { milliseconds: ((hours * 60 + minutes) * 60 + Math.min(seconds, 59)) * 1000 + milliseconds, precision };
}

const part = (digits: string, from: number, until: number): number => Number(digits.slice(from, until));

const hhmmss = (digits: string, milliseconds: number): ClockReading | null =>
  clock(part(digits, 0, 2), part(digits, 2, 4), part(digits, 4, 6), milliseconds, "second");

/** Leading zeros may have been lost. 8 digits are hundredths (HHMMSScc), or 9 digits that lost a zero. */
function readClockDigits(digits: string): ClockReading | null {
  if (digits.length <= 4) {
    const padded = digits.padStart(4, "0");
    return clock(part(padded, 0, 2), part(padded, 2, 4), 0, 0, "minute");
  }
  if (digits.length <= 6) return hhmmss(digits.padStart(6, "0"), 0);
  if (digits.length === 8) return hhmmss(digits, part(digits, 6, 8) * 10) ?? hhmmss(`0${digits}`, part(digits, 5, 8));
  if (digits.length > 9) return null;
  const padded = digits.padStart(9, "0");
  return hhmmss(padded, part(padded, 6, 9));
}

const wordForm =
  /^(凌晨|早上|清晨|上午|中午|下午|傍晚|晚上|晚|夜间|am|pm)?\s*(\d{1,2})\s*(?::|时|点|\.)\s*(?:(半|一刻|三刻)|(\d{1,2})\s*(?::|分|\.)?\s*(?:(\d{1,2})(?:[.,](\d{1,9}))?\s*秒?)?)?(?:许|左右)?\s*(am|pm)?$/i;
const quarterMinutes: Readonly<Record<string, number>> = { 半: 30, 一刻: 15, 三刻: 45 };

function hoursIn24(hours: number, word: string): number {
  if (/^(?:下午|傍晚|晚上|晚|夜间|pm)$/.test(word)) return hours < 12 ? hours + 12 : hours === 12 && /晚|夜/.test(word) ? 24 : hours;
  if (/^(?:凌晨|上午|早上|清晨|am)$/.test(word)) return hours === 12 ? 0 : hours;
  return word === "中午" && hours < 3 ? hours + 12 : hours;
}

function readClockWords(text: string): ClockReading | null {
  const match = wordForm.exec(text);
  if (match === null) return null;
  const [, before, hours, quarter, minutes, seconds, fraction, after] = match;
  const hour = hoursIn24(Number(hours), (before ?? after ?? "").toLowerCase());
  if (quarter !== undefined) return clock(hour, quarterMinutes[quarter]!, 0, 0, "minute");
  const milliseconds = Number((fraction ?? "0").padEnd(3, "0").slice(0, 3));
  return clock(hour, Number(minutes ?? 0), Number(seconds ?? 0), milliseconds, seconds === undefined ? "minute" : "second");
}

/** A part of a day as spreadsheets keep it, to the nearest second. */
export function readDayFraction(text: string): ClockReading | null {
  if (!/^(?:0?\.\d+|0|1\.0+)$/.test(text)) return null;
  return { milliseconds: Math.round(Number(text) * 86_400) * 1000, precision: "second" };
}

const longestText = 64;

export function parseTimeOfDay(text: string): ClockReading | null {
  if (text.length > longestText) return null;
  const tidy = tidyText(text);
  if (isDigits(tidy)) return readClockDigits(tidy);
  return readDayFraction(tidy) ?? readClockWords(tidy);
}
