// The two books of every currency as pairing reads them: outflows and inflows that only one bank tells, cards and accounts of one purse under one number.
import { UnionFind } from "../../../../shared/graph/unionFind.ts";
import { isPoolAccount } from "../../../../shared/link/publicEntities.ts";
import type { PaymentEnd, PaymentRow } from "../../../../shared/resolve/payment/payment.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { listCardLinks } from "../../store/sqlite/tables/moneyLedger.ts";
import { iterateOneSided, iteratePaymentAccounts, listRejectedPayments, type OneSidedRow } from "../../store/sqlite/tables/paymentRows.ts";

const dayMilliseconds = 86_400_000;
const [paidSide, dayPrecision] = [1, 2];

export interface ReadBook {
  readonly currency: string;
  readonly paid: PaymentRow[];
  readonly received: PaymentRow[];
  /** The stored rows, place by place. */
  readonly paidRows: OneSidedRow[];
  readonly receivedRows: OneSidedRow[];
}

interface KnownEnd extends PaymentEnd {
  readonly isPool: boolean;
}

/** Statements that do not say whose they are have an account of their own kind of key. */
const isNamedAccount = (key: string): boolean => !key.startsWith("#");

function readEnds(db: ReadableDb): ReadonlyMap<number, KnownEnd> {
  const joined = new UnionFind();
  for (const { a, b } of listCardLinks(db)) joined.join(a, b);
  const ends = new Map<number, KnownEnd>();
  for (const { id, key, label } of iteratePaymentAccounts(db)) {
    const purse = isNamedAccount(key) ? joined.find(id) : -1;
    ends.set(id, { purse, key, name: label === key ? "" : label, isPool: isPoolAccount(key, label) });
  }
  return ends;
}

const nobody: PaymentEnd = { purse: -1, key: "", name: "" };

function toRow(row: OneSidedRow, ends: ReadonlyMap<number, KnownEnd>): PaymentRow {
  const [own, other] = row.side === paidSide ? [row.from, row.to] : [row.to, row.from];
  const told = other === null ? undefined : ends.get(other);
  return {
    sourceId: row.sourceId,
    alsoTold: row.also === null ? [] : row.also.split(",").map(Number),
    at: row.at,
    day: Math.floor((row.at + row.utcOffset * 60_000) / dayMilliseconds),
    hasClock: row.precision < dayPrecision,
    fen: row.fen,
    memo: row.memo,
    reference: row.reference,
    owner: (own === null ? undefined : ends.get(own)) ?? nobody,
    other: told === undefined || told.isPool || told.purse < 0 ? null : told,
  };
}

export function readBooks(db: ReadableDb): ReadBook[] {
  const ends = readEnds(db);
  const books = new Map<string, ReadBook>();
  for (const row of iterateOneSided(db)) {
    const { currency } = row;
    const book = books.get(currency) ?? { currency, paid: [], received: [], paidRows: [], receivedRows: [] };
    books.set(currency, book);
    const isPaid = row.side === paidSide;
    (isPaid ? book.paid : book.received).push(toRow(row, ends));
    (isPaid ? book.paidRows : book.receivedRows).push(row);
  }
  return [...books.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** What people said are two payments, by the places in the books. */
export function readBarred(db: ReadableDb, { paidRows, receivedRows }: ReadBook): ReadonlySet<string> {
  const rejected = listRejectedPayments(db);
  if (rejected.length === 0) return new Set();
  const placeOf = (rows: readonly OneSidedRow[]) => new Map(rows.map(({ sourceId, row }, place) => [`${sourceId} ${row}`, place]));
  const [paid, received] = [placeOf(paidRows), placeOf(receivedRows)];
  return new Set(
    rejected.flatMap((one) => {
      const [a, b] = [paid.get(`${one.paidSource} ${one.paidRow}`), received.get(`${one.receivedSource} ${one.receivedRow}`)];
      return a === undefined || b === undefined ? [] : [`${a} ${b}`];
    }),
  );
}
