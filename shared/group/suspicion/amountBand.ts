// Amounts that stand apart from all others at the low or the high end: a gap of at least 1 in ln(amount) within the outer 5 %, with at least 20 transfers beyond.
import type { MoneyTransfers } from "./oneOffEdges.ts";

const outerShare = 0.05;
const minGap = 1;
const minTransfers = 20;

/** 1 for every transfer in a separate band of amounts. */
export function findAmountBand({ count, fen, from, to }: MoneyTransfers): Uint8Array {
  const band = new Uint8Array(count);
  const usable = new Uint32Array(count).map((_, i) => i).filter((i) => fen[i]! > 0 && from[i] !== to[i]);
  const order = usable.sort((a, b) => fen[a]! - fen[b]! || a - b);
  const outer = Math.floor(order.length * outerShare);
  const gapAt = (i: number) => Math.log(fen[order[i]!]!) - Math.log(fen[order[i - 1]!]!);
  for (let i = outer; i >= minTransfers; i--)
    if (gapAt(i) >= minGap) {
      for (const transfer of order.subarray(0, i)) band[transfer] = 1;
      break;
    }
  for (let i = order.length - outer; i <= order.length - minTransfers && i > 0; i++)
    if (gapAt(i) >= minGap) {
      for (const transfer of order.subarray(i)) band[transfer] = 1;
      break;
    }
  return band;
}
