// User numbers at Alipay: 2088 and 12 digits, without a check digit. (The names to log in with are phones and e-mail addresses.)
import { type Cleaned, defineKind, refuse } from "./kind.ts";
import { compareDigits } from "./likeness.ts";
import { isDigits, tidyNumber } from "./tidy.ts";

function cleanAlipay(text: string): Cleaned {
  const number = tidyNumber(text);
  if (!isDigits(number)) return refuse(number === "" ? "empty" : "characters");
  if (number.length !== 16) return refuse("length");
  return number.startsWith("2088") ? { value: number } : refuse("prefix-unknown");
}

export const alipay = defineKind({
  id: "alipay",
  entityKind: "account",
  clean: cleanAlipay,
  specificity: 0.92,
  compare: compareDigits,
  rarityBits: 30,
});
