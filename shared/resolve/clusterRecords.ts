// From scored pairs to identities: components of likely pairs are completed, then clustered one by one.
import { absorbSmall } from "./absorbSmall.ts";
import { clusterGroups, type ScoredPair } from "./clusterGroups.ts";
import type { Constraints } from "./constraints.ts";
import { DisjointSets } from "./disjointSets.ts";
import type { FieldTable } from "./fieldTable.ts";
import { makeBitTable, scoreLevels } from "./identityModel.ts";
import type { Learned } from "./learnIdentities.ts";

const firstCut = -4;
const cutStep = 4;
const lastCut = 60;
export const largestComponent = 400;

/** Components of pairs above the cut; those too large are cut again, higher. Only those with more than one group. */
export function findComponents(
  count: number,
  { compared: { pairs }, bits }: Pick<Learned, "compared" | "bits">,
  groupOf: Int32Array,
): number[][] {
  const found: number[][] = [];
  let open = Uint8Array.from({ length: count }, () => 1);
  for (let cut = firstCut; open.includes(1); cut += cutStep) {
    const sets = new DisjointSets(count);
    for (let i = 0; i < count; i++) sets.join(groupOf[i]!, i);
    for (let i = 0; i < bits.length; i++)
      if (bits[i]! > cut && open[pairs.left[i]!] && open[pairs.right[i]!]) sets.join(pairs.left[i]!, pairs.right[i]!);
    const next = new Uint8Array(count);
    for (const members of sets.groups().values()) {
      if (!open[members[0]!] || members.every((i) => groupOf[i] === groupOf[members[0]!])) continue;
      if (members.length <= largestComponent || cut >= lastCut) found.push(members);
      else for (const i of members) next[i] = 1;
    }
    open = next;
  }
  return found.sort((a, b) => a[0]! - b[0]!);
}

/** Every pair of a component is scored, also those that blocking did not propose. */
function scoreComponent(table: FieldTable, learned: Learned, groupOf: Int32Array, members: readonly number[]): ScoredPair[] {
  const bitTable = makeBitTable(learned.model);
  const levels = new Uint8Array(learned.comparer.width);
  const pairs: ScoredPair[] = [];
  for (let i = 0; i < members.length; i++) {
    for (let j = i + 1; j < members.length; j++) {
      const [a, b] = [members[i]!, members[j]!];
      if (groupOf[a] === groupOf[b]) continue;
      learned.comparer.compare(a, b, levels, 0);
      pairs.push({ a, b, bits: scoreLevels(table, bitTable, a, levels, 0) });
    }
  }
  return pairs;
}

export interface Clustering {
  /** Smallest record of the identity of each record. */
  readonly identityOf: Int32Array;
  /** Pairs of records of different groups worth showing. */
  readonly pairs: readonly ScoredPair[];
}

const shownAt = -4;

export function clusterRecords(table: FieldTable, learned: Learned, constraints: Constraints): Clustering {
  const { groupOf, numberOf } = constraints;
  const identityOf = Int32Array.from(groupOf);
  const shown: ScoredPair[] = [];
  for (const members of findComponents(table.count, learned, groupOf)) {
    const scored =
      members.length <= largestComponent ? scoreComponent(table, learned, groupOf, members) : knownPairs(learned, new Set(members));
    const sizes = new Map<number, number>();
    for (const i of members) sizes.set(groupOf[i]!, (sizes.get(groupOf[i]!) ?? 0) + 1);
    const { thresholdBits } = learned.estimate;
    const pairs = scored.map(({ a, b, bits }) => ({ a: groupOf[a]!, b: groupOf[b]!, bits: bits - thresholdBits }));
    const clusters = clusterGroups({ sizes, pairs, numberOf });
    for (const i of members) identityOf[i] = clusters.get(groupOf[i]!)!;
    // What speaks against an identity from within is kept however low it is: that is its conflict.
    for (const pair of scored) if (pair.bits > shownAt || identityOf[pair.a] === identityOf[pair.b]) shown.push(pair);
  }
  absorbSmall(table, learned, constraints, identityOf);
  return { identityOf, pairs: shown };
}

function knownPairs({ compared: { pairs }, bits }: Learned, members: ReadonlySet<number>): ScoredPair[] {
  return [...bits].flatMap((value, i) =>
    members.has(pairs.left[i]!) && members.has(pairs.right[i]!) ? [{ a: pairs.left[i]!, b: pairs.right[i]!, bits: value }] : [],
  );
}
