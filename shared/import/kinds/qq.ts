// QQ numbers: a weak form, so it is only believed where a heading or a word says QQ.
import { type Cleaned, defineKind, refuse } from "./kind.ts";
import { compareDigits } from "./likeness.ts";
import { isDigits, tidyNumber } from "./tidy.ts";

function cleanQq(text: string): Cleaned {
  const number = tidyNumber(text)
    .replace(/^(?:QQ|扣扣)(?:号|号码)?[:：]?/i, "")
    .replace(/@qq\.com$/i, "");
  if (number === "") return refuse("empty");
  if (!isDigits(number)) return refuse("characters");
  if (number.startsWith("0")) return refuse("form");
  return number.length >= 5 && number.length <= 11 ? { value: number } : refuse("length");
}

export const qq = defineKind({ id: "qq", entityKind: "netid", clean: cleanQq, specificity: 0.1, compare: compareDigits, rarityBits: 30 });
