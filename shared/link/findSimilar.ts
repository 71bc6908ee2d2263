// One case against all others: ranked cases, and the series they stand for, normalised over all series plus "none of them".
import type { SimilarCase } from "./calls.ts";
import { explainPair } from "./explainPair.ts";
import type { PreparedLink } from "./prepared.ts";
import { caseIndex, totalBits } from "./scorePairs.ts";

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

/** Bits of every case against the one asked for; NaN for itself. */
function scoreAll(link: PreparedLink, self: number): Float64Array {
  const bits = new Float64Array(link.tables.table.count);
  for (let index = 0; index < bits.length; index++)
    bits[index] = index === self ? Number.NaN : totalBits(link, Math.min(self, index), Math.max(self, index));
  return bits;
}

/** Indices of the `top` highest, best first, equal ones in the order of the cases. */
export function highest(bits: Float64Array, top: number): number[] {
  const known = bits.filter((each) => !Number.isNaN(each)).sort();
  const least = known[Math.max(0, known.length - top)] ?? Number.POSITIVE_INFINITY;
  const chosen: number[] = [];
  bits.forEach((each, index) => {
    if (each >= least) chosen.push(index);
  });
  return chosen.sort((one, other) => bits[other]! - bits[one]! || one - other).slice(0, top);
}

type Average = Omit<SimilarSeries, "posterior">;

/** Average to the confirmed members of each series, else to all of them. */
function averageBySeries(
  link: PreparedLink,
  bits: Float64Array,
  confirmed: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, Average> {
  const groups = Map.groupBy(
    Object.entries(link.input.series).filter(([number]) => !Number.isNaN(bits[link.tables.table.indexOf.get(number) ?? -1] ?? Number.NaN)),
    ([, series]) => series,
  );
  return new Map(
    [...groups].map(([series, entries]) => {
      const all = entries.map(([number]) => number);
      const known = all.filter((number) => confirmed.get(series)?.has(number));
      const cases = known.length > 0 ? known : all;
      const sum = cases.reduce((total, number) => total + bits[link.tables.table.indexOf.get(number)!]!, 0);
      return [series, { series, cases, bits: sum / cases.length }];
    }),
  );
}

/** The ranked cases alone. */
export const findSimilar = (link: PreparedLink, number: string, top = 10): readonly SimilarCase[] =>
  compareWithAll(link, number, { top }).cases;

/** Below this an unlinked case adds nothing that a posterior shows. */
const leastOddsBits = -40;

/** Sum of the odds of all cases outside the series. */
function oddsOfUnlinked({ input, tables }: PreparedLink, bits: Float64Array): number {
  const isMember = new Uint8Array(bits.length);
  for (const number of Object.keys(input.series)) isMember[tables.table.indexOf.get(number) ?? -1] = 1;
  let sum = 0;
  for (let index = 0; index < bits.length; index++) if (isMember[index] === 0 && bits[index]! > leastOddsBits) sum += 2 ** bits[index]!;
  return sum;
}

/** Odds of each series and each unlinked case against "none of them", whose odds are one. */
export function compareWithAll(link: PreparedLink, number: string, { top = 10, confirmed }: SimilarOptions = {}): Similar {
  const { records } = link.tables.table;
  const bits = scoreAll(link, caseIndex(link, number));
  const averages = averageBySeries(link, bits, confirmed ?? confirmedMembers(link));
  const seriesOf = (index: number) => link.input.series[records[index]!.number] ?? null;
  let total = 1 + oddsOfUnlinked(link, bits);
  for (const each of averages.values()) total += 2 ** each.bits;
  const best = highest(bits, top);
  const alone = best
    .filter((index) => seriesOf(index) === null)
    .map((index): Average => ({ series: null, cases: [records[index]!.number], bits: bits[index]! }));
  const series = [...averages.values(), ...alone].sort((one, other) => other.bits - one.bits || (one.cases[0]! < other.cases[0]! ? -1 : 1));
  const cases = best.map((index, rank) => {
    const own = seriesOf(index);
    const { bits: pairBits, evidence, counter } = explainPair(link, number, records[index]!.number);
    const odds = 2 ** (own === null ? pairBits : averages.get(own)!.bits);
    return { rank: rank + 1, case: records[index]!.number, series: own, bits: pairBits, posterior: odds / total, evidence, counter };
  });
  return { cases, series: series.slice(0, top).map((each) => ({ ...each, posterior: 2 ** each.bits / total })), none: 1 / total };
}
