// Identity cards of Hong Kong: one or two letters, six digits, check sign in brackets.
import { type Cleaned, defineKind, refuse } from "./kind.ts";
import { compareDigits } from "./likeness.ts";
import { tidyNumber } from "./tidy.ts";

const letterValue = (letter: string): number => letter.charCodeAt(0) - 55;

/** Σ value × place (9 … 2) + check sign ≡ 0 mod 11, A 10 … Z 35, a missing first letter 36; check sign 10 is A. */
function cleanHkId(text: string): Cleaned {
  const id = tidyNumber(text)
    .toUpperCase()
    .replace(/[()[\]]/g, "");
  if (id === "") return refuse("empty");
  const match = /^([A-Z]?)([A-Z])(\d{6})([\dA])$/.exec(id);
  if (match === null) return refuse(id.length === 8 || id.length === 9 ? "form" : "length");
  const [, first, second, digits, check] = match;
  let sum = (first ? letterValue(first) : 36) * 9 + letterValue(second!) * 8;
  for (let i = 0; i < 6; i++) sum += Number(digits![i]) * (7 - i);
  sum += check === "A" ? 10 : Number(check);
  return sum % 11 === 0 ? { value: `${first}${second}${digits}(${check})` } : refuse("check-digit");
}

export const hkId = defineKind({
  id: "hk-id",
  entityKind: "person",
  clean: cleanHkId,
  specificity: (text) => (text.includes("(") ? 0.9 : 0.6),
  compare: compareDigits,
  rarityBits: 23,
});
