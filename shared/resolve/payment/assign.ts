// From ratios to shares: rows and columns are brought to one in turn, "none of them" being one of the choices of each row (R. Sinkhorn, A relationship
// between arbitrary positive matrices and doubly stochastic matrices, 1964). Then the best pair first, each row once.
import { type KeptPairs, type Rarity, ratioOf, weighingOf } from "./keptPairs.ts";
import { aloneWeight, type Learned } from "./learnModel.ts";

const rounds = 30;

/** Share of every kept candidate: the part of its rows that it explains, rivals and "none of them" against it. */
export function shareOut(
  pairs: KeptPairs,
  rarity: Rarity,
  rows: { readonly paid: number; readonly received: number },
  learned: Learned,
  all: number,
): Float32Array {
  const weighing = weighingOf(learned.model, rarity);
  const { starts, received, span, code } = pairs;
  const weights = new Float32Array(received.length);
  for (let i = 0; i < rows.paid; i++)
    for (let at = starts[i]!; at < starts[i + 1]!; at++) weights[at] = ratioOf(weighing, i, span[at]!, code[at]!);
  const [alonePaid, aloneReceived] = [rows.paid, rows.received].map((count) => Math.sqrt(aloneWeight(all, count, learned.matches)));
  const [ofPaid, ofReceived] = [new Float64Array(rows.paid).fill(1), new Float64Array(rows.received).fill(1)];
  for (let round = 0; round < rounds; round++) {
    const sums = new Float64Array(rows.received).fill(aloneReceived!);
    for (let i = 0; i < rows.paid; i++) {
      let sum = alonePaid!;
      for (let at = starts[i]!; at < starts[i + 1]!; at++) sum += weights[at]! * ofReceived[received[at]!]!;
      ofPaid[i] = 1 / sum;
      for (let at = starts[i]!; at < starts[i + 1]!; at++) sums[received[at]!]! += weights[at]! * ofPaid[i]!;
    }
    for (let j = 0; j < rows.received; j++) ofReceived[j] = 1 / sums[j]!;
  }
  for (let i = 0; i < rows.paid; i++)
    for (let at = starts[i]!; at < starts[i + 1]!; at++) weights[at] = Math.min(1, weights[at]! * ofPaid[i]! * ofReceived[received[at]!]!);
  return weights;
}

export interface Assigned {
  readonly paid: number;
  readonly received: number;
  /** Place among the kept candidates. */
  readonly at: number;
  readonly share: number;
}

/** Best share first, each row once; of equal shares the earlier rows. */
export function assignGreedily(pairs: KeptPairs, shares: Float32Array, least: number): Assigned[] {
  const { starts, received } = pairs;
  const likely: Assigned[] = [];
  for (let i = 0; i < starts.length - 1; i++)
    for (let at = starts[i]!; at < starts[i + 1]!; at++)
      if (shares[at]! >= least) likely.push({ paid: i, received: received[at]!, at, share: shares[at]! });
  likely.sort((a, b) => b.share - a.share || a.paid - b.paid || a.received - b.received);
  const [paidTaken, receivedTaken] = [new Set<number>(), new Set<number>()];
  return likely.filter((one) => {
    if (paidTaken.has(one.paid) || receivedTaken.has(one.received)) return false;
    paidTaken.add(one.paid);
    receivedTaken.add(one.received);
    return true;
  });
}
