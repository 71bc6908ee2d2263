// What only a whole column tells about the spelling of its times: the order of day and month, the digits of HHMMSS, days without a clock.
import { readClock } from "./cells/clock.ts";
import type { DateOrder, TimeFormat } from "./cells/timeReader.ts";
import { isMonthDay, TimeReader } from "./cells/timeReader.ts";
import type { MappingFormat } from "./mapping.ts";
import { findYears } from "./years.ts";

const parted = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/;
const midnightText = /[T\s]0{1,2}:00(?::00(?:\.0+)?)?$/;

export interface OrderFinding {
  readonly order: DateOrder;
  /** Both orders give days of the calendar. */
  readonly isAmbiguous: boolean;
}

/** Order of day and month; where both fit, the one under which the column spans less time (statements cover weeks, not years). */
export function findDateOrder(cells: readonly string[]): OrderFinding | null {
  const parts = cells.map((cell) => parted.exec(cell.trim())).filter((match) => match !== null);
  if (parts.length === 0) return null;
  const isShortYear = parts.every((match) => match[3]!.length === 2);
  const numbers = parts.map((match) => [Number(match[1]), Number(match[2]), Number(match[3])] as const);
  if (
    isShortYear &&
    numbers.some(([, , c]) => c <= 31) &&
    numbers.some(([a]) => a > 12 && a < 100) &&
    new Set(numbers.map(([a]) => a)).size <= 2
  )
    return { order: "ymd", isAmbiguous: false };
  if (numbers.some(([a]) => a > 12)) return { order: "dmy", isAmbiguous: false };
  if (numbers.some(([, b]) => b > 12)) return { order: "mdy", isAmbiguous: false };
  const span = (order: DateOrder) => spanOf(cells, order);
  return { order: span("mdy") < span("dmy") ? "mdy" : "dmy", isAmbiguous: true };
}

function spanOf(cells: readonly string[], dateOrder: DateOrder): number {
  const reader = new TimeReader({ dateOrder });
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const cell of cells) {
    if (!reader.read(cell)) continue;
    first = Math.min(first, reader.at);
    last = Math.max(last, reader.at);
  }
  return last - first;
}

/** What is asked of a row plan here. */
interface PlannedCells {
  readonly format: MappingFormat;
  readonly context: {
    readonly sample: readonly (readonly string[])[];
    readonly banner: ReadonlyMap<string, string>;
    readonly fileName: string;
  };
  hasColumn(target: string): boolean;
  text(target: string): (cells: readonly string[]) => string;
}

const yearsOf = ({ format, context }: PlannedCells) => findYears(context.banner, context.fileName, format.year);

/** What the sample of a time target tells. */
export function learnTimeFormat(plan: PlannedCells, target: string): TimeFormat {
  const cellsOf = (name: string) => {
    const get = plan.text(name);
    return plan.hasColumn(name) ? plan.context.sample.map(get).filter((cell) => cell !== "") : [];
  };
  const stamps = [...cellsOf(target), ...cellsOf(`${target}.date`)];
  const clocks = cellsOf(`${target}.time`).filter((cell) => /^\d+$/.test(cell));
  const longest = Math.max(0, ...clocks.map((cell) => cell.length));
  const found = plan.format.dateOrder ?? findDateOrder(stamps)?.order;
  return {
    ...(found && { dateOrder: found }),
    ...(stamps.some(isMonthDay) && yearsOf(plan) !== null && { years: yearsOf(plan)! }),
    clockDigits: longest > 6 ? thousandthsOrHundredths(clocks) : longest > 4 ? 6 : 0,
    isDayOnly: stamps.length > 2 && stamps.every((cell) => midnightText.test(cell)),
  };
}

/** Eight digits are a time with thousandths that lost its nought in front, unless one of the cells cannot be that. */
const thousandthsOrHundredths = (clocks: readonly string[]): number =>
  clocks.every((cell) => cell.length <= 8) &&
  clocks.some((cell) => readClock(cell, 9) === null) &&
  clocks.every((cell) => readClock(cell, 8))
    ? 8
    : 9;
