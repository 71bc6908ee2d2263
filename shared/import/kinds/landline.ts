// Fixed lines of mainland China: area code and 7 or 8 digits, with an extension or without; normal form 0571-87654321-123.
import table from "../../../resources/tables/areaCodes.json" with { type: "json" };
import { type Cleaned, defineKind, type Facts, refuse } from "./kind.ts";
import { compareDigits } from "./likeness.ts";
import { tidyText } from "./tidy.ts";

const areaCodes: Readonly<Record<string, string>> = table.entries;

interface Parts {
  readonly area: string;
  readonly number: string;
  readonly extension: string;
}

const withArea =
  /^\(?(?:(?:\+|00)86[- ]?)?\(?(0?(?:10|2\d|[3-9]\d{2}))\)?[- ]?([1-9]\d{2,3}[- ]?\d{4})(?:(?:-|#|\*|x|转|ext\.?)+(\d{1,6}))?$/i;
const withoutArea = /^([2-8]\d{6,7})(?:(?:-|#|\*|x|转|ext\.?)+(\d{1,6}))?$/i;

function splitLandline(text: string): Parts | null {
  const tidy = tidyText(text)
    .replace(/[-‐‑‒–—―−]+/g, "-")
    .replace(/\s+/g, " ")
    .replace(/ ?- ?/g, "-");
  const local = withoutArea.exec(tidy.replaceAll(" ", ""));
  const long = withArea.exec(tidy);
  const isAreaCertain = long !== null && (long[1]!.startsWith("0") || /^\(?(?:\+|00)86/.test(tidy));
  if (long && isAreaCertain)
    return { area: long[1]!.startsWith("0") ? long[1]! : `0${long[1]}`, number: long[2]!.replace(/[- ]/, ""), extension: long[3] ?? "" };
  return local ? { area: "", number: local[1]!, extension: local[2] ?? "" } : null;
}

const formatParts = ({ area, number, extension }: Parts): string => [area, number, extension].filter((part) => part !== "").join("-");

function cleanLandline(text: string): Cleaned {
  const parts = splitLandline(text);
  if (parts === null) return refuse(text.trim() === "" ? "empty" : "form");
  const value = formatParts(parts);
  if (parts.area === "") return { value, doubt: "area-missing" };
  if (areaCodes[parts.area] === undefined) return { value, doubt: "area-unknown" };
  return { value };
}

function factsOfLandline(text: string): Facts {
  const area = splitLandline(text)?.area ?? "";
  const city = areaCodes[area];
  return city === undefined ? {} : { area: city, areaCode: area };
}

export const landline = defineKind({
  id: "landline",
  entityKind: "phone",
  clean: cleanLandline,
  specificity: (text) => (/^\D*0[^-]*-/.test(text) ? 0.9 : 0.6),
  facts: factsOfLandline,
  compare: compareDigits,
  rarityBits: 27,
});
