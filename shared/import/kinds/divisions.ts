// Names of GB/T 2260 codes in time: a code can have meant other places, or none, in the year of a birth.
import table from "../../../resources/tables/divisions.json" with { type: "json" };

interface Period {
  readonly name: string;
  readonly from: number;
  readonly until: number;
}

const entries: Readonly<Record<string, string>> = table.entries;
const parsed = new Map<number, readonly Period[] | null>();

// 1980 and 1982 revisions: codes that real numbers carry and that the yearly lists left out (GB/T 2260-1984 introduced 01, 02 and 11).
const formerSuffixes: Readonly<Record<number, string>> = { 1: "市辖区", 2: "城区", 11: "郊区", 20: "市区" };

function parsePeriods(text: string): readonly Period[] {
  return text.split(";").map((part) => {
    const [name, from, until] = part.split(",");
    return { name: name!, from: from ? Number(from) : 0, until: until ? Number(until) : 9999 };
  });
}

function periodsOf(code: number): readonly Period[] | null {
  const known = parsed.get(code);
  if (known !== undefined) return known;
  const text = entries[String(code)];
  const periods = text === undefined ? null : parsePeriods(text);
  if (parsed.size < 20_000) parsed.set(code, periods);
  return periods;
}

const hasProvince = new Uint8Array(100);
for (const code of Object.keys(entries)) if (code.endsWith("0000")) hasProvince[Number(code.slice(0, 2))] = 1;

export const isProvince = (twoDigits: number): boolean => hasProvince[twoDigits] === 1;

export type AreaState = "known" | "unknown" | "younger" | "abolished";

/** Whether a six-digit code existed in a year. */
export function areaStateAt(code: number, year: number): AreaState {
  const periods = periodsOf(code);
  if (periods === null) return formerSuffixes[code % 100] !== undefined ? "known" : "unknown";
  let isYounger = true;
  for (const period of periods) {
    if (year >= period.from && year <= period.until) return "known";
    if (period.from <= year) isYounger = false;
  }
  return isYounger ? "younger" : "abolished";
}

/** The name of a code in a year; the first name it had where that year is not covered, "" for an unknown code. */
export function divisionName(code: number, year: number): string {
  const periods = periodsOf(code);
  if (periods === null) return formerSuffixes[code % 100] ?? "";
  return periods.findLast((period) => year >= period.from && year <= period.until)?.name ?? periods[0]!.name;
}
