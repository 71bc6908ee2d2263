// The years of days that are written without one: as the mapping says, as the lines above the heading say, or as the file's name does.
import type { YearRange } from "./cells/timeReader.ts";

const dated = /(?<!\d)(20[0-4]\d)(?:[-_./年]?(0[1-9]|1[0-2])(?!\d)|[-_./年]?(0[1-9]|1[0-2])[-_./月]?(?:0[1-9]|[12]\d|3[01])(?!\d)|(?!\d))/g;

/** Null where nothing tells, or where more than a year lies between: a month would stand in both. */
export function findYears(banner: ReadonlyMap<string, string>, fileName: string, stated: number | undefined): YearRange | null {
  if (stated !== undefined) return { first: stated, firstMonth: 1, last: stated };
  const period = `${banner.get("period.from") ?? ""} ${banner.get("period.until") ?? ""}`;
  return rangeOf(period) ?? rangeOf(fileName);
}

function rangeOf(text: string): YearRange | null {
  const found = [...text.matchAll(dated)].map((match) => ({ year: Number(match[1]), month: Number(match[2] ?? match[3] ?? 1) }));
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) return null;
  if (last.year - first.year > 1 || (last.year > first.year && last.month >= first.month)) return null;
  return { first: first.year, firstMonth: last.year === first.year ? 1 : first.month, last: last.year };
}
