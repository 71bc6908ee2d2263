// Numbers of services (95xxx, 96xxx, 400, 800, 106, 10086, 110 …): public, so a case that lists one is tied to nobody by it.
import table from "../../../resources/tables/publicNumbers.json" with { type: "json" };
import { type Cleaned, defineKind, type Facts, refuse } from "./kind.ts";
import { compareEqual } from "./likeness.ts";
import { isDigits, tidyNumber } from "./tidy.ts";

const exact: Readonly<Record<string, string>> = table.exact;

const stripArea = (text: string): string =>
  tidyNumber(text)
    .replace(/[().]/g, "")
    .replace(/^(?:\+|00)86(?=[489]|1\d{2,4}$)/, "");

const rangeOf = (number: string) => table.ranges.find((range) => number.startsWith(range.prefix) && range.lengths.includes(number.length));

function cleanServiceNumber(text: string): Cleaned {
  const number = stripArea(text);
  if (number === "") return refuse("empty");
  if (!isDigits(number)) return refuse("characters");
  if (exact[number] !== undefined || rangeOf(number) !== undefined) return { value: number };
  return refuse(table.ranges.some((range) => number.startsWith(range.prefix)) ? "length" : "prefix-unknown");
}

function factsOfServiceNumber(text: string): Facts {
  const number = stripArea(text);
  const use = rangeOf(number)?.use;
  const service = exact[number];
  return { ...(use === undefined ? {} : { use }), ...(service === undefined ? {} : { service }) };
}

export const serviceNumber = defineKind({
  id: "service-number",
  entityKind: "phone",
  clean: cleanServiceNumber,
  specificity: (text) => (exact[text] !== undefined || /^[48]00/.test(text) ? 0.9 : 0.5),
  facts: factsOfServiceNumber,
  compare: compareEqual,
  rarityBits: 0,
});
