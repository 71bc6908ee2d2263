// Days: mistyped digits, day and month exchanged, partly right dates; and days of which only the year is known, told as such or as 1 January.
import { isOneEdit } from "../distances.ts";
import { exactAtom, type FieldKind } from "./kind.ts";

const digitsOf = (text: string) => text.split("t")[0]!.replaceAll(/\D/g, "").slice(0, 8);

const isSwapped = (a: string, b: string) =>
  a.slice(0, 4) === b.slice(0, 4) && a.slice(4, 6) === b.slice(6, 8) && a.slice(6, 8) === b.slice(4, 6);

export const isDay = (text: string): boolean => {
  const match = /^(\d{4})(?: ?(\d{2})(?: ?(\d{2})(?:t.*)?)?)?$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  return year >= 1500 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
};

/** Year alone, or year and month: a date only in a column where others are whole days. */
export const isWholeDay = (text: string): boolean => digitsOf(text).length === 8 && isDay(text);

/** Where the day was not known the year stands alone, or with 1 January (or noughts) behind it. */
const isYearOnly = (digits: string) => digits.length < 8 || digits.endsWith("0101") || digits.endsWith("00");

const levels = ["exact", "one-digit", "year-only", "two-parts", "same-year", "near-year", "else"];

/** One year apart, or one digit of the year wrong. */
const isNearYear = (a: string, b: string) => Math.abs(Number(a) - Number(b)) <= 1 || isOneEdit(a, b);

function compareDays(a: string, b: string): number {
  const [yearA, yearB] = [a.slice(0, 4), b.slice(0, 4)];
  if (isYearOnly(a) || isYearOnly(b)) return yearA === yearB ? 2 : isNearYear(yearA, yearB) ? 5 : 6;
  if (isOneEdit(a, b) || isSwapped(a, b)) return 1;
  const [sameYear, sameMonth, sameDay] = [yearA === yearB, a.slice(4, 6) === b.slice(4, 6), a.slice(6, 8) === b.slice(6, 8)];
  if ((sameYear && (sameMonth || sameDay)) || (sameMonth && sameDay)) return 3;
  if (sameYear) return 4;
  return isNearYear(yearA, yearB) ? 5 : 6;
}

export const dateKind: FieldKind = {
  id: "date",
  levels,
  startM: [0.73, 0.09, 0.05, 0.04, 0.03, 0.03, 0.03],
  prepare: (text) => digitsOf(text) || text,
  compare: ({ compact: a }, { compact: b }) => compareDays(a, b),
  atoms: [
    exactAtom(7),
    { id: "year", keyOf: ({ compact }) => compact.slice(0, 4), agreement: [1, 0.5, 1, 0.6, 1, 0, 0] },
    { id: "month-day", keyOf: ({ compact }) => compact.slice(4, 8), agreement: [1, 0.5, 0, 0.3, 0, 0.05, 0.01] },
  ],
};
