// Cases for 100,000 people: of a place in the period, and a year, each with the exact interval of its count.
import { lengthOf, monthOf, type Period, parseDay } from "./period.ts";
import { poissonInterval } from "./poisson.ts";
import { findAreas, type PopulationRecord } from "./population.ts";
import type { Rate } from "./rateShape.ts";
import type { StatisticsCell, Tabulated } from "./tableShape.ts";

export const ratePeople = 100_000;
const daysOfYear = 365.25;

/** The data may end a little earlier because nothing happened; where a twentieth of the period lies outside of them, those days are not counted. */
function countedDays(period: Period, data: Period): Period {
  const slack = lengthOf(period) / 20;
  return {
    from: data.from - period.from > slack ? Math.min(data.from, period.to) : period.from,
    to: period.to - data.to > slack ? Math.max(data.to, period.from) : period.to,
  };
}

function isWholeYear(period: Period): boolean {
  const days = lengthOf(period);
  return (days === 365 || days === 366) && monthOf(period.from).from === period.from && monthOf(period.to).to === period.to;
}

interface Exposure {
  readonly days: number;
  readonly isYear: boolean;
}

export function rateOf(count: number, people: number, { days, isYear }: Exposure): Rate {
  const scale = ratePeople / people;
  const times = isYear ? 1 : daysOfYear / days;
  const [low, high] = poissonInterval(count).map((value) => value * scale) as [number, number];
  const value = count * scale;
  return { value, low, high, yearly: value * times, yearlyLow: low * times, yearlyHigh: high * times };
}

const periodOf = (from: string, to: string): Period => ({ from: parseDay(from)!, to: parseDay(to)! });

/** The table with a rate in every cell of a place whose population is known, and in the sums of those places. */
export function withRates(table: Tabulated, records: readonly PopulationRecord[]): Tabulated {
  const axis = table.by.indexOf("place");
  if (axis < 0 || table.dataFrom === null || table.dataTo === null) return table;
  const data = periodOf(table.dataFrom, table.dataTo);
  const counted = countedDays(table.period === null ? data : periodOf(table.period.from, table.period.to), data);
  const year = new Date(((counted.from + counted.to) / 2) * 86_400_000).getUTCFullYear();
  const values = axis === 0 ? table.rows : table.columns!;
  const found = findAreas(
    values.map(({ code }) => code),
    records,
    year,
  );
  if (found === null) return table;
  const people = found.areas.map((area) => area.people);
  const places = people.filter((one) => one !== null).length;
  const exposure: Exposure = { days: lengthOf(counted), isYear: isWholeYear(counted) };
  const population = { ...found, year, ...exposure, axis: axis === 0 ? ("row" as const) : ("column" as const), places };
  return { ...rated(table, people, exposure, axis), population: { ...population, missing: people.length - places } };
}

function rated(table: Tabulated, people: readonly (number | null)[], exposure: Exposure, axis: number): Tabulated {
  const all = people.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const give = (cell: StatisticsCell, of: number | null, count = cell.count): StatisticsCell =>
    of === null || of === 0 ? cell : { ...cell, rate: rateOf(count, of, exposure) };
  /** Cases of the places whose population is known. */
  const known = (line: readonly StatisticsCell[]): number => line.reduce((sum, { count }, i) => sum + (people[i] === null ? 0 : count), 0);
  const own = axis === 0 ? table.rowTotals : table.columnTotals!;
  const other = axis === 0 ? table.columnTotals : table.rowTotals;
  const lines = axis === 0 ? table.cells[0]?.map((_, j) => table.cells.map((line) => line[j]!)) : table.cells;
  const ownTotals = own.map((cell, i) => give(cell, people[i]!));
  const otherTotals = other?.map((cell, i) => give(cell, all, known(lines![i]!))) ?? null;
  return {
    ...table,
    cells: table.cells.map((line, i) => line.map((cell, j) => give(cell, people[axis === 0 ? i : j]!))),
    rowTotals: axis === 0 ? ownTotals : otherTotals!,
    columnTotals: axis === 0 ? otherTotals : ownTotals,
    total: give(table.total, all, known(own)),
  };
}
