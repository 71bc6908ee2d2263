// Which rows may be one payment at all: received two days before to 31 days after it was paid, amounts within a fifth, told by different sources of
// different accounts. Received rows stand by day and amount, so that a paid row meets its candidates only.
import { clockLevel, endLevel, otherEnd } from "./ends.ts";
import { bandOfRatio, equalAmount, firstLag, lags, steps, widestRatio, windowCode } from "./features.ts";
import { listMemos } from "./memos.ts";
import type { Books, PaymentRow } from "./payment.ts";

const [least, most] = [Math.exp(-widestRatio), Math.exp(widestRatio)];
const sameDay = -firstLag;
/** Shorter serial numbers are counters that two banks may share. */
const shortestReference = 6;
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
  /** Columns in the same order, so that few candidates need their row: one source never tells an event twice, nobody pays himself from one account. */
  private readonly sources: Int32Array;
  private readonly purses: Int32Array;
  private readonly others: Int32Array;
  private readonly references: Int32Array;
  private readonly paidReferences: Int32Array;
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
    const column = (read: (row: PaymentRow) => number) => Int32Array.from(order, (i) => read(received[i]!));
    this.sources = column(({ sourceId }) => sourceId);
    this.purses = column(({ owner }) => owner.purse);
    this.others = column(({ other }) => other?.purse ?? -1);
    const numbers = new Map<string, number>();
    const numberOf = ({ reference }: PaymentRow): number => {
      if (reference.length < shortestReference) return -1;
      if (!numbers.has(reference)) numbers.set(reference, numbers.size);
      return numbers.get(reference)!;
    };
    this.references = column(numberOf);
    this.paidReferences = Int32Array.from(paid, numberOf);
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
    const { order, fens, purses, others, sources, references } = this;
    const [memo, memos] = [this.paidMemos[paid]!, this.receivedMemos];
    const [own, other, reference] = [row.owner.purse, row.other?.purse ?? -1, this.paidReferences[paid]!];
    this.eachDay(row, (lagLevel, from, until) => {
      for (let place = from; place < until; place++) {
        const [index, purse, told] = [order[place]!, purses[place]!, others[place]!];
        if (sources[place] === row.sourceId || (own >= 0 && own === purse)) continue;
        const partner = received[index]!;
        const payee = other < 0 || purse < 0 ? 0 : other === purse ? 1 : endLevel(row.other, partner.owner);
        const payer = told < 0 || own < 0 ? 0 : told === own ? 1 : endLevel(partner.other, row.owner);
        // Both banks name somebody else: money that passed on through a third account is two payments.
        if ((payee === otherEnd && payer === otherEnd) || this.isBarred(paid, index)) continue;
        const fen = fens[place]!;
        const amount = fen === row.fen ? equalAmount : bandOf[Math.floor((fen / row.fen - least) * ratioSteps)]!;
        const known = references[place]!;
        const code =
          (lagLevel === sameDay ? clockLevel(row, partner) * steps.clock : 0) +
          (memo >= 0 && memo === memos[index] ? steps.memo : 0) +
          payee * steps.payee +
          payer * steps.payer +
          (reference < 0 || known < 0 ? 0 : reference === known ? steps.reference : 2 * steps.reference);
        visit(paid, index, windowCode(lagLevel, amount), code);
      }
    });
  }

  /** What people rejected, and what a source tells that tells the other row too. */
  private isBarred(paid: number, received: number): boolean {
    if (this.barred.size > 0 && this.barred.has(`${paid} ${received}`)) return true;
    const [a, b] = [this.books.paid[paid]!, this.books.received[received]!];
    if (a.alsoTold.length === 0 && b.alsoTold.length === 0) return false;
    const told = [a.sourceId, ...a.alsoTold];
    return [b.sourceId, ...b.alsoTold].some((source) => told.includes(source));
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
