// Times as text: ISO 8601 with offset. Inside they are milliseconds since 1970, UTC.

/** Minutes east of UTC that are shown where a source does not say otherwise (China). */
export const defaultUtcOffset = 480;

const two = (value: number) => String(value).padStart(2, "0");

/** `+08:00` for 480. */
export function offsetText(utcOffset: number): string {
  const minutes = Math.abs(utcOffset);
  return `${utcOffset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** `+08:00` or `Z` → minutes east of UTC. */
export function parseOffset(text: string | null | undefined): number {
  const match = /^([+-])(\d\d):(\d\d)$/.exec(text ?? "");
  if (!match) return text === "Z" ? 0 : defaultUtcOffset;
  return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

/** `2026-11-22T21:19:00+08:00`. */
export function isoTime(at: number, utcOffset: number = defaultUtcOffset): string {
  return `${new Date(at + utcOffset * 60_000).toISOString().slice(0, 19)}${offsetText(utcOffset)}`;
}

/** `2026-11-22`. */
export const isoDate = (at: number, utcOffset: number = defaultUtcOffset): string =>
  new Date(at + utcOffset * 60_000).toISOString().slice(0, 10);

/** A stored time: ISO with offset, or a plain date (then `hasClock` is false and `at` its midnight). Null when it is neither. */
export function parseIsoTime(
  text: string | null | undefined,
  utcOffset: number = defaultUtcOffset,
): { at: number; hasClock: boolean; utcOffset: number } | null {
  if (!text) return null;
  const hasClock = text.length > 10;
  const offset = /([+-]\d\d:\d\d|Z)$/.exec(text)?.[1];
  const minutes = hasClock && offset ? parseOffset(offset) : utcOffset;
  const at = Date.parse(hasClock && offset ? text : `${hasClock ? text : `${text}T00:00`}${offsetText(minutes)}`);
  return Number.isNaN(at) ? null : { at, hasClock, utcOffset: minutes };
}
