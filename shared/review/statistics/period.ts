// Periods of whole calendar days, and the periods that they are held against: the one before, a year before, and the earlier ones that make a baseline.

/** Days since 1970, both inclusive. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

const dayMilliseconds = 86_400_000;
const week = 7;

/** `2026-11-22` → days since 1970; null when it is no day of the calendar. */
export function parseDay(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? null : at / dayMilliseconds;
}

export const dayText = (day: number): string => new Date(day * dayMilliseconds).toISOString().slice(0, 10);

/** 1 Monday … 7 Sunday. The first of January 1970 was a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % week) + week) % week) + 1;

export const mondayOf = (day: number): number => day - weekdayOf(day) + 1;

const partsOf = (day: number): readonly [year: number, month: number, date: number] => {
  const [year, month, date] = dayText(day).split("-").map(Number) as [number, number, number];
  return [year, month, date];
};

/** In which it ends. */
export const yearOf = ({ to }: Period): number => partsOf(to)[0];

/** The first of the month, `months` later. */
function monthStart(day: number, months = 0): number {
  const [year, month] = partsOf(day);
  return Date.UTC(year, month - 1 + months, 1) / dayMilliseconds;
}

export const monthOf = (day: number): Period => ({ from: monthStart(day), to: monthStart(day, 1) - 1 });
export const weekOf = (day: number): Period => ({ from: mondayOf(day), to: mondayOf(day) + week - 1 });

export const lengthOf = ({ from, to }: Period): number => to - from + 1;

export const spans = ["day", "week", "month", "days"] as const;
export type Span = (typeof spans)[number];

export function spanOf(period: Period): Span {
  if (period.from === period.to) return "day";
  const month = monthOf(period.from);
  if (month.from === period.from && month.to === period.to) return "month";
  return lengthOf(period) === week && weekdayOf(period.from) === 1 ? "week" : "days";
}

const shift = ({ from, to }: Period, days: number): Period => ({ from: from + days, to: to + days });

/** The period right before: the month before a month, else as many days. */
export const periodBefore = (period: Period): Period =>
  spanOf(period) === "month" ? monthOf(period.from - 1) : shift(period, -lengthOf(period));

/** The same days a year before: of whole weeks 52 weeks, so that weekdays meet; else the same dates, the last of February for the 29th. */
export function periodYearBefore(period: Period): Period {
  if (spanOf(period) === "month") return monthOf(monthStart(period.from, -12));
  if (lengthOf(period) % week === 0) return shift(period, -52 * week);
  const back = (day: number): number => {
    const [year, month, date] = partsOf(day);
    const last = Date.UTC(year - 1, month, 0) / dayMilliseconds;
    return Math.min(Date.UTC(year - 1, month - 1, date) / dayMilliseconds, last);
  };
  return { from: back(period.from), to: back(period.to) };
}

/** A period is covered where the data begin in its first quarter at the latest: a quiet first day is no lack of data. */
export const isCovered = (period: Period, first: number): boolean => period.from + Math.floor(lengthOf(period) / 4) >= first;

const mostBaselines = 12;

/** Earlier periods that the data cover from `first` on, the latest first: months before a month; else a whole number of weeks apart, so that weekdays meet. */
export function baselinePeriods(period: Period, first: number): readonly Period[] {
  const step = Math.ceil(lengthOf(period) / week) * week;
  const isMonth = spanOf(period) === "month";
  const earlier = Array.from({ length: mostBaselines }, (_, i) =>
    isMonth ? monthOf(monthStart(period.from, -1 - i)) : shift(period, -step * (i + 1)),
  );
  return earlier.filter((one) => isCovered(one, first));
}
