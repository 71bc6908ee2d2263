// Permits for travel between the mainland, Hong Kong, Macao and Taiwan: letter and digits, no check sign.
import { type Cleaned, defineKind, type Facts, refuse } from "./kind.ts";
import { compareDigits } from "./likeness.ts";
import { tidyNumber } from "./tidy.ts";

/** H and M: home return permits (two more digits count the issues of the paper and go); C and W: to Hong Kong and Macao; L: to Taiwan. */
const forms: readonly (readonly [string, RegExp])[] = [
  ["hong-kong-resident", /^(H\d{8})(?:\d{2})?$/],
  ["macao-resident", /^(M\d{8})(?:\d{2})?$/],
  ["to-hong-kong-macao", /^([CW](?:\d{8}|[A-HJ-NP-Z]\d{7}))$/],
  ["to-taiwan", /^([LT]\d{8})$/],
  ["taiwan-resident", /^(\d{8})$/],
];

interface Reading {
  readonly type: string;
  readonly number: string;
}

function readPermit(text: string): Reading | null {
  const number = tidyNumber(text).toUpperCase();
  for (const [type, form] of forms) {
    const match = form.exec(number);
    if (match !== null) return { type, number: match[1]! };
  }
  return null;
}

function cleanTravelPermit(text: string): Cleaned {
  const reading = readPermit(text);
  if (reading !== null) return { value: reading.number };
  return refuse(tidyNumber(text) === "" ? "empty" : "form");
}

export const travelPermit = defineKind({
  id: "travel-permit",
  entityKind: "person",
  clean: cleanTravelPermit,
  specificity: (text) => (/^[A-Z]/i.test(text) ? 0.5 : 0.04),
  facts: (text): Facts => {
    const reading = readPermit(text);
    return reading === null ? {} : { permitType: reading.type };
  },
  compare: compareDigits,
  rarityBits: 26,
});
