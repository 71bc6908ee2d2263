// Unified social credit codes of organisations (GB 32100-2015): 18 signs, MOD 31 with weights 3^i.
import { divisionName } from "./divisions.ts";
import { type Cleaned, defineKind, type Facts, refuse } from "./kind.ts";
import { compareChecked } from "./likeness.ts";
import { tidyNumber } from "./tidy.ts";

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const form = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const latestYear = 2100;

/** Check sign of the first 17: (31 − Σ value × 3^(i−1) mod 31) mod 31. */
export function creditCheckSign(body: string): string {
  let sum = 0;
  let weight = 1;
  for (let i = 0; i < 17; i++) {
    sum += alphabet.indexOf(body[i]!) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31]!;
}

function cleanCreditCode(text: string): Cleaned {
  const code = tidyNumber(text).toUpperCase();
  if (code === "") return refuse("empty");
  if (code.length !== 18) return refuse("length");
  if (!form.test(code)) return refuse("characters");
  return creditCheckSign(code) === code[17] ? { value: code } : refuse("check-digit");
}

function factsOfCreditCode(text: string): Facts {
  const code = tidyNumber(text).toUpperCase();
  if (!form.test(code)) return {};
  const area = Number(code.slice(2, 8));
  const province = divisionName(Math.trunc(area / 10_000) * 10_000, latestYear);
  const name = divisionName(area, latestYear);
  return { ...(province ? { province } : {}), ...(name && name !== province ? { area: name } : {}) };
}

export const creditCode = defineKind({
  id: "credit-code",
  entityKind: "organisation",
  clean: cleanCreditCode,
  specificity: 0.97,
  facts: factsOfCreditCode,
  compare: compareChecked((code) => creditCheckSign(code) === code[17]),
  rarityBits: 27,
});
