// Days as a kind: every style of a cell (2024-03-05, 2024年3月5日, 20240305, 05/03/2024, Mar 5, 2024); normal form yyyy-mm-dd.
import { isoDate } from "../../model/time.ts";
import { TimeReader } from "../cells/timeReader.ts";
import { type Cleaned, defineKind, type Facts, isClean, refuse } from "./kind.ts";
import { isOneEdit } from "./likeness.ts";
import { tidyText } from "./tidy.ts";

function cleanDate(text: string): Cleaned {
  const tidy = tidyText(text);
  if (tidy === "") return refuse("empty");
  const reader = new TimeReader({ utcOffset: 0 });
  if (!reader.read(tidy)) return refuse(/\d/.test(tidy) ? "date-impossible" : "characters");
  return { value: isoDate(reader.at, 0) };
}

const digits = (day: string): string => day.replaceAll("-", "");
const monthAndDayExchanged = (a: string, b: string): boolean => a === `${b.slice(0, 5)}${b.slice(8)}-${b.slice(5, 7)}`;

export const date = defineKind({
  id: "date",
  entityKind: null,
  clean: cleanDate,
  specificity: 0.5,
  facts: (text): Facts => {
    const cleaned = cleanDate(text);
    return isClean(cleaned) ? { year: cleaned.value.slice(0, 4), month: cleaned.value.slice(5, 7), day: cleaned.value.slice(8) } : {};
  },
  compare: (a, b) => {
    if (a === b) return 1;
    if (isOneEdit(digits(a), digits(b)) || monthAndDayExchanged(a, b)) return 0.8;
    if (a.slice(5) === b.slice(5) && Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4))) === 1) return 0.7;
    return a.slice(0, 4) === b.slice(0, 4) ? 0.3 : 0;
  },
  rarityBits: 15,
});
