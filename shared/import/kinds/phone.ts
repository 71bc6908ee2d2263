// What a cell of a phone column is cleaned by: mobile, service number, fixed line, else digits as they stand (numbers from abroad).
import { type Cleaned, type CleanOptions, type CleanValue, defineKind, type Facts, isClean, refuse } from "./kind.ts";
import { landline } from "./landline.ts";
import { compareDigits } from "./likeness.ts";
import { mobile } from "./mobile.ts";
import { serviceNumber } from "./serviceNumber.ts";
import { isScientific, tidyNumber } from "./tidy.ts";

const inOrder = [mobile, serviceNumber, landline];

function cleanForeign(text: string): Cleaned {
  const tidy = tidyNumber(text);
  if (isScientific(tidy)) return refuse("precision-lost");
  const number = tidy.replace(/[().]/g, "");
  if (number === "") return refuse("empty");
  const digits = number.replace(/^00(?=[1-9])/, "+");
  if (/^\+[1-9]\d{6,14}$/.test(digits)) return { value: digits };
  if (/^\d{3,20}$/.test(number)) return { value: number, doubt: "prefix-unknown" };
  return /[\d*]{2,}\*+[\d*]*/.test(number) ? { value: number, doubt: "masked" } : refuse("characters");
}

function cleanPhone(text: string, options?: CleanOptions): Cleaned {
  let doubtful: CleanValue | null = null;
  for (const kind of inOrder) {
    const cleaned = kind.clean(text, options);
    if (!isClean(cleaned)) continue;
    if (cleaned.doubt === undefined) return cleaned;
    doubtful ??= cleaned;
  }
  return doubtful ?? cleanForeign(text);
}

/** The facts of whichever kind of number it is. */
function factsOfPhone(text: string): Facts {
  const kind = inOrder.find((candidate) => isClean(candidate.clean(text)));
  return kind?.facts?.(text) ?? {};
}

export const phone = defineKind({
  id: "phone",
  entityKind: "phone",
  clean: cleanPhone,
  specificity: 0.1,
  facts: factsOfPhone,
  compare: compareDigits,
  rarityBits: (number) => (isClean(serviceNumber.clean(number)) ? 0 : 30),
});
