// Series of cases: average linkage on clipped log odds under exact constraints, with core, borderline, weakest link and what would split them.
import { forEachCandidate } from "../link/candidateEvidence.ts";
import { solvedTogether } from "../link/learn/samples.ts";
import type { PreparedLink } from "../link/prepared.ts";
import { posteriorOf, totalBits, totalOfCandidate } from "../link/scorePairs.ts";
import { makeWithout, type Without } from "../link/withoutFact.ts";
import { agglomerate, type ScoredPair } from "./agglomerate.ts";
import { type Answered, chooseCut, cutAbove, groupsAfter } from "./chooseCut.ts";
import type { IndexPair } from "./constraints.ts";
import { joinFromOf, joinSingles } from "./joinSingles.ts";
import { type EarlierSeries, keepIdentity } from "./keepIdentity.ts";
import { findWeakestLink, measureStability, type SeriesRule, type Stability } from "./membership.ts";
import { makeVariants, rememberPairs } from "./variants.ts";

export interface SeriesOptions {
  /** `expectedF1`: own cut; `evenOdds`: merge while the average is above 0; `auto`: own cut where no identifiers tell cases apart. */
  readonly cut?: "auto" | "expectedF1" | "evenOdds";
  /** Decisions beyond the pair verdicts of the input: a case confirmed in or rejected from a series. */
  readonly mustLink?: readonly (readonly [string, string])[];
  readonly cannotLink?: readonly (readonly [string, string])[];
  readonly earlier?: readonly EarlierSeries[];
  /** Highest series number ever given. */
  readonly lastNumber?: number;
}

export interface SeriesMemberResult {
  readonly case: string;
  /** Average bits to the other members. */
  readonly bits: number;
  /** Share of small data changes under which it stays. */
  readonly membership: number;
  readonly isCore: boolean;
}

export interface SeriesResult {
  readonly series: string;
  /** Sorted by case number. */
  readonly members: readonly SeriesMemberResult[];
  readonly cohesionBits: number;
  /** Mean membership. */
  readonly stability: number;
  readonly weakest: { readonly a: string; readonly b: string; readonly bits: number };
  readonly splitBy: Stability["splitBy"];
}

export interface SeriesRun {
  readonly series: readonly SeriesResult[];
  /** Average bits above which groups were merged. */
  readonly threshold: number;
  readonly mustLinks: number;
  readonly cannotLinks: number;
  /** Confirmations that a rejection overrules. */
  readonly contradictions: readonly (readonly [string, string])[];
}

/** Pairs at or below are no reason to look at a merge, and merging never goes further down; an own cut may lie lower than even odds. */
const stopAt = { evenOdds: -4, ownCut: -6 } as const;
const leastCoreMembership = 0.7;

interface Constraints {
  readonly mustLink: readonly IndexPair[];
  readonly cannotLink: readonly IndexPair[];
}

function readConstraints({ input, tables }: PreparedLink, options: SeriesOptions): Constraints {
  const { indexOf } = tables.table;
  const toIndices = (pairs: readonly (readonly [string, string])[]): IndexPair[] =>
    pairs.map(([a, b]) => [indexOf.get(a) ?? -1, indexOf.get(b) ?? -1] as const).filter(([a, b]) => a >= 0 && b >= 0 && a !== b);
  const judged = (verdict: string) => input.verdicts.filter((each) => each.verdict === verdict).map(({ a, b }) => [a, b] as const);
  return {
    mustLink: [...toIndices([...judged("confirm"), ...(options.mustLink ?? [])]), ...solvedTogether(input)],
    cannotLink: toIndices([...judged("reject"), ...(options.cannotLink ?? [])]),
  };
}

interface Scored {
  readonly pairs: readonly ScoredPair[];
  readonly allPosteriors: number;
}

/** Pairs worth a merge, and the posteriors of all whose answer is not known. */
function scoreCandidates(link: PreparedLink, answered: Answered, least: number): Scored {
  const pairs: ScoredPair[] = [];
  let allPosteriors = 0;
  forEachCandidate(link, link.candidates, (a, b, evidence) => {
    const bits = totalOfCandidate(link, a, b, evidence);
    if (!(answered.has(a) && answered.has(b))) allPosteriors += posteriorOf(bits);
    if (bits > least) pairs.push({ a, b, bits });
  });
  return { pairs, allPosteriors };
}

const hasIdentifiers = ({ neighbours, tables }: PreparedLink) => neighbours === null && tables.identifiers.entities.length > 0;

function describeSeries(link: PreparedLink, series: string, members: readonly number[], rule: SeriesRule, without: Without): SeriesResult {
  const { records } = link.tables.table;
  const bitsOf = rememberPairs((a, b) => totalBits(link, a, b), records.length);
  const place = new Map(members.map((index, i) => [index, i]));
  const inside = rule.mustLink.filter(([a, b]) => place.has(a) && place.has(b)).map(([a, b]) => [place.get(a)!, place.get(b)!] as const);
  const { memberships, splitBy } = measureStability(members, makeVariants(link, { members, bitsOf, without }), {
    ...rule,
    mustLink: inside,
  });
  const averages = members.map((a) => members.reduce((sum, b) => sum + (a === b ? 0 : bitsOf(a, b)), 0) / (members.length - 1));
  const weakest = findWeakestLink(members, bitsOf);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    series,
    members: members.map((index, i) => ({
      case: records[index]!.number,
      bits: averages[i]!,
      membership: memberships[i]!,
      isCore: memberships[i]! >= leastCoreMembership,
    })),
    cohesionBits: mean(averages),
    stability: mean(memberships),
    weakest: { a: records[weakest.a]!.number, b: records[weakest.b]!.number, bits: weakest.bits },
    splitBy,
  };
}

export function clusterSeries(link: PreparedLink, options: SeriesOptions = {}): SeriesRun {
  const { count, records } = link.tables.table;
  const constraints = readConstraints(link, options);
  const isOwnCut = options.cut === "expectedF1" || (options.cut !== "evenOdds" && !hasIdentifiers(link));
  const least = isOwnCut ? stopAt.ownCut : stopAt.evenOdds;
  const answered: Answered = {
    has: (i) => records[i]!.suspects.length > 0,
    posteriorOf: (a, b) => posteriorOf(totalBits(link, a, b)),
  };
  const { pairs, allPosteriors } = scoreCandidates(link, answered, least);
  const merged = agglomerate({ count, pairs, bitsOf: (a, b) => totalBits(link, a, b), ...constraints, stopAt: least });
  const cut = isOwnCut ? chooseCut(merged, allPosteriors, answered) : { steps: cutAbove(merged, 0), threshold: 0 };
  const bitsOf = (a: number, b: number) => totalBits(link, a, b);
  const joinFrom = isOwnCut ? null : joinFromOf(link.weights.priorBits, count);
  const groups = joinSingles({
    groups: groupsAfter(merged, cut.steps),
    count,
    bitsOf,
    cannotLink: constraints.cannotLink,
    from: joinFrom,
    pairs,
  });
  const numbers = groups.map((members) => members.map((i) => records[i]!.number));
  const ids = keepIdentity(numbers, options.earlier ?? [], options.lastNumber);
  const rule = { threshold: Math.min(0, cut.threshold ?? 0), joinFrom, mustLink: constraints.mustLink };
  const without = makeWithout(link);
  return {
    series: groups.map((members, i) => describeSeries(link, ids[i]!, members, rule, without)),
    threshold: cut.threshold ?? 0,
    mustLinks: constraints.mustLink.length,
    cannotLinks: constraints.cannotLink.length,
    contradictions: merged.contradictions.map(([a, b]) => [records[a]!.number, records[b]!.number] as const),
  };
}
