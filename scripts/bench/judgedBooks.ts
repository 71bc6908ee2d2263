// The two banks' books of the demo as pairing reads them.
import { type BookRow, type BookShape, inventBooks } from "../../electron/engine/demo/books.ts";
import type { Books, PaymentRow } from "../../shared/resolve/payment/payment.ts";

const dayMilliseconds = 86_400_000;
const offset = 8 * 3_600_000;

export interface JudgedBooks {
  readonly books: Books;
  /** Paid row → received row. */
  readonly partners: ReadonlyMap<number, number>;
}

/** Rows of several sources may be told at once; accounts are numbered as a workspace would number them. */
export function judgedBooks(seed: number, shape: BookShape): JudgedBooks {
  const { banks, truth } = inventBooks(seed, shape);
  const purses = new Map<string, number>();
  const purseOf = (key: string) => purses.get(key) ?? purses.set(key, purses.size).get(key)!;
  const toRow = (row: BookRow, sourceId: number): PaymentRow => ({
    sourceId,
    alsoTold: [],
    at: row.hasClock ? row.at : Math.floor((row.at + offset) / dayMilliseconds) * dayMilliseconds - offset,
    day: Math.floor((row.at + offset) / dayMilliseconds),
    hasClock: row.hasClock,
    fen: row.fen,
    memo: row.otherAccount === "" ? [row.otherName, row.memo].filter((text) => text !== "").join(" ") : row.memo,
    reference: row.reference,
    owner: { purse: purseOf(row.account), key: row.account, name: row.name },
    other: row.otherAccount === "" ? null : { purse: purseOf(row.otherAccount), key: row.otherAccount, name: row.otherName },
  });
  const places = banks.map((rows) => [rows.map((row, i) => (row.isPaid ? i : -1)), rows.map((row, i) => (row.isPaid ? -1 : i))]);
  // Only payments of the first bank to the second one are asked about here.
  const paid = places[0]![0]!.filter((i) => i >= 0);
  const received = places[1]![1]!.filter((i) => i >= 0);
  const placeOf = (list: readonly number[]) => new Map(list.map((i, place) => [i, place]));
  const [ofPaid, ofReceived] = [placeOf(paid), placeOf(received)];
  return {
    books: { paid: paid.map((i) => toRow(banks[0][i]!, 1)), received: received.map((i) => toRow(banks[1][i]!, 2)) },
    partners: new Map(truth.map(([a, b]) => [ofPaid.get(a)!, ofReceived.get(b)!])),
  };
}
