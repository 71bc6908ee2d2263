// The best candidates of every row, so that memory and time stay bounded however many there are: two passes over all candidates, the first only fills
// a histogram of scores a row, the second keeps what lies above the row's own threshold.
import { equalAmount, levelOf, steps, windowCodes } from "./features.ts";
import type { AmountRarity } from "./rarity.ts";
import { type FactorTables, factorTables, type PaymentModel } from "./weights.ts";
import type { PaymentWindow } from "./window.ts";

/** Candidates by paid row: those of row i stand from starts[i] to starts[i + 1]. */
export interface KeptPairs {
  readonly starts: Int32Array;
  readonly received: Int32Array;
  readonly span: Uint16Array;
  readonly code: Uint16Array;
}

export interface Rarity {
  readonly memo: Float64Array;
  readonly amount: AmountRarity;
}

export interface Weighing {
  readonly tables: FactorTables;
  readonly memo: Float64Array;
  readonly amount: Float64Array;
}

export const weighingOf = (model: PaymentModel, { memo, amount }: Rarity): Weighing => ({
  tables: factorTables(model),
  memo,
  amount: amount.chances,
});

const isEqual = Uint8Array.from({ length: windowCodes }, (_, at) => Number(levelOf(at, 0, "amount") === equalAmount));
const isSame = Uint8Array.from({ length: steps.all }, (_, at) => Number(levelOf(0, at, "memo") === 0));
const largest = 1e30;

/** Likelihood ratio of a candidate. A memo or an amount that everybody has is no evidence against its pair. */
export function ratioOf({ tables, memo, amount }: Weighing, paid: number, span: number, code: number): number {
  let ratio = tables.span[span]! * tables.code[code]!;
  if (isEqual[span]) ratio /= amount[paid]!;
  if (isSame[code]) ratio /= memo[paid]!;
  return Math.min(ratio, largest);
}

const bins = 160;
/** Three bins a bit, from −20 bits up. */
const binOf = (ratio: number): number => Math.max(0, Math.min(bins - 1, Math.floor((Math.log2(ratio) + 20) * 3)));

/** From which bin on a row keeps its candidates, and how many of those in that bin itself there is room for. */
interface Threshold {
  readonly lowest: Uint8Array;
  readonly room: Int32Array;
}

function thresholds(counts: Uint16Array, rows: number, most: number): Threshold {
  const lowest = new Uint8Array(rows);
  const room = new Int32Array(rows).fill(most);
  for (let row = 0; row < rows; row++) {
    let bin = bins - 1;
    while (bin > 0 && counts[row * bins + bin]! <= room[row]!) room[row]! -= counts[row * bins + bin--]!;
    lowest[row] = bin;
  }
  return { lowest, room };
}

function hasRoom({ lowest, room }: Threshold, row: number, bin: number): boolean {
  if (bin !== lowest[row]!) return bin > lowest[row]!;
  if (room[row]! <= 0) return false;
  room[row]!--;
  return true;
}

/** The `most` best of each row of either book; of more that score alike the first ones. Calls `seen` for every candidate. */
export function keepBest(
  span: PaymentWindow,
  weighing: Weighing,
  most: number,
  seen: (paid: number, received: number, span: number, code: number) => void,
): KeptPairs {
  const { paid, received } = span.books;
  const [ofPaid, ofReceived] = [new Uint16Array(paid.length * bins), new Uint16Array(received.length * bins)];
  const full = 65_535;
  for (let i = 0; i < paid.length; i++)
    span.scan(i, (_, other, at, code) => {
      seen(i, other, at, code);
      const bin = binOf(ratioOf(weighing, i, at, code));
      if (ofPaid[i * bins + bin]! < full) ofPaid[i * bins + bin]!++;
      if (ofReceived[other * bins + bin]! < full) ofReceived[other * bins + bin]!++;
    });
  return collect(span, weighing, thresholds(ofPaid, paid.length, most), thresholds(ofReceived, received.length, most));
}

function collect(span: PaymentWindow, weighing: Weighing, byPaid: Threshold, byReceived: Threshold): KeptPairs {
  const { length } = span.books.paid;
  const list = new GrowingPairs();
  const starts = new Int32Array(length + 1);
  for (let i = 0; i < length; i++) {
    span.scan(i, (_, other, at, code) => {
      const bin = binOf(ratioOf(weighing, i, at, code));
      const [isBest, isBestOfOther] = [hasRoom(byPaid, i, bin), hasRoom(byReceived, other, bin)];
      if (isBest || isBestOfOther) list.add(other, at, code);
    });
    starts[i + 1] = list.count;
  }
  return { starts, ...list.columns() };
}

class GrowingPairs {
  count = 0;
  private received = new Int32Array(1024);
  private span = new Uint16Array(1024);
  private code = new Uint16Array(1024);

  add(received: number, span: number, code: number): void {
    if (this.count === this.received.length) this.grow();
    this.received[this.count] = received;
    this.span[this.count] = span;
    this.code[this.count++] = code;
  }

  columns() {
    const { count } = this;
    return { received: this.received.subarray(0, count), span: this.span.subarray(0, count), code: this.code.subarray(0, count) };
  }

  private grow(): void {
    const length = Math.floor(this.received.length * 1.6);
    const larger = <T extends Int32Array | Uint16Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.received = larger(this.received, new Int32Array(length));
    this.span = larger(this.span, new Uint16Array(length));
    this.code = larger(this.code, new Uint16Array(length));
  }
}
