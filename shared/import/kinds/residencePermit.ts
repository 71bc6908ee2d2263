// Permanent residence of foreigners: since 2023 18 digits (9, province, ISO 3166 number of the country, birth, order, check sign as GB 11643),
// before that three letters of the country and 12 digits.
import { daysInMonth, identityCheckSign } from "./checkDigits.ts";
import { divisionName, isProvince } from "./divisions.ts";
import { type Cleaned, type CleanOptions, defineKind, type Facts, refuse } from "./kind.ts";
import { compareDigits } from "./likeness.ts";
import { tidyNumber } from "./tidy.ts";

const newForm = /^9(\d{2})(\d{3})(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/;
const oldForm = /^[A-Z]{3}\d{12}$/;
const latestYear = 2100;

const tidy = (text: string): string => tidyNumber(text).toUpperCase();

function isDay(year: number, month: number, day: number): boolean {
  return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function cleanResidencePermit(text: string, options?: CleanOptions): Cleaned {
  const number = tidy(text);
  if (number === "") return refuse("empty");
  if (oldForm.test(number)) return { value: number };
  const match = newForm.exec(number);
  if (match === null) return refuse(number.length === 18 || number.length === 15 ? "form" : "length");
  const [, province, , year, month, day] = match.map(Number) as [number, number, number, number, number, number];
  if (!isProvince(province)) return refuse("province-unknown");
  const date = year * 10_000 + month * 100 + day;
  if (!isDay(year, month, day) || date > (options?.today ?? date)) return refuse("date-impossible");
  return identityCheckSign(number) === number[17] ? { value: number } : refuse("check-digit");
}

function factsOfResidencePermit(text: string): Facts {
  const number = tidy(text);
  const match = newForm.exec(number);
  if (match === null) return oldForm.test(number) ? { country: number.slice(0, 3) } : {};
  const facts: Record<string, string> = { country: match[2]!, sex: Number(number[16]) % 2 === 1 ? "male" : "female" };
  const province = divisionName(Number(match[1]) * 10_000, latestYear);
  if (province) facts.province = province;
  if (isDay(Number(match[3]), Number(match[4]), Number(match[5]))) facts.birthDate = `${match[3]}-${match[4]}-${match[5]}`;
  return facts;
}

export const residencePermit = defineKind({
  id: "residence-permit",
  entityKind: "person",
  clean: cleanResidencePermit,
  specificity: 0.85,
  facts: factsOfResidencePermit,
  compare: compareDigits,
  rarityBits: 14,
});
