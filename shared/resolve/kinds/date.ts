// Days: mistyped digits, day and month exchanged, partly right dates.
import { isOneEdit } from "../distances.ts";
import { exactAtom, type FieldKind } from "./kind.ts";

const digitsOf = (text: string) => text.split("t")[0]!.replaceAll(/\D/g, "").slice(0, 8);

const isSwapped = (a: string, b: string) =>
  a.slice(0, 4) === b.slice(0, 4) && a.slice(4, 6) === b.slice(6, 8) && a.slice(6, 8) === b.slice(4, 6);

export const isDay = (text: string): boolean => {
  const match = /^(\d{4}) ?(\d{2}) ?(\d{2})(?:t.*)?$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1700 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
};

export const dateKind: FieldKind = {
  id: "date",
  levels: ["exact", "one-digit", "two-parts", "same-year", "next-year", "else"],
  startM: [0.75, 0.1, 0.05, 0.04, 0.03, 0.03],
  prepare: (text) => digitsOf(text) || text,
  compare({ compact: a }, { compact: b }) {
    if (isOneEdit(a, b) || isSwapped(a, b)) return 1;
    const sameYear = a.slice(0, 4) === b.slice(0, 4);
    const [sameMonth, sameDay] = [a.length > 4 && a.slice(4, 6) === b.slice(4, 6), a.length > 6 && a.slice(6, 8) === b.slice(6, 8)];
    if ((sameYear && (sameMonth || sameDay)) || (sameMonth && sameDay)) return 2;
    if (sameYear) return 3;
    return Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4))) <= 1 ? 4 : 5;
  },
  atoms: [
    exactAtom(6),
    { id: "year", keyOf: ({ compact }) => compact.slice(0, 4), agreement: [1, 0.7, 0.6, 1, 0, 0.01] },
    { id: "month-day", keyOf: ({ compact }) => compact.slice(4, 8), agreement: [1, 0.4, 0.3, 0, 0.1, 0.01] },
  ],
};
