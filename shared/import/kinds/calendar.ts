// Days and offsets by arithmetic: no Date, so the machine's time zone can have no say.
import type { TimePrecision } from "../../model/event.ts";
import { daysInMonth } from "./checkDigits.ts";

export const millisecondsADay = 86_400_000;

/** Days since 1970-01-01 of a Gregorian date (H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil). */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.trunc((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.trunc(yearOfEra / 4) - Math.trunc(yearOfEra / 100) + dayOfYear - 719_468;
}

/** Days since 1970, or NaN for what is on no calendar. Years outside 1800–2199 are slips of the pen. */
export function daysOf(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || year < 1800 || year > 2199) return Number.NaN;
  return day > daysInMonth(year, month) ? Number.NaN : daysFromCivil(year, month, day);
}

/** The inverse of daysFromCivil (civil_from_days, same source). */
export function civilFromDays(days: number): { year: number; month: number; day: number } {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.trunc(
    (dayOfEra - Math.trunc(dayOfEra / 1460) + Math.trunc(dayOfEra / 36_524) - Math.trunc(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.trunc(yearOfEra / 4) - Math.trunc(yearOfEra / 100));
  const shifted = Math.trunc((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.trunc((153 * shifted + 2) / 5) + 1 };
}

/** Minutes east of UTC of `+08:00`, `-0430`, `Z`; NaN for anything else. */
export function parseOffset(text: string): number {
  if (text === "Z" || text === "z") return 0;
  const match = /^([+-])(\d\d):?(\d\d)$/.exec(text);
  if (match === null) return Number.NaN;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === "-" ? -minutes : minutes;
}

const two = (value: number): string => String(value).padStart(2, "0");

/** ISO 8601 with offset; a day alone where no time of day is known. */
export function formatTime(at: number, offsetMinutes: number, precision: TimePrecision = "second"): string {
  const local = at + offsetMinutes * 60_000;
  const days = Math.floor(local / millisecondsADay);
  const { year, month, day } = civilFromDays(days);
  const date = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
  if (precision === "day") return date;
  const seconds = Math.floor((local - days * millisecondsADay) / 1000);
  const clock = `${two(Math.trunc(seconds / 3600))}:${two(Math.trunc(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const sign = offsetMinutes < 0 ? "-" : "+";
  const offset = Math.abs(offsetMinutes);
  return `${date}T${clock}${sign}${two(Math.trunc(offset / 60))}:${two(offset % 60)}`;
}
