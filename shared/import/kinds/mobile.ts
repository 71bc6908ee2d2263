// Mobile numbers of mainland China: 11 digits, 13 for data cards of things; carrier by prefix (number portability: the carrier that it came from).
import table from "../../../resources/tables/mobilePrefixes.json" with { type: "json" };
import { type Cleaned, defineKind, type Facts, refuse } from "./kind.ts";
import { compareDigits } from "./likeness.ts";
import { isScientific, tidyNumber } from "./tidy.ts";

interface Allocation {
  readonly carrier: string;
  readonly use: string;
}

const carriers: Readonly<Record<string, string>> = table.carriers;

/** Five leading digits → 1 + index into `allocations`; 0: not allocated. */
const byPrefix = new Uint8Array(100_000);
const allocations: Allocation[] = [];

for (const [key, prefixes] of Object.entries(table.entries)) {
  const [carrier, use] = key.split(" ");
  allocations.push({ carrier: carrier!, use: use! });
  for (const prefix of prefixes.split(" ")) {
    const width = 10 ** (5 - prefix.length);
    const from = Number(prefix) * width;
    for (let i = from; i < from + width; i++) byPrefix[i] = allocations.length;
  }
}

const prefixOf = (text: string): number => {
  let prefix = 0;
  for (let i = 0; i < 5; i++) prefix = prefix * 10 + text.charCodeAt(i) - 48;
  return prefix;
};

const allocationOf = (number: string): Allocation | undefined => allocations[byPrefix[prefixOf(number)]! - 1];

/** 11 or 13 digits that begin with 13 to 19. */
function hasForm(text: string): boolean {
  const length = text.length;
  if (length !== 11 && length !== 13) return false;
  if (text.charCodeAt(0) !== 49 || text.charCodeAt(1) < 51) return false;
  for (let i = 1; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

const countryCode = /^(?:\+|00)?86(?=1[3-9]\d{9,11}$)|^0(?=1[3-9]\d{9}$)/;

function stripPrefix(text: string): string {
  const number = tidyNumber(text).replace(/[().]/g, "");
  return number.replace(countryCode, "");
}

function refusalOf(text: string, number: string): Cleaned {
  if (number === "") return refuse("empty");
  if (isScientific(tidyNumber(text))) return refuse("precision-lost");
  if (!/^\+?\d+$/.test(number)) return refuse("characters");
  return refuse(number.length === 11 ? "prefix-unknown" : "length");
}

function cleanMobile(text: string): Cleaned {
  const number = hasForm(text) ? text : stripPrefix(text);
  if (!hasForm(number)) return refusalOf(text, number);
  const index = byPrefix[prefixOf(number)]!;
  if (number.length === 13) return allocations[index - 1]?.use === "iot" ? { value: number, doubt: "data-card" } : refuse("length");
  return index === 0 ? { value: number, doubt: "prefix-unknown" } : { value: number };
}

function factsOfMobile(text: string): Facts {
  const number = stripPrefix(text);
  const allocation = hasForm(number) ? allocationOf(number) : undefined;
  if (allocation === undefined) return {};
  return { carrier: carriers[allocation.carrier] ?? allocation.carrier, carrierCode: allocation.carrier, use: allocation.use };
}

export const mobile = defineKind({
  id: "mobile",
  entityKind: "phone",
  clean: cleanMobile,
  specificity: 0.95,
  facts: factsOfMobile,
  compare: compareDigits,
  rarityBits: 30,
});
