// Account numbers of any bank or platform.
import { factsOfBankCard } from "./bankCard.ts";
import { passesLuhn } from "./checkDigits.ts";
import { type Cleaned, defineKind, refuse } from "./kind.ts";
import { compareDigits } from "./likeness.ts";
import { isDigits, isScientific, tidyNumber, tidyText } from "./tidy.ts";

const accountForm = /^[\w@.:/+*-]{2,64}$/;

/** Dashes and blanks go from numbers only: in names of accounts at platforms they distinguish. */
function withoutGaps(text: string): string {
  const number = tidyNumber(text);
  return isDigits(number) || /^[\d*]+$/.test(number) ? number : tidyText(text).replace(/\s+/g, "");
}

/** Account numbers have no common check digit: only a UnionPay card (62…) that fails Luhn is doubted. */
function cleanAccount(text: string): Cleaned {
  const account = withoutGaps(text);
  if (isDigits(account)) {
    const isUnionPay = account.length >= 16 && account.length <= 19 && account.charCodeAt(0) === 54 && account.charCodeAt(1) === 50;
    return isUnionPay && !passesLuhn(account) ? { value: account, doubt: "check-digit" } : { value: account };
  }
  if (account === "") return refuse("empty");
  if (isScientific(account)) return refuse("precision-lost");
  if (account.includes("*")) return { value: account, doubt: "masked" };
  return accountForm.test(account) ? { value: account } : { value: text.trim(), doubt: "invalid" };
}

export const account = defineKind({
  id: "account",
  entityKind: "account",
  clean: cleanAccount,
  specificity: 0.05,
  facts: factsOfBankCard,
  compare: compareDigits,
  rarityBits: 30,
});
