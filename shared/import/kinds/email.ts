// E-mail addresses, in lower case.
import { hostForm } from "./host.ts";
import { type Cleaned, defineKind, refuse } from "./kind.ts";
import { compareDigits } from "./likeness.ts";
import { tidyText } from "./tidy.ts";

const emailForm = new RegExp(`^[a-z0-9!#$%&'*+/=?^_{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_{|}~-]+)*@${hostForm}$`, "i");

function cleanEmail(text: string): Cleaned {
  const tidy = tidyText(text).toLowerCase();
  if (tidy === "") return refuse("empty");
  return tidy.length <= 254 && emailForm.test(tidy) ? { value: tidy } : refuse("form");
}

export const email = defineKind({
  id: "email",
  entityKind: "netid",
  clean: cleanEmail,
  specificity: 0.97,
  compare: compareDigits,
  rarityBits: 32,
});
