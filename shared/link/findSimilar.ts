// One case against all others: ranked cases, and the series they stand for, normalised over all series plus "none of them".
import type { SimilarCase } from "./calls.ts";
import { explainPair } from "./explainPair.ts";
import type { PreparedLink } from "./prepared.ts";
import { caseIndex, totalBits } from "./scorePairs.ts";
import { seriesTable } from "./seriesTable.ts";

/** The case against one series, or against one unlinked case. */
export interface SimilarSeries {
  /** Null for an unlinked case. */
  readonly series: string | null;
  /** Members that were compared: the confirmed ones where there are any, else all. */
  readonly cases: readonly string[];
  /** Average over them, not a sum. */
  readonly bits: number;
  readonly posterior: number;
}

export interface Similar {
  readonly cases: readonly SimilarCase[];
  readonly series: readonly SimilarSeries[];
  /** Posterior that none of them fits. */
  readonly none: number;
}

export interface SimilarOptions {
  readonly top?: number;
  /** Confirmed members by series; default: cases of a confirmed pair within their series. */
  readonly confirmed?: ReadonlyMap<string, ReadonlySet<string>>;
  /** Cases that are not compared: those of which the question itself tells. */
  readonly without?: readonly string[];
}

function confirmedMembers({ input }: PreparedLink): Map<string, Set<string>> {
  const members = new Map<string, Set<string>>();
  for (const { a, b, verdict } of input.verdicts) {
    const series = input.series[a];
    if (verdict !== "confirm" || series === undefined || input.series[b] !== series) continue;
    members.set(series, (members.get(series) ?? new Set<string>()).add(a).add(b));
  }
  return members;
}

/** Bits of every case against the one asked for; NaN for itself, and for those that are left out. */
function scoreAll(link: PreparedLink, self: number, without: ReadonlySet<number>): Float64Array {
  const bits = new Float64Array(link.tables.table.count);
  for (let index = 0; index < bits.length; index++)
    bits[index] = index === self || without.has(index) ? Number.NaN : totalBits(link, Math.min(self, index), Math.max(self, index));
  return bits;
}

/** Beyond so many, sorting all is less work than keeping the best in order. */
const fewestSorted = 200;

/** Indices of the `top` highest, best first, equal ones in the order of the cases; NaN is none. */
export function highest(bits: Float64Array, top: number): number[] {
  if (top > fewestSorted) return sortHighest(bits, top);
  const chosen: number[] = [];
  for (let index = 0; index < bits.length; index++) {
    const value = bits[index]!;
    if (Number.isNaN(value) || (chosen.length === top && !(value > bits[chosen[top - 1]!]!))) continue;
    let place = chosen.length;
    while (place > 0 && value > bits[chosen[place - 1]!]!) place--;
    chosen.splice(place, 0, index);
    if (chosen.length > top) chosen.pop();
  }
  return chosen;
}

function sortHighest(bits: Float64Array, top: number): number[] {
  const known: number[] = [];
  bits.forEach((each, index) => {
    if (!Number.isNaN(each)) known.push(index);
  });
  return known.sort((one, other) => bits[other]! - bits[one]! || one - other).slice(0, top);
}

interface Average {
  readonly series: string | null;
  /** Case indices. */
  readonly members: readonly number[];
  readonly bits: number;
}

/** Average to the confirmed members of each series, else to all of them; NaN where none was compared. */
function averageBySeries(
  { tables: { table }, input }: PreparedLink,
  bits: Float64Array,
  confirmed: ReadonlyMap<string, ReadonlySet<string>>,
): Average[] {
  const { names, members } = seriesTable(input.series, table);
  return names.map((series, i): Average => {
    const all = members[i]!.filter((index) => !Number.isNaN(bits[index]!));
    const certain = confirmed.get(series);
    const known = certain ? all.filter((index) => certain.has(table.records[index]!.number)) : [];
    const cases = known.length > 0 ? known : all;
    return { series, members: cases, bits: cases.reduce((total, index) => total + bits[index]!, 0) / cases.length };
  });
}

/** The ranked cases alone. */
export const findSimilar = (link: PreparedLink, number: string, top = 10): readonly SimilarCase[] =>
  compareWithAll(link, number, { top }).cases;

/** Below this an unlinked case adds nothing that a posterior shows. */
const leastOddsBits = -40;

/** Sum of the odds of all cases outside the series. */
function oddsOfUnlinked({ input, tables: { table } }: PreparedLink, bits: Float64Array): number {
  const { seriesOf } = seriesTable(input.series, table);
  let sum = 0;
  for (let index = 0; index < bits.length; index++) if (seriesOf[index]! < 0 && bits[index]! > leastOddsBits) sum += 2 ** bits[index]!;
  return sum;
}

const firstOfLine = ({ cases }: Pick<SimilarSeries, "cases">): string => cases[0] ?? "";

/** The best series and unlinked cases side by side, by name. */
function bestSeries(link: PreparedLink, averages: readonly Average[], alone: readonly Average[], total: number, top: number) {
  const { records } = link.tables.table;
  const all = [...averages, ...alone];
  const bits = Float64Array.from(all, (each) => each.bits);
  const least = bits[highest(bits, top).at(-1) ?? -1] ?? Number.POSITIVE_INFINITY;
  return all
    .filter((each) => each.bits >= least)
    .map((each) => ({
      series: each.series,
      cases: each.members.map((index) => records[index]!.number),
      bits: each.bits,
      posterior: 2 ** each.bits / total,
    }))
    .sort((one, other) => other.bits - one.bits || (firstOfLine(one) < firstOfLine(other) ? -1 : 1))
    .slice(0, top);
}

/** Odds of each series and each unlinked case against "none of them", whose odds are one. */
export function compareWithAll(link: PreparedLink, number: string, { top = 10, confirmed, without = [] }: SimilarOptions = {}): Similar {
  const { table } = link.tables;
  const { records } = table;
  const leftOut = new Set(without.flatMap((one) => table.indexOf.get(one) ?? []));
  const bits = scoreAll(link, caseIndex(link, number), leftOut);
  const averages = averageBySeries(link, bits, confirmed ?? confirmedMembers(link));
  const { names, seriesOf } = seriesTable(link.input.series, table);
  let total = 1 + oddsOfUnlinked(link, bits);
  for (const each of averages) if (!Number.isNaN(each.bits)) total += 2 ** each.bits;
  const best = highest(bits, top);
  const alone = best
    .filter((index) => seriesOf[index]! < 0)
    .map((index): Average => ({ series: null, members: [index], bits: bits[index]! }));
  const cases = best.map((index, rank) => {
    const own = seriesOf[index]!;
    const { bits: pairBits, evidence, counter } = explainPair(link, number, records[index]!.number);
    const odds = 2 ** (own < 0 ? pairBits : averages[own]!.bits);
    const series = own < 0 ? null : names[own]!;
    return { rank: rank + 1, case: records[index]!.number, series, bits: pairBits, posterior: odds / total, evidence, counter };
  });
  return { cases, series: bestSeries(link, averages, alone, total, top), none: 1 / total };
}
