// Handset numbers: IMEI (3GPP TS 23.003, Luhn); 14 digits without the check digit, 16 with the software version.
import { luhnDigit, passesLuhn } from "./checkDigits.ts";
import { type Cleaned, defineKind, refuse } from "./kind.ts";
import { compareChecked } from "./likeness.ts";
import { refuseDigits } from "./refuseDigits.ts";
import { isDigits, tidyNumber } from "./tidy.ts";

const digitsOf = (text: string): string => tidyNumber(text).replaceAll("/", "");

/** 14 digits (TAC and serial) get their check digit; of 16 (IMEISV) the two of the software version go. A written 0 stands for "not sent". */
function cleanImei(text: string): Cleaned {
  const imei = digitsOf(text);
  if (!isDigits(imei) || imei.length < 14 || imei.length > 16) return refuseDigits(imei);
  if (/^(\d)\1+$/.test(imei)) return refuse("form");
  const body = imei.slice(0, 14);
  if (imei.length === 15) {
    if (passesLuhn(imei)) return { value: imei };
    return imei.endsWith("0") ? { value: body + luhnDigit(body), doubt: "check-digit" } : refuse("check-digit");
  }
  return { value: body + luhnDigit(body), ...(imei.length === 16 ? { doubt: "length-unusual" as const } : {}) };
}

/** Reporting bodies in use: 01 (PTCRB), 35 (BABT), 86 (TAF), 99 (GHA); others are rare. */
const imeiSpecificity = (text: string): number => (/^(?:01|35|86|99)/.test(text) ? (digitsOf(text).length === 15 ? 0.75 : 0.35) : 0.2);

export const imei = defineKind({
  id: "imei",
  entityKind: "device",
  clean: cleanImei,
  specificity: imeiSpecificity,
  compare: compareChecked(passesLuhn),
  rarityBits: 31,
});
