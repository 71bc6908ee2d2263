// Handset numbers of CDMA networks: MEID (3GPP2 S.R0048), 14 hexadecimal signs whose first two are A0 to FF, a check sign by Luhn to base 16 behind
// them; or 18 decimal digits (ten for the first eight signs, eight for the others). Normal form: the 14 signs.

import { type Cleaned, defineKind, type Facts, refuse } from "./kind.ts";
import { compareDigits } from "./likeness.ts";
import { tidyNumber } from "./tidy.ts";

const hexForm = /^[A-F][0-9A-F]{13}$/;

/** Luhn to base 16: every second sign doubled, the signs of the sum added. */
export function meidCheckSign(body: string): string {
  let sum = 0;
  for (let i = 0; i < 14; i++) {
    const value = Number.parseInt(body[i]!, 16) * (i % 2 === 1 ? 2 : 1);
    sum += Math.floor(value / 16) + (value % 16);
  }
  return ((16 - (sum % 16)) % 16).toString(16).toUpperCase();
}

function fromDecimal(digits: string): string {
  const part = (text: string, width: number) => Number(text).toString(16).toUpperCase().padStart(width, "0");
  return part(digits.slice(0, 10), 8) + part(digits.slice(10), 6);
}

function cleanMeid(text: string): Cleaned {
  const number = tidyNumber(text).toUpperCase();
  if (number === "") return refuse("empty");
  if (!/^[0-9A-F]+$/.test(number)) return refuse("characters");
  if (number.length !== 14 && number.length !== 15 && number.length !== 18) return refuse("length");
  if (number.length === 18 && !/^\d+$/.test(number)) return refuse("form");
  const body = number.length === 18 ? fromDecimal(number) : number.slice(0, 14);
  if (!hexForm.test(body)) return refuse("prefix-unknown");
  return number.length === 15 && meidCheckSign(body) !== number[14] ? refuse("check-digit") : { value: body };
}

export const meid = defineKind({
  id: "meid",
  entityKind: "device",
  clean: cleanMeid,
  specificity: (text) => (/[A-F]/i.test(tidyNumber(text).slice(1)) ? 0.85 : 0.3),
  facts: (text): Facts => {
    const cleaned = cleanMeid(text);
    return "value" in cleaned ? { manufacturer: cleaned.value.slice(2, 8) } : {};
  },
  compare: compareDigits,
  rarityBits: 32,
});
