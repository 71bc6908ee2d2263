// Amounts of money to whole hundredths, by integers only: 1,234.50 · ¥50 · CNY12.00 · 3.5万元 · (20.00) · －３．５.
import { tidyText } from "./tidy.ts";

export const moneyReasons = ["empty", "scientific", "form", "too-large"] as const;
export type MoneyReason = (typeof moneyReasons)[number];

export interface MoneyValue {
  /** Signed, 1/100 of the currency. */
  readonly fen: number;
  /** As written (sign or name); "" where the cell names none. */
  readonly currency: string;
  /** True if more than two decimals were rounded half up. */
  readonly isRounded: boolean;
}

export type MoneyReading = MoneyValue | { readonly reason: MoneyReason };

const largest = Number.MAX_SAFE_INTEGER;

/** `-123,456.78` and the like with at most two decimals, by character codes; NaN when there is more to it. */
function readPlain(text: string): number {
  const length = text.length;
  const start = text.charCodeAt(0) === 45 ? 1 : 0;
  if (length === start || length > 18) return Number.NaN;
  let fen = 0;
  let decimals = -1;
  let group = 0;
  let hasCommas = false;
  for (let i = start; i < length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit >= 0 && digit <= 9) {
      fen = fen * 10 + digit;
      if (decimals >= 0) decimals++;
      else group++;
    } else if (digit === -4 && decimals < 0 && (hasCommas ? group === 3 : group > 0 && group < 4)) {
      hasCommas = true;
      group = 0;
    } else if (digit === -2 && decimals < 0 && group > 0) decimals = 0;
    else return Number.NaN;
  }
  if (decimals > 2 || decimals === 0 || (hasCommas && group !== 3)) return Number.NaN;
  const scaled = decimals === 2 ? fen : decimals === 1 ? fen * 10 : fen * 100;
  if (scaled > largest) return Number.NaN;
  return start === 1 && scaled !== 0 ? -scaled : scaled;
}

const unitPower: Readonly<Record<string, number>> = { "": 0, 百: 2, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 角: -1, 分: -2 };
const body = "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d*)?|\\d+(?:\\.\\d*)?|\\.\\d+)";
const mark = "([^\\d.,+()\\-]{0,12}?)";
const amountForm = new RegExp(`^([+-]?)${mark}([+-]?)\\s*${body}\\s*(百万|千万|百|千|万|亿|角|分)?\\s*${mark}$`, "u");

/** Digits with a decimal point times 10^power to hundredths, rounded half up. */
function scaleDigits(digits: string, power: number): { fen: number; isRounded: boolean } | null {
  const [whole = "", decimals = ""] = digits.replaceAll(",", "").split(".");
  const places = 2 + power;
  const padded = decimals.padEnd(Math.max(places, 0), "0");
  const all = whole + padded;
  const cut = whole.length + places;
  const kept = cut <= 0 ? 0 : Number(all.slice(0, cut));
  const rest = cut < 0 ? "0".repeat(-cut) + all : all.slice(cut);
  const fen = kept + (rest.charCodeAt(0) >= 53 ? 1 : 0);
  return fen > largest ? null : { fen, isRounded: /[1-9]/.test(rest) };
}

const withoutYuan = (text: string): string => text.trim().replace(/^[元圆块]整?$/u, "");

function readWritten(text: string): MoneyReading {
  const match = amountForm.exec(text);
  if (match === null) return { reason: "form" };
  const [, sign, before, innerSign, digits, unit, after] = match;
  if (sign && innerSign) return { reason: "form" };
  const scaled = scaleDigits(digits!, unitPower[unit ?? ""]!);
  if (scaled === null) return { reason: "too-large" };
  const isNegative = sign === "-" || innerSign === "-";
  const currency = withoutYuan(before!) || withoutYuan(after!);
  return { fen: isNegative && scaled.fen !== 0 ? -scaled.fen : scaled.fen, currency, isRounded: scaled.isRounded };
}

const negate = (reading: MoneyReading): MoneyReading =>
  "fen" in reading && reading.fen !== 0 ? { ...reading, fen: -reading.fen } : reading;

/** `1.9E-4`, as tables of token transfers write small amounts: all digits are there, so nothing was cut off. */
function readTiny(isNegative: boolean, digits: string, power: number): MoneyReading {
  const scaled = scaleDigits(digits, -power);
  if (scaled === null) return { reason: "too-large" };
  return { ...scaled, fen: isNegative && scaled.fen !== 0 ? -scaled.fen : scaled.fen, currency: "" };
}

const longestText = 64;

function readSlowly(text: string): MoneyReading {
  if (text.length > longestText) return { reason: "form" };
  const tidy = tidyText(text).replace(/[−–—―]/g, "-");
  if (tidy === "" || /^-+$/.test(tidy)) return { reason: "empty" };
  const tiny = /^([+-]?)(\d+(?:\.\d+)?)[eE]-(\d{1,2})$/.exec(tidy);
  if (tiny) return readTiny(tiny[1] === "-", tiny[2]!, Number(tiny[3]));
  if (/\d[eE]\+?\d/.test(tidy)) return { reason: "scientific" };
  const brackets = /^([^\d()]{0,4})\(([^()]+)\)$/.exec(tidy);
  if (brackets) return negate(readWritten(`${brackets[1]}${brackets[2]}`));
  const trailing = /^([^+-]*\d[^+-]*)-$/.exec(tidy);
  return trailing ? negate(readWritten(trailing[1]!)) : readWritten(tidy);
}

/** Reads an amount; `1.2E4` is refused, since what a spreadsheet cut off cannot be known. */
export function parseMoney(text: string): MoneyReading {
  const fen = readPlain(text);
  return Number.isNaN(fen) ? readSlowly(text) : { fen, currency: "", isRounded: false };
}

/** The refund that a cell tells of (`已退款￥5.00`, `已退款(5.00)`), in hundredths; 0 where it tells of none, null for a full refund (已全额退款). */
export function parseRefund(text: string): number | null {
  if (!text.includes("退") || text.length > longestText) return 0;
  if (/已全额退款|全额退款/.test(text)) return null;
  const match = /已?退款[^\d+-]{0,4}([\d,]+(?:\.\d+)?)/u.exec(text.normalize("NFKC"));
  const reading = match === null ? null : parseMoney(match[1]!);
  return reading !== null && "fen" in reading ? reading.fen : 0;
}

/** `-1234` → `-12.34`. */
export function formatFen(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, "0");
  return `${fen < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
