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

interface Scored {
  readonly index: number;
  readonly bits: number;
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

const mean = (scored: readonly Scored[]) => scored.reduce((sum, { bits }) => sum + bits, 0) / scored.length;

function averageBySeries(
  link: PreparedLink,
  scored: readonly Scored[],
  confirmed: ReadonlyMap<string, ReadonlySet<string>>,
): Omit<SimilarSeries, "posterior">[] {
  const { records } = link.tables.table;
  const numberOf = ({ index }: Scored) => records[index]!.number;
  const groups = Map.groupBy(scored, (each) => link.input.series[numberOf(each)] ?? `\u0000${each.index}`);
  return [...groups].map(([name, all]) => {
    const known = all.filter((each) => confirmed.get(name)?.has(numberOf(each)));
    const used = known.length > 0 ? known : all;
    return { series: name.startsWith("\u0000") ? null : name, cases: used.map(numberOf), bits: mean(used) };
  });
}

/** Odds of each against "none of them", whose odds are one. */
function normalise(averages: readonly Omit<SimilarSeries, "posterior">[]): { series: SimilarSeries[]; none: number } {
  const most = averages.reduce((best, { bits }) => Math.max(best, bits), 0);
  const total = averages.reduce((sum, { bits }) => sum + 2 ** (bits - most), 2 ** -most);
  const series = averages.map((each) => ({ ...each, posterior: 2 ** (each.bits - most) / total }));
  return {
    series: series.sort((one, other) => other.bits - one.bits || (one.cases[0]! < other.cases[0]! ? -1 : 1)),
    none: 2 ** -most / total,
  };
}

export function findSimilar(link: PreparedLink, number: string, { top = 10, confirmed }: SimilarOptions = {}): Similar {
  const self = caseIndex(link, number);
  const { count, records } = link.tables.table;
  const scored: Scored[] = [];
  for (let index = 0; index < count; index++)
    if (index !== self) scored.push({ index, bits: totalBits(link, Math.min(self, index), Math.max(self, index)) });
  const { series, none } = normalise(averageBySeries(link, scored, confirmed ?? confirmedMembers(link)));
  const ofSeries = new Map(series.map((each) => [each.series ?? each.cases[0]!, each.posterior]));
  const best = scored.sort((one, other) => other.bits - one.bits || one.index - other.index).slice(0, top);
  const cases = best.map(({ index }, rank) => {
    const other = records[index]!.number;
    const { bits, evidence, counter } = explainPair(link, number, other);
    const own = link.input.series[other] ?? null;
    return { rank: rank + 1, case: other, series: own, bits, posterior: ofSeries.get(own ?? other) ?? 0, evidence, counter };
  });
  return { cases, series: series.slice(0, top), none };
}
