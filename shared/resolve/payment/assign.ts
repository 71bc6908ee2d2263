// From ratios to shares: what part of all possible ways of pairing the rows, none of them twice and any of them alone, has this pair. Messages between
// rows, each telling what it would be without the other (belief propagation for matchings: M. Bayati et al., Simple deterministic approximation algorithms
// for counting matchings, 2007): exact where a pair has no rivals, where shares brought to one in turn (Sinkhorn 1964) fall short by the root of the odds.
// Then the best pair first, each row once.
import { type KeptPairs, type Rarity, ratioOf, weighingOf } from "./keptPairs.ts";
import { aloneWeight, type Learned } from "./learnModel.ts";

const rounds = 30;
/** No message changes by more: shares stand. */
const settled = 1e-4;

interface RowCounts {
  readonly paid: number;
  readonly received: number;
}

/** Odds of each kept pair against both rows having no partner. */
function oddsOf(pairs: KeptPairs, rarity: Rarity, rows: RowCounts, learned: Learned, all: number): Float32Array {
  const weighing = weighingOf(learned.model, rarity);
  const { starts, received, span, code } = pairs;
  const odds = new Float32Array(received.length);
  const alone = Math.sqrt(aloneWeight(all, rows.paid, learned.matches) * aloneWeight(all, rows.received, learned.matches));
  for (let i = 0; i < rows.paid; i++)
    for (let at = starts[i]!; at < starts[i + 1]!; at++) odds[at] = ratioOf(weighing, i, span[at]!, code[at]!) / alone;
  return odds;
}

/** Share of every kept candidate: the part of its rows that it explains, rivals and "none of them" against it. */
export const shareOut = (pairs: KeptPairs, rarity: Rarity, rows: RowCounts, learned: Learned, all: number): Float32Array =>
  sharesOf(oddsOf(pairs, rarity, rows, learned, all), pairs, rows);

/** The same from odds, one for each kept pair. */
export function sharesOf(odds: Float32Array, { starts, received }: Pick<KeptPairs, "starts" | "received">, rows: RowCounts): Float32Array {
  const ofPaid = Int32Array.from(received);
  for (let i = 0; i < rows.paid; i++) ofPaid.fill(i, starts[i]!, starts[i + 1]!);
  const [toReceived, toPaid] = [new Float32Array(odds.length), new Float32Array(odds.length).fill(1)];
  for (let round = 0; round < rounds; round++) {
    const moved = tell(odds, toPaid, toReceived, ofPaid, rows.paid);
    if (Math.max(moved, tell(odds, toReceived, toPaid, received, rows.received)) < settled) break;
  }
  const shares = new Float32Array(odds.length);
  for (let at = 0; at < odds.length; at++) {
    const both = odds[at]! * toReceived[at]! * toPaid[at]!;
    shares[at] = both / (1 + both);
  }
  return shares;
}

/** Each row tells each partner how free it would be without that one; gives how far the largest message moved. The largest is kept apart: taken from a sum it would leave nothing exact behind. */
function tell(odds: Float32Array, heard: Float32Array, told: Float32Array, rowOf: Int32Array, rows: number): number {
  const [rest, most, mostAt] = [new Float64Array(rows), new Float64Array(rows), new Int32Array(rows).fill(-1)];
  for (let at = 0; at < odds.length; at++) {
    const row = rowOf[at]!;
    const pull = odds[at]! * heard[at]!;
    if (pull > most[row]!) {
      rest[row]! += most[row]!;
      most[row] = pull;
      mostAt[row] = at;
    } else rest[row]! += pull;
  }
  let moved = 0;
  for (let at = 0; at < odds.length; at++) {
    const row = rowOf[at]!;
    const next = 1 / (1 + (mostAt[row] === at ? rest[row]! : most[row]! + Math.max(0, rest[row]! - odds[at]! * heard[at]!)));
    moved = Math.max(moved, Math.abs(next - told[at]!));
    told[at] = next;
  }
  return moved;
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
