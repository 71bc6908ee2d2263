// Numbers and dates of workbooks as text: plain decimals, ISO times, and a flag where a spreadsheet cannot have kept all digits.
import { serialToDate } from "hucre";

/** A spreadsheet keeps 15 significant digits; the rest of a longer number was turned into zeros when it was typed in. */
const keptDigits = 15;

export interface NumberText {
  readonly text: string;
  readonly isLost: boolean;
}

/** A number as it is meant: at most 15 digits, none of them a zero that leads or trails. */
const plainNumber = /^-?(?:0|[1-9]\d{0,10})(?:\.\d{0,3}[1-9])?$/;

/** `raw` is the number as the file writes it: `6.22202E+18`, `0.30000000000000004`, `1200`. */
export function numberText(raw: string): NumberText {
  if (plainNumber.test(raw) && raw !== "-0") return { text: raw, isLost: false };
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(raw.trim());
  if (!parts || `${parts[2]}${parts[3] ?? ""}` === "") return { text: raw, isLost: false };
  const [, sign, whole, fraction = "", exponent = "0"] = parts as unknown as [string, string, string, string?, string?];
  const shift = Number(exponent);
  // Nothing that a spreadsheet holds is larger than 1e308.
  if (Math.abs(shift) > 400) return { text: raw, isLost: false };
  const { integer, decimals } = placePoint(whole, fraction, shift);
  if (integer.length > keptDigits) return { text: `${sign === "-" ? "-" : ""}${join(integer, decimals)}`, isLost: true };
  const rounded = roundDigits(integer, decimals);
  return { text: sign === "-" && /[1-9]/.test(rounded) ? `-${rounded}` : rounded, isLost: false };
}

function placePoint(whole: string, fraction: string, shift: number): { integer: string; decimals: string } {
  const digits = whole + fraction;
  const point = whole.length + shift;
  const padded = point < 0 ? "0".repeat(-point) + digits : digits.padEnd(point, "0");
  const at = Math.max(point, 0);
  return { integer: padded.slice(0, at).replace(/^0+/, ""), decimals: padded.slice(at).replace(/0+$/, "") };
}

/** Digits beyond the fifteenth are noise of binary fractions: 0.30000000000000004 is .3. */
function roundDigits(integer: string, decimals: string): string {
  const leading = integer === "" ? decimals.length - decimals.replace(/^0+/, "").length : 0;
  const room = keptDigits - integer.length + leading;
  if (decimals.length <= room) return join(integer, decimals);
  const kept = BigInt(`${integer}${decimals.slice(0, room)}` || "0") + (decimals[room]! >= "5" ? 1n : 0n);
  const digits = kept.toString().padStart(room + 1, "0");
  return join(digits.slice(0, digits.length - room).replace(/^0+/, ""), digits.slice(digits.length - room).replace(/0+$/, ""));
}

const join = (integer: string, decimals: string): string => `${integer || "0"}${decimals === "" ? "" : `.${decimals}`}`;

const dayMs = 86_400_000;

/** `showsTime`: the cell's format has hours, so that midnight is a time and not the lack of one. */
export function serialText(serial: number, is1904: boolean, showsTime: boolean): string {
  if (serial >= 0 && serial < 1 && !is1904)
    return new Date(Math.round(serial * dayMs))
      .toISOString()
      .slice(11, serial === 0 ? 19 : 23)
      .replace(/\.000$/, "");
  return dateText(serialToDate(serial, is1904), showsTime);
}

/** Local time without offset, as the sheet shows it: `2025-03-01`, `2025-03-01T08:30:00`. */
export function dateText(date: Date, showsTime: boolean): string {
  if (Number.isNaN(date.getTime())) return "";
  const iso = date.toISOString();
  const isMidnight = date.getTime() % dayMs === 0;
  if (isMidnight && !showsTime) return iso.slice(0, iso.indexOf("T"));
  return iso.slice(0, -1).replace(/\.000$/, "");
}
