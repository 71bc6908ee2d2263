// Vehicle identification numbers (GB 16735, ISO 3779): 17 signs without I, O and Q, check sign in place 9.
import { type Cleaned, defineKind, refuse } from "./kind.ts";
import { compareChecked } from "./likeness.ts";
import { tidyNumber } from "./tidy.ts";

const values: Readonly<Record<string, number>> = {
  A: 1,
  B: 2,
  C: 3,
  D: 4,
  E: 5,
  F: 6,
  G: 7,
  H: 8,
  J: 1,
  K: 2,
  L: 3,
  M: 4,
  N: 5,
  P: 7,
  R: 9,
  S: 2,
  T: 3,
  U: 4,
  V: 5,
  W: 6,
  X: 7,
  Y: 8,
  Z: 9,
};
const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** Remainder of Σ value × weight by 11, 10 written X. */
export function vinCheckSign(vin: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (values[vin[i]!] ?? vin.charCodeAt(i) - 48) * weights[i]!;
  return sum % 11 === 10 ? "X" : String(sum % 11);
}

function cleanVin(text: string): Cleaned {
  const vin = tidyNumber(text).toUpperCase();
  if (vin === "") return refuse("empty");
  if (vin.length !== 17) return refuse("length");
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(vin)) return refuse("characters");
  return vinCheckSign(vin) === vin[8] ? { value: vin } : refuse("check-digit");
}

export const vin = defineKind({
  id: "vin",
  entityKind: "vehicle",
  clean: cleanVin,
  specificity: (text) => (/[A-Z]/i.test(text) ? 0.93 : 0.2),
  compare: compareChecked((number) => vinCheckSign(number) === number[8]),
  rarityBits: 28,
});
