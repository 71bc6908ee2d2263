// Units of people: a heading or a line above it says them (常住人口（万人）, 单位：万人), or the cell itself (63.4万).

const factors: readonly (readonly [RegExp, number])[] = [
  [/亿人?$/, 100_000_000],
  [/百万人?$|millions?$/i, 1_000_000],
  [/万人?$|10,?000$|ten thousands?$/i, 10_000],
  [/千人?$|thousands?$|1,?000$/i, 1000],
  [/[人口位名]$|persons?$|people$/i, 1],
];

const factorOf = (unit: string): number | null => factors.find(([form]) => form.test(unit.trim()))?.[1] ?? null;

/** People that one of the heading's numbers stands for; null where it says no unit. */
export function headingFactor(heading: string): number | null {
  const text = heading.normalize("NFKC").trim();
  const bracketed = /[([【]\s*(?:单位\s*[:：]?\s*|in\s+)?([^()[\]【】]{1,14})[)\]】]$/i.exec(text)?.[1];
  if (bracketed !== undefined) return factorOf(bracketed);
  return /[亿万千]人$|\bin (?:ten )?thousands$/i.test(text) ? factorOf(text) : null;
}

/** The same of a line above the heading. */
export const statedFactor = (unit: string | undefined): number | null => (unit === undefined ? null : factorOf(unit.normalize("NFKC")));

const figure = /^(\d{1,3}(?:[,，\s]\d{3})+|\d+)(?:\.(\d+))?\s*(亿|百万|万|千)?\s*人?$/;

/** People, or why there is no number of them. A part of a person means that a unit is missing. */
export function readPeople(cell: string, factor: number | null): number | "population-invalid" | "unit-missing" {
  const match = figure.exec(cell.normalize("NFKC").trim());
  if (match === null) return "population-invalid";
  const [, whole = "", decimals = "", own] = match;
  const unit = own === undefined ? factor : factorOf(own);
  // Spreadsheets write whole numbers as 634200.0.
  if (unit === null && /[1-9]/.test(decimals)) return "unit-missing";
  const people = Math.round(Number(`${whole.replace(/[,，\s]/g, "")}.${decimals || "0"}`) * (unit ?? 1));
  return people > 0 && Number.isSafeInteger(people) ? people : "population-invalid";
}
