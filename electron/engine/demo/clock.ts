// Times of the demo: milliseconds UTC inside, the clock of +08:00 on paper.
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** 2026-11-23 08:00 +08:00, the morning after the last night. */
export const defaultNow = Date.UTC(2026, 10, 23, 0, 0, 0);

/** Days from the first of May to that morning. */
export const spanDays = 206;

const offset = 8 * hour;
const text = (at: number): string => new Date(at + offset).toISOString();

export const startOfDay = (at: number): number => Math.floor((at + offset) / day) * day - offset;
export const dateOf = (at: number): string => text(at).slice(0, 10);
export const clockOf = (at: number): string => text(at).slice(11, 19);
export const dateTimeOf = (at: number): string => text(at).slice(0, 19).replace("T", " ");
export const slashedDateTimeOf = (at: number): string => dateTimeOf(at).slice(0, 16).replaceAll("-", "/");
export const compactDateOf = (at: number): string => dateOf(at).replaceAll("-", "");
export const compactClockOf = (at: number): string => clockOf(at).replaceAll(":", "");

/** 11月22日21时19分 */
export function spokenTimeOf(at: number): string {
  const [, month, date] = dateOf(at).split("-").map(Number);
  const [hours, minutes] = clockOf(at).split(":").map(Number);
  return `${month}月${date}日${hours}时${minutes ? `${minutes}分` : ""}许`;
}
