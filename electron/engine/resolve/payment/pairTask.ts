// Pairs the payments of two banks' books in a child that only reads, currency by currency; the engine stores what comes back.
import { pairPayments, type Suggestion } from "../../../../shared/resolve/payment/pairPayments.ts";
import type { Task } from "../../jobs/task.ts";
import { openWorkspaceFile } from "../../store/sqlite/open.ts";
import type { FoundPayment } from "../../store/sqlite/tables/paymentPair.ts";
import { valuesOf } from "../../store/sqlite/tables/paymentRows.ts";
import { type ReadBook, readBarred, readBooks } from "./readBooks.ts";

export interface PairTaskInput {
  readonly path: string;
  readonly key: string | null;
}

export interface PairTaskResult {
  readonly paid: number;
  readonly received: number;
  readonly candidates: number;
  readonly kept: number;
  readonly expected: number;
  readonly undecided: number;
}

const pairsAtOnce = 500;
const rounded = (value: number, places: number): number => Number(value.toFixed(places));
const precise = (value: number): number => Number(value.toPrecision(4));

function toFound({ paidRows, receivedRows }: ReadBook, { paid, received, share, bits, isSure, bars }: Suggestion): FoundPayment {
  const [a, b] = [paidRows[paid]!, receivedRows[received]!];
  return {
    paidSource: a.sourceId,
    paidRow: a.row,
    receivedSource: b.sourceId,
    receivedRow: b.row,
    paidId: a.id,
    receivedId: b.id,
    paid: JSON.stringify(valuesOf(a)),
    received: JSON.stringify(valuesOf(b)),
    share: rounded(share, 4),
    bits: rounded(bits, 2),
    bars: JSON.stringify(bars.map((bar) => ({ ...bar, m: precise(bar.m), u: precise(bar.u), bits: rounded(bar.bits, 2) }))),
    state: isSure ? "sure" : "review",
  };
}

export const pairTask: Task<PairTaskInput, PairTaskResult, readonly FoundPayment[]> = async ({ path, key }, context) => {
  const db = openWorkspaceFile(path, { readOnly: true, key });
  const sum = { paid: 0, received: 0, candidates: 0, kept: 0, expected: 0, undecided: 0 };
  try {
    for (const book of readBooks(db)) {
      sum.paid += book.paid.length;
      sum.received += book.received.length;
      if (book.paid.length === 0 || book.received.length === 0) continue;
      const found = pairPayments(book, readBarred(db, book), (step, done, total) =>
        context.report({ phase: `payments-${step}`, subject: book.currency, done, total, perSecond: null, secondsLeft: null }),
      );
      sum.candidates += found.candidates;
      sum.kept += found.kept;
      sum.expected += found.learned.matches;
      sum.undecided += found.undecided;
      for (let start = 0; start < found.suggestions.length; start += pairsAtOnce)
        await context.emit(found.suggestions.slice(start, start + pairsAtOnce).map((one) => toFound(book, one)));
    }
    return { ...sum, expected: rounded(sum.expected, 1) };
  } finally {
    db.close();
  }
};
