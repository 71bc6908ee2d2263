// The columns that tell when, by their cells alone: a stamp in one column, or a date with a time of day beside it.
import { TimeReader } from "../cells/timeReader.ts";
import { findDateOrder } from "../columnFacts.ts";
import type { ColumnProfile } from "./profile.ts";

export interface TimeReading {
  readonly targets: readonly (readonly [number, string])[];
  /** Another column that would do as well. */
  readonly rival: number | null;
}

const nearlyAll = 0.9;
const widestSerialDays = 4_000;

/** Day numbers of a spreadsheet: within a few years of one another, and with fractions that no amount has. */
export function isSerialColumn({ cells, share }: ColumnProfile): boolean {
  if (share.serial < nearlyAll || cells.length < 3) return false;
  const days = cells.map(Number);
  return Math.max(...days) - Math.min(...days) < widestSerialDays && cells.some((cell) => /\.\d{3,}$/.test(cell));
}

const isStamp = (profile: ColumnProfile): boolean => profile.share.stamp >= nearlyAll || isSerialColumn(profile);
const isEpoch = (profile: ColumnProfile): boolean => profile.share.epoch === 1 && profile.distinct > profile.filled / 2;
export const isDay = ({ share }: ColumnProfile): boolean => share.date + share.stamp >= nearlyAll || share.monthDay >= nearlyAll;

/** Digits count as a time of day only where every cell is one and shows its seconds. */
export const isClock = ({ share, cells, distinct }: ColumnProfile): boolean =>
  share.clock >= 0.95 &&
  distinct >= 3 &&
  cells.filter((cell) => /[:：时]/.test(cell) || /^\d{5,9}$/.test(cell) || /^0?\.\d{3,}$/.test(cell)).length >= cells.length * 0.8;

/** Cells never go back, or never forward: how a statement is sorted. */
const spread = ({ distinct, filled }: ColumnProfile): number => distinct / Math.max(1, filled);

export function findTime(profiles: readonly ColumnProfile[], taken: ReadonlySet<number>): TimeReading | null {
  const free = profiles
    .map((_, index) => index)
    .filter((index) => !taken.has(index) && profiles[index]!.filled >= profiles[index]!.empty && profiles[index]!.filled > 0);
  const bySpread = (form: (profile: ColumnProfile) => boolean) =>
    earliestFirst(
      profiles,
      free.filter((index) => form(profiles[index]!)).sort((a, b) => spread(profiles[b]!) - spread(profiles[a]!) || a - b),
    );
  const stamps = bySpread(isStamp);
  if (stamps.length > 0) return { targets: [[stamps[0]!, "time"]], rival: rivalOf(profiles, stamps) };
  const days = bySpread(isDay);
  if (days.length > 0) {
    const clock = bySpread(isClock).find((index) => index !== days[0]);
    const day: readonly [number, string] = [days[0]!, clock === undefined ? "time" : "time.date"];
    return { targets: clock === undefined ? [day] : [day, [clock, "time.time"]], rival: rivalOf(profiles, days) };
  }
  const epochs = bySpread(isEpoch);
  return epochs.length === 1 ? { targets: [[epochs[0]!, "time"]], rival: null } : null;
}

/** Two columns of times that differ, and none is finer than the other. */
function rivalOf(profiles: readonly ColumnProfile[], found: readonly number[]): number | null {
  const [best, next] = found.map((index) => profiles[index]!);
  if (!best || !next || spread(next) < spread(best) * 0.9) return null;
  const differing = best.cells.filter((cell, i) => cell !== next.cells[i]).length;
  return differing > best.cells.length * 0.05 && !isBooking(best, next) ? found[1]! : null;
}

const hour = 3_600_000;

function gapsOf(first: ColumnProfile, second: ColumnProfile): readonly number[] {
  const order = findDateOrder(first.cells)?.order;
  const [a, b] = [new TimeReader(order ? { dateOrder: order } : {}), new TimeReader(order ? { dateOrder: order } : {})];
  // A closing line may fill one of them only.
  const rows = Math.min(first.cells.length, second.cells.length);
  if (Math.max(first.cells.length, second.cells.length) > rows + 2) return [];
  return first.cells.slice(0, rows).flatMap((cell, i) => (a.read(cell) && b.read(second.cells[i]!) ? [b.at - a.at] : []));
}

/** What was done is booked later, not earlier, by a time that varies: the earlier column is when it happened. Two time zones differ always alike. */
function isBooking(first: ColumnProfile, second: ColumnProfile): boolean {
  const gaps = gapsOf(first, second);
  const isZone = new Set(gaps).size === 1 && gaps[0]! % (hour / 2) === 0;
  return gaps.length > 0 && gaps.length >= first.cells.length - 2 && !isZone && gaps.every((gap) => gap >= 0);
}

/** The column of a pair that is never later than the other goes first. */
function earliestFirst(profiles: readonly ColumnProfile[], found: readonly number[]): readonly number[] {
  const [first, second, ...rest] = found;
  if (first === undefined || second === undefined) return found;
  return isBooking(profiles[second]!, profiles[first]!) && !isBooking(profiles[first]!, profiles[second]!)
    ? [second, first, ...rest]
    : found;
}
