// Numbers of Chinese driving licences: the holder's identity number, or the 12 digits of the file.
import { divisionName, isProvince } from "./divisions.ts";
import { identityNumber } from "./identityNumber.ts";
import { type Cleaned, type CleanOptions, defineKind, type Facts, isClean, refuse } from "./kind.ts";
import { isDigits, tidyNumber } from "./tidy.ts";

/** The licence number is the holder's identity number; the file number (档案编号) has 12 digits. */
function cleanDrivingLicence(text: string, options?: CleanOptions): Cleaned {
  const number = tidyNumber(text);
  if (number === "") return refuse("empty");
  if (!/^[\dXx]+$/.test(number)) return refuse("characters");
  if (number.length === 12 && isDigits(number)) {
    return isProvince(Number(number.slice(0, 2))) ? { value: number } : { value: number, doubt: "area-unknown" };
  }
  const cleaned = identityNumber.clean(text, options);
  return isClean(cleaned) || number.length === 18 || number.length === 15 ? cleaned : refuse("length");
}

const latestYear = 2100;

function factsOfDrivingLicence(text: string): Facts {
  const number = tidyNumber(text);
  if (number.length !== 12 || !isDigits(number)) return identityNumber.facts?.(text) ?? {};
  const province = divisionName(Number(number.slice(0, 2)) * 10_000, latestYear);
  return province ? { province } : {};
}

export const drivingLicence = defineKind({
  id: "driving-licence",
  entityKind: "person",
  clean: cleanDrivingLicence,
  specificity: 0.12,
  facts: factsOfDrivingLicence,
  compare: identityNumber.compare,
  rarityBits: 28,
});
