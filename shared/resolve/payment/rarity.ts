// How often a memo or an amount stands: agreement on what stands once says much, on what stands a thousand times little.
import { widestRatio } from "./features.ts";
import type { PaymentWindow } from "./window.ts";

/** Chance that another row has the same memo: counts less the discount for what is seen once (step 8 of the method, after Good 1953). */
export function memoChances({ memos, paidMemos }: PaymentWindow): Float64Array {
  const { counts, lists } = memos;
  const rows = lists.reduce((sum, list) => sum + list.filter((id) => id >= 0).length, 0);
  let [once, twice] = [0, 0];
  for (const count of counts) {
    once += Number(count === 1);
    twice += Number(count === 2);
  }
  const discount = once / (once + 2 * twice + 1);
  const floor = 1 / (rows + 1) / Math.max(rows, 1);
  return Float64Array.from(paidMemos, (id) => (id < 0 ? 1 : Math.max((Math.max(counts[id]!, 1) - discount) / rows, floor)));
}

export interface AmountRarity {
  /** Of a paid row: chance that a row within its band has its very amount, its own payment left out. */
  readonly chances: Float64Array;
  /** Rows of both books with that amount. */
  readonly counts: Int32Array;
}

export function amountRarity({ books }: PaymentWindow): AmountRarity {
  const sorted = Float64Array.from([...books.paid, ...books.received], ({ fen }) => fen).sort();
  const before = (fen: number): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle]! < fen) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const [least, most] = [Math.exp(-widestRatio), Math.exp(widestRatio)];
  const counts = new Int32Array(books.paid.length);
  const chances = Float64Array.from(books.paid, ({ fen }, i) => {
    const equal = before(fen + 0.5) - before(fen);
    const near = before(fen * most) - before(fen * least);
    counts[i] = equal;
    return (Math.max(equal - 2, 0) + 0.5) / (Math.max(near - 2, 0) + 1);
  });
  return { chances, counts };
}
