// Chinese passports and those of Hong Kong and Macao: by their letters; no check sign stands in the number itself.
import { type Cleaned, defineKind, type Facts, refuse } from "./kind.ts";
import { compareDigits } from "./likeness.ts";
import { tidyNumber } from "./tidy.ts";

/** Electronic ordinary passports went on from E99999999 to EA0000000; I and O are not used. */
const forms: readonly (readonly [string, RegExp])[] = [
  ["ordinary", /^(?:[EG]\d{8}|E[A-HJ-NP-Z]\d{7})$/],
  ["diplomatic", /^(?:DE|D)\d{7,8}$/],
  ["service", /^(?:SE|S)\d{7,8}$/],
  ["public-affairs", /^(?:PE|P)\d{7,8}$/],
  ["hong-kong", /^(?:K|H)\d{8}$|^KJ\d{7}$/],
  ["macao", /^M[AB]\d{7}$/],
];

const formOf = (number: string): string | undefined => forms.find(([, form]) => form.test(number))?.[0];

function cleanPassport(text: string): Cleaned {
  const number = tidyNumber(text).toUpperCase();
  if (number === "") return refuse("empty");
  if (number.length !== 9) return refuse("length");
  return formOf(number) === undefined ? refuse("form") : { value: number };
}

export const passport = defineKind({
  id: "passport",
  entityKind: "person",
  clean: cleanPassport,
  specificity: (text) => (/^[EG]/i.test(text) ? 0.6 : 0.3),
  facts: (text): Facts => {
    const form = formOf(tidyNumber(text).toUpperCase());
    return form === undefined ? {} : { passportType: form };
  },
  compare: compareDigits,
  rarityBits: 27,
});
