// What a person types for a day, with or without a clock.

const pad = (text: string): string => text.padStart(2, "0");
const separated = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]*(\d{1,2})[:时](\d{1,2})分?)?$/;
const digits = /^(\d{4})(\d{2})(\d{2})(?:[T\s]*(\d{2}):?(\d{2}))?$/;

/** `2026-11-22`, with a clock `2026-11-22T09:30` (midnight where none is typed); null when it is no day of the calendar or no time of a day. */
export function readMoment(text: string, hasClock: boolean): string | null {
  const plain = text.normalize("NFKC").trim();
  const [, year, month, date, hour, minute] = separated.exec(plain) ?? digits.exec(plain) ?? [];
  if (year === undefined || (!hasClock && hour !== undefined)) return null;
  const day = `${year}-${pad(month!)}-${pad(date!)}`;
  const at = new Date(`${day}T${pad(hour ?? "0")}:${pad(minute ?? "0")}:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day) return null;
  return hasClock ? at.toISOString().slice(0, 16) : day;
}

/** As it stands in the field: `2026-11-22 09:30`. */
export const printMoment = (value: string): string => value.replace("T", " ");
