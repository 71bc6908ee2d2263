// Which rows may be one payment at all: received two days before to 31 days after it was paid, amounts within a fifth, told by different sources of
// different accounts. Received rows stand by day and amount, so that a paid row meets its candidates only.
import { clockLevel, endLevel, otherEnd, referenceLevel } from "./ends.ts";
import { bandOfRatio, equalAmount, firstLag, lags, steps, widestRatio, windowCode } from "./features.ts";
import { listMemos } from "./memos.ts";
import type { Books, PaymentRow } from "./payment.ts";

const [least, most] = [Math.exp(-widestRatio), Math.exp(widestRatio)];
const ratioSteps = 100_000;
const bandOf = Uint8Array.from({ length: Math.ceil((most - least) * ratioSteps) + 2 }, (_, i) =>
  bandOfRatio(Math.log(least + (i + 0.5) / ratioSteps)),
);

/** `span`: lag and amount; `code`: everything else that costs nothing to compare, the memo only where both are the same. */
export type Visit = (paid: number, received: number, span: number, code: number) => void;

export class PaymentWindow {
  readonly books: Books;
  readonly memos: ReturnType<typeof listMemos>;
  /** Received rows by day, then amount. */
  private readonly order: Int32Array;
  private readonly fens: Float64Array;
  private readonly startOfDay: Int32Array;
  private readonly firstDay: number;
  private readonly barred: ReadonlySet<string>;

  /** `barred`: pairs that people rejected, as `paid received` by their places in the books. */
  constructor(books: Books, barred: ReadonlySet<string> = new Set()) {
    this.books = books;
    this.barred = barred;
    const { paid, received } = books;
    this.memos = listMemos([wordsOf(paid, received), wordsOf(received, paid)]);
    const order = received
      .map((_, i) => i)
      .sort((a, b) => received[a]!.day - received[b]!.day || received[a]!.fen - received[b]!.fen || a - b);
    this.order = Int32Array.from(order);
    this.fens = Float64Array.from(order, (i) => received[i]!.fen);
    this.firstDay = order.length === 0 ? 0 : received[order[0]!]!.day;
    const days = order.length === 0 ? 0 : received[order.at(-1)!]!.day - this.firstDay + 1;
    this.startOfDay = new Int32Array(days + 1);
    for (const i of order) this.startOfDay[received[i]!.day - this.firstDay + 1]!++;
    for (let day = 0; day < days; day++) this.startOfDay[day + 1]! += this.startOfDay[day]!;
  }

  get paidMemos(): Int32Array {
    return this.memos.lists[0]!;
  }

  get receivedMemos(): Int32Array {
    return this.memos.lists[1]!;
  }

  /** Rows of the day span within the amounts, before anything else is asked: an upper bound that costs two searches a day. */
  countNear(paid: number): number {
    let near = 0;
    this.eachDay(this.books.paid[paid]!, (_lag, from, until) => {
      near += until - from;
    });
    return near;
  }

  scan(paid: number, visit: Visit): void {
    const row = this.books.paid[paid]!;
    const { received } = this.books;
    const [memo, memos] = [this.paidMemos[paid]!, this.receivedMemos];
    this.eachDay(row, (lagLevel, from, until) => {
      for (let place = from; place < until; place++) {
        const index = this.order[place]!;
        const other = received[index]!;
        if (isBarred(row, other) || (this.barred.size > 0 && this.barred.has(`${paid} ${index}`))) continue;
        const [payee, payer] = [endLevel(row.other, other.owner), endLevel(other.other, row.owner)];
        // Both banks name somebody else: money that passed on through a third account is two payments.
        if (payee === otherEnd && payer === otherEnd) continue;
        const fen = this.fens[place]!;
        const amount = fen === row.fen ? equalAmount : bandOf[Math.floor((fen / row.fen - least) * ratioSteps)]!;
        visit(
          paid,
          index,
          windowCode(lagLevel, amount),
          plainCode(row, other, memo >= 0 && memo === memos[index]) + payee * steps.payee + payer * steps.payer,
        );
      }
    });
  }

  private eachDay({ day, fen }: PaymentRow, visit: (lagLevel: number, from: number, until: number) => void): void {
    const { startOfDay, firstDay } = this;
    for (let level = 0; level < lags; level++) {
      const place = day + level + firstLag - firstDay;
      if (place < 0 || place >= startOfDay.length - 1) continue;
      const [start, end] = [startOfDay[place]!, startOfDay[place + 1]!];
      if (start === end) continue;
      const from = this.search(fen * least, start, end);
      const until = this.search(fen * most, from, end);
      if (from < until) visit(level, from, until);
    }
  }

  /** First place of a day with an amount of at least so much. */
  private search(fen: number, start: number, end: number): number {
    let [low, high] = [start, end];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.fens[middle]! < fen) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Memos without the holders of the other book: that a row names the other side is a feature of its own. */
function wordsOf(rows: readonly PaymentRow[], others: readonly PaymentRow[]): string[] {
  const holders = new Set(others.map(({ owner }) => owner.name).filter((name) => name !== ""));
  return rows.map(({ memo, other }) =>
    other === null
      ? memo
          .split(" ")
          .filter((word) => !holders.has(word))
          .join(" ")
      : memo,
  );
}

/** One source never tells an event twice, and nobody pays himself from one account. */
function isBarred(paid: PaymentRow, received: PaymentRow): boolean {
  if (paid.sourceId === received.sourceId) return true;
  if (paid.owner.purse >= 0 && paid.owner.purse === received.owner.purse) return true;
  if (paid.alsoTold.length === 0 && received.alsoTold.length === 0) return false;
  const told = [paid.sourceId, ...paid.alsoTold];
  return [received.sourceId, ...received.alsoTold].some((source) => told.includes(source));
}

const sameMemo = 1;

function plainCode(paid: PaymentRow, received: PaymentRow, hasSameMemo: boolean): number {
  return (
    clockLevel(paid, received) * steps.clock +
    (hasSameMemo ? sameMemo : 0) * steps.memo +
    referenceLevel(paid.reference, received.reference) * steps.reference
  );
}
