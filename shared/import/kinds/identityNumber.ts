// Resident identity numbers: 18 signs (GB 11643-1999, ISO 7064 MOD 11-2) and the former 15 digits without a check digit.
import { daysInMonth, identityCheckSign } from "./checkDigits.ts";
import { areaStateAt, divisionName, isProvince } from "./divisions.ts";
import { type Cleaned, type CleanOptions, defineKind, type Facts, type KindDoubt, refuse } from "./kind.ts";
import { compareChecked } from "./likeness.ts";
import { isScientific, tidyNumber } from "./tidy.ts";

const numberAt = (text: string, from: number, until: number): number => {
  let value = 0;
  for (let i = from; i < until; i++) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
};

/** Form only: 15 digits, or 17 digits and a digit or X. */
function hasForm(text: string): boolean {
  const length = text.length;
  if (length !== 18 && length !== 15) return false;
  for (let i = 0; i < 15 || i < length - 1; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  if (length === 15) return true;
  const last = text.charCodeAt(17);
  return (last >= 48 && last <= 57) || last === 88;
}

const isCalendarDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && year >= 1800 && year <= 2099 && day <= daysInMonth(year, month);

const doubtOf = { known: undefined, unknown: "area-unknown", younger: "area-younger", abolished: "area-abolished" } as const;

const upper = (text: string): string => (text.charCodeAt(text.length - 1) === 120 ? `${text.slice(0, -1)}X` : text);

/** The former form with its century and check sign. */
const lengthen = (text: string): string => {
  const body = `${text.slice(0, 6)}19${text.slice(6)}`;
  return body + identityCheckSign(body);
};

function cleanIdentityNumber(text: string, options?: CleanOptions): Cleaned {
  let number = upper(text);
  if (!hasForm(number)) {
    number = upper(tidyNumber(text));
    if (!hasForm(number))
      return refuse(number === "" ? "empty" : isScientific(number) ? "precision-lost" : isPlainText(number) ? "length" : "characters");
  }
  const full = number.length === 15 ? lengthen(number) : number;
  const area = numberAt(full, 0, 6);
  if (!isProvince(Math.trunc(area / 10_000))) return refuse("province-unknown");
  const year = numberAt(full, 6, 10);
  if (!isCalendarDay(year, numberAt(full, 10, 12), numberAt(full, 12, 14))) return refuse("date-impossible");
  if (options?.today !== undefined && numberAt(full, 6, 14) > options.today) return refuse("date-impossible");
  if (number.length === 18 && identityCheckSign(full) !== full[17]) return refuse("check-digit");
  const doubt: KindDoubt | undefined = doubtOf[areaStateAt(area, year)];
  if (doubt === undefined) return { value: full };
  return options?.strict ? refuse(doubt) : { value: full, doubt };
}

const isPlainText = (text: string): boolean => /^[\dX]+$/i.test(text);

/** Birth date, sex, and the names that province and area had in the year of birth; permits of Hong Kong, Macao and Taiwan (8…) have no area. */
function factsOfIdentityNumber(text: string): Facts {
  const number = upper(tidyNumber(text));
  if (!hasForm(number)) return {};
  const full = number.length === 15 ? lengthen(number) : number;
  const [year, month, day] = [numberAt(full, 6, 10), numberAt(full, 10, 12), numberAt(full, 12, 14)];
  const area = numberAt(full, 0, 6);
  const facts: Record<string, string> = {};
  if (isCalendarDay(year, month, day)) facts.birthDate = `${full.slice(6, 10)}-${full.slice(10, 12)}-${full.slice(12, 14)}`;
  facts.sex = numberAt(full, 16, 17) % 2 === 1 ? "male" : "female";
  const province = divisionName(Math.trunc(area / 10_000) * 10_000, year);
  const city = area % 10_000 === 0 ? "" : divisionName(Math.trunc(area / 100) * 100, year);
  if (province) facts.province = province;
  if (city) facts.city = city;
  facts.area = full.startsWith("8") ? "" : divisionName(area, year);
  return facts;
}

export const identityNumber = defineKind({
  id: "identity-number",
  entityKind: "person",
  clean: cleanIdentityNumber,
  specificity: (text) => (tidyNumber(text).length === 18 ? 0.98 : 0.8),
  facts: factsOfIdentityNumber,
  compare: compareChecked((number) => identityCheckSign(number) === number[17]),
  rarityBits: 30,
});

/** Province and birth date are right, the check digit is not: a number that was written down wrongly, whatever other check it meets by chance. */
export function isNearIdentity(text: string): boolean {
  const number = tidyNumber(text);
  const cleaned = number.length === 18 ? cleanIdentityNumber(number) : null;
  return cleaned !== null && "reason" in cleaned && cleaned.reason === "check-digit";
}
