// Single cases that average linkage leaves out though one clue ties them to part of a series: the case against the series as a whole.
// P(case | series) is the mean over its members (a mixture, Parzen 1962), the prior the series' share of all cases (docs/evidence.md).
import { clipBits, type ScoredPair } from "./agglomerate.ts";
import type { IndexPair } from "./constraints.ts";

/** Sum of odds, in bits, from which a case joins; null where singles stay single. */
export type JoinFrom = number | null;

/** Even odds of case and series, and how far above them and above the next series a join must lie. */
const leastAbove = 2;
const leastLead = 1;

/** Sum over members of 2^bits at which case and series are at 4 to 1: bits − prior is the evidence, log2(count) turns the sum into share × mean. */
export const joinFromOf = (priorBits: number, count: number): number => priorBits + Math.log2(count) + leastAbove;

/** log2 Σ 2^bits over the members, no pair above the bits at which series clip. */
function bitsToAll(i: number, members: readonly number[], bitsOf: (a: number, b: number) => number): number {
  return Math.log2(members.reduce((sum, other) => sum + 2 ** Math.min(clipBits, i < other ? bitsOf(i, other) : bitsOf(other, i)), 0));
}

export interface JoinInput {
  /** Groups of two and more, each sorted. */
  readonly groups: readonly (readonly number[])[];
  readonly count: number;
  readonly bitsOf: (a: number, b: number) => number;
  readonly cannotLink: readonly IndexPair[];
  readonly from: JoinFrom;
  /** Pairs worth a look, as for merging: a case is asked of the groups that it has one with. Left out: of all, which grows with the square. */
  readonly pairs?: readonly ScoredPair[];
}

/** The group that a single case joins, or -1; all are asked of the groups as they were, so that no order matters. */
function pickGroup(
  i: number,
  asked: Iterable<number>,
  { groups, bitsOf, from }: JoinInput,
  enemies: ReadonlySet<number> | undefined,
): number {
  const ranked = [...asked]
    .map((group) => ({
      group,
      bits: groups[group]!.some((member) => enemies?.has(member)) ? Number.NEGATIVE_INFINITY : bitsToAll(i, groups[group]!, bitsOf),
    }))
    .sort((one, other) => other.bits - one.bits || one.group - other.group);
  const [best, next] = ranked;
  if (best === undefined || best.bits < from!) return -1;
  return best.bits - (next?.bits ?? Number.NEGATIVE_INFINITY) >= leastLead ? best.group : -1;
}

function readEnemies(cannotLink: readonly IndexPair[]): Map<number, Set<number>> {
  const enemies = new Map<number, Set<number>>();
  const add = (a: number, b: number) => enemies.set(a, (enemies.get(a) ?? new Set()).add(b));
  for (const [a, b] of cannotLink) {
    add(a, b);
    add(b, a);
  }
  return enemies;
}

/** The groups that each single case has a pair with. */
function readTouching({ groups }: JoinInput, pairs: readonly ScoredPair[]): Map<number, Set<number>> {
  const groupOf = new Map(groups.flatMap((members, group) => members.map((member) => [member, group] as const)));
  const touching = new Map<number, Set<number>>();
  const add = (i: number, group: number) => touching.set(i, (touching.get(i) ?? new Set()).add(group));
  for (const { a, b } of pairs) {
    const [ofA, ofB] = [groupOf.get(a), groupOf.get(b)];
    if (ofA === undefined && ofB !== undefined) add(a, ofB);
    if (ofB === undefined && ofA !== undefined) add(b, ofA);
  }
  return touching;
}

/** Two cases that must stay apart never join the same group: of such two the one with the smaller index does. */
export function joinSingles(input: JoinInput): readonly (readonly number[])[] {
  if (input.from === null || input.groups.length === 0) return input.groups;
  const grouped = new Set(input.groups.flat());
  const enemies = readEnemies(input.cannotLink);
  const touching = input.pairs && readTouching(input, input.pairs);
  const all = input.groups.keys().toArray();
  const joined = input.groups.map((members) => [...members]);
  for (let i = 0; i < input.count; i++) {
    if (grouped.has(i)) continue;
    const own = enemies.get(i);
    const group = pickGroup(i, touching ? (touching.get(i) ?? []) : all, input, own);
    if (group >= 0 && !joined[group]!.some((member) => own?.has(member))) joined[group]!.push(i);
  }
  return joined.map((members) => members.sort((a, b) => a - b)).sort((one, other) => one[0]! - other[0]!);
}
