// A sparse record seldom agrees with any one record of its person, but with what all of them say together. After clustering, small clusters are
// held against whole larger ones: of each field the mean likelihood ratio over all pairs between the two (members are noisy copies of one truth,
// so their mean estimates what a further copy would say), fields added up in bits. Decision 022.
import { noLevel } from "./comparePairs.ts";
import type { Constraints } from "./constraints.ts";
import type { FieldTable } from "./fieldTable.ts";
import { type BitTable, fieldBits, makeBitTable } from "./identityModel.ts";
import type { Learned } from "./learnIdentities.ts";

/** Clusters of so many records at most are moved. */
const smallCluster = 3;
/** Of a large cluster so many records are read, evenly spread. */
const mostRead = 30;
/** Pairs below this do not make a cluster worth looking at. */
const candidateAt = -8;
/** Of all clusters that come into question and "none of them", the best must hold more than half. */
const leastShare = 0.5;
const mostRounds = 3;

const spread = (members: readonly number[]): readonly number[] =>
  members.length <= mostRead ? members : Array.from({ length: mostRead }, (_, i) => members[Math.floor((i * members.length) / mostRead)]!);

/** Log-odds in bits that two sets of records are one person. */
export function scoreSets(
  table: FieldTable,
  { comparer }: Pick<Learned, "comparer">,
  bitTable: BitTable,
  left: readonly number[],
  right: readonly number[],
): number {
  const width = comparer.width;
  const levels = new Uint8Array(width);
  const [sums, counts] = [new Float64Array(width), new Int32Array(width)];
  for (const a of left) {
    for (const b of right) {
      comparer.compare(a, b, levels, 0);
      for (let f = 0; f < width; f++) {
        const level = levels[f]!;
        if (level === noLevel) continue;
        const bits = f < table.fields.length ? fieldBits(table, bitTable, f, level, a, levels, 0) : bitTable.bits[f]![level]!;
        sums[f]! += 2 ** bits;
        counts[f]!++;
      }
    }
  }
  let total = bitTable.prior;
  for (let f = 0; f < width; f++) if (counts[f]! > 0) total += Math.log2(sums[f]! / counts[f]!);
  return total;
}

/** Clusters as they stand, by their number: the smallest record. */
class Clusters {
  readonly members = new Map<number, number[]>();
  private readonly constraints: Constraints;

  constructor(identityOf: Int32Array, constraints: Constraints) {
    this.constraints = constraints;
    identityOf.forEach((cluster, i) => {
      const known = this.members.get(cluster);
      if (known) known.push(i);
      else this.members.set(cluster, [i]);
    });
  }

  size = (cluster: number): number => this.members.get(cluster)!.length;

  private groups = (cluster: number) => new Set(this.members.get(cluster)!.map((i) => this.constraints.groupOf[i]!));

  /** No second identity number stands between the two. */
  mayMeet(one: number, other: number): boolean {
    const { numberOf } = this.constraints;
    const [mine, theirs] = [this.groups(one), this.groups(other)];
    const numbers = new Set([...mine, ...theirs].flatMap((group) => numberOf.get(group) ?? []));
    return numbers.size <= 1;
  }
}

interface Move {
  readonly from: number;
  readonly to: number;
  readonly bits: number;
}

/** Small cluster → larger ones with a pair that is not hopeless. */
function findCandidates({ compared: { pairs }, bits }: Learned, identityOf: Int32Array, clusters: Clusters): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>();
  for (let i = 0; i < bits.length; i++) {
    if (bits[i]! <= candidateAt) continue;
    const [a, b] = [identityOf[pairs.left[i]!]!, identityOf[pairs.right[i]!]!];
    if (a === b) continue;
    const [small, large] = clusters.size(a) <= clusters.size(b) ? [a, b] : [b, a];
    if (clusters.size(small) > smallCluster || clusters.size(large) < 2) continue;
    const known = found.get(small);
    if (known) known.add(large);
    else found.set(small, new Set([large]));
  }
  return found;
}

function findMoves(table: FieldTable, learned: Learned, identityOf: Int32Array, constraints: Constraints): Move[] {
  const bitTable = makeBitTable(learned.model);
  const clusters = new Clusters(identityOf, constraints);
  const moves: Move[] = [];
  for (const [from, targets] of findCandidates(learned, identityOf, clusters)) {
    const mine = clusters.members.get(from)!;
    const scored = [...targets].map((to) => ({
      from,
      to,
      bits: scoreSets(table, learned, bitTable, mine, spread(clusters.members.get(to)!)),
    }));
    const best = scored.reduce((x, y) => (y.bits > x.bits || (y.bits === x.bits && y.to < x.to) ? y : x));
    const all = scored.reduce((sum, { bits }) => sum + 2 ** bits, 2 ** learned.estimate.thresholdBits);
    if (2 ** best.bits / all > leastShare && clusters.mayMeet(from, best.to)) moves.push(best);
  }
  return moves.sort((x, y) => y.bits - x.bits || x.from - y.from);
}

/** Moves small clusters into the larger ones that they belong to; a cluster that took one in, or left, waits for the next round. */
export function absorbSmall(table: FieldTable, learned: Learned, constraints: Constraints, identityOf: Int32Array): void {
  for (let round = 0; round < mostRounds; round++) {
    const target = new Map<number, number>();
    const touched = new Set<number>();
    for (const { from, to } of findMoves(table, learned, identityOf, constraints)) {
      if (target.has(to) || touched.has(from)) continue;
      // Two small ones may be fit for the cluster but not for each other: one a round where numbers exist.
      if (touched.has(to) && constraints.numberOf.size > 0) continue;
      target.set(from, to);
      touched.add(to);
    }
    if (target.size === 0) return;
    identityOf.forEach((cluster, i) => {
      identityOf[i] = target.get(cluster) ?? cluster;
    });
    renumber(identityOf);
  }
}

/** Every cluster is named by its smallest record again. */
function renumber(identityOf: Int32Array): void {
  const smallest = new Map<number, number>();
  identityOf.forEach((cluster, i) => {
    if (!smallest.has(cluster)) smallest.set(cluster, i);
    identityOf[i] = smallest.get(cluster)!;
  });
}
