// Bank cards: Luhn, issuer by prefix and length.
import table from "../../../resources/tables/bankBins.json" with { type: "json" };
import { passesLuhn } from "./checkDigits.ts";
import { type Cleaned, defineKind, type Facts, refuse } from "./kind.ts";
import { compareChecked } from "./likeness.ts";
import { isDigits, isScientific, tidyNumber } from "./tidy.ts";

interface Issuer {
  readonly bankCode: string;
  readonly cardType: string;
  readonly length: number;
}

const banks: Readonly<Record<string, string>> = table.banks;
let issuers: Map<string, Issuer[]> | null = null;
let longestPrefix = 0;

/** Prefix → issuers; built when a card is first asked for its bank. */
function issuersByPrefix(): Map<string, Issuer[]> {
  if (issuers !== null) return issuers;
  issuers = new Map();
  for (const [key, prefixes] of Object.entries(table.entries)) {
    const [bankCode, cardType, length] = key.split(" ");
    for (const prefix of prefixes.split(" ")) {
      longestPrefix = Math.max(longestPrefix, prefix.length);
      const issuer = { bankCode: bankCode!, cardType: cardType!, length: Number(length) };
      issuers.set(prefix, [...(issuers.get(prefix) ?? []), issuer]);
    }
  }
  return issuers;
}

/** The issuer with the longest prefix among those whose cards have this length; else the longest prefix of any length. */
export function issuerOf(card: string): Issuer | null {
  const map = issuersByPrefix();
  let otherLength: Issuer | null = null;
  for (let width = Math.min(longestPrefix, card.length); width >= 3; width--) {
    const found = map.get(card.slice(0, width));
    if (found === undefined) continue;
    const exact = found.find((issuer) => issuer.length === card.length);
    if (exact !== undefined) return exact;
    otherLength ??= found[0]!;
  }
  return otherLength;
}

const hasCardLength = (text: string): boolean => text.length >= 13 && text.length <= 19;

function cleanBankCard(text: string): Cleaned {
  const card = tidyNumber(text);
  if (!isDigits(card)) return refuse(card === "" ? "empty" : isScientific(card) ? "precision-lost" : "characters");
  if (!hasCardLength(card)) return refuse("length");
  if (card.charCodeAt(0) === 48) return refuse("prefix-unknown");
  return passesLuhn(card) ? { value: card } : refuse("check-digit");
}

export function factsOfBankCard(text: string): Facts {
  const card = tidyNumber(text);
  const issuer = isDigits(card) ? issuerOf(card) : null;
  if (issuer === null) return {};
  return { bankCode: issuer.bankCode, bankName: banks[issuer.bankCode] ?? issuer.bankCode, cardType: issuer.cardType };
}

function cardSpecificity(text: string): number {
  const card = tidyNumber(text);
  const issuer = issuerOf(card);
  if (issuer === null) return 0.3;
  return issuer.length === card.length ? 0.9 : 0.6;
}

export const bankCard = defineKind({
  id: "bank-card",
  entityKind: "account",
  clean: cleanBankCard,
  specificity: cardSpecificity,
  facts: factsOfBankCard,
  compare: compareChecked(passesLuhn),
  rarityBits: 33,
});
