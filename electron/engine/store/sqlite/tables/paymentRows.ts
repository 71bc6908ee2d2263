// Rows of statements that only one bank tells: what left an account without a word of the other bank, what arrived without one.
import type { ReadableDb } from "../database.ts";
import { rawSql, sql, sqlJsonList } from "../sql.ts";
import { ready } from "./entity.ts";
import { type EventValues, eventColumns } from "./eventColumns.ts";

const place = (name: (typeof eventColumns.transfer)[number]): string => `$[${eventColumns.transfer.indexOf(name)}]`;

export interface PaymentValues {
  readonly at: number;
  readonly precision: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly fen: number;
  readonly currency: string;
  readonly balance: number | null;
  readonly channel: string;
  readonly reference: string;
  readonly memo: string;
}

export interface OneSidedRow extends PaymentValues {
  readonly id: number;
  readonly sourceId: number;
  readonly row: number;
  readonly utcOffset: number;
  readonly side: number;
  readonly state: number;
  /** Further sources that tell it, as numbers with commas; null for none. */
  readonly also: string | null;
}

/** Money that moved, of which no telling is the other bank's; cash has no other bank. */
export const iterateOneSided = (db: ReadableDb) =>
  db.iterate<OneSidedRow>(sql`SELECT t.id, t.source_id AS sourceId, t.row, s.utc_offset AS utcOffset, t.at, t.precision, t.from_id AS "from", t.to_id AS "to",
      t.amount_fen AS fen, t.currency, t.balance_fen AS balance, t.channel, t.reference, t.memo, t.side, t.state,
      (SELECT group_concat(e.source_id) FROM event_source e WHERE e.kind = 'transfer' AND e.event_id = t.id) AS also
    FROM transfer t JOIN source s ON s.id = t.source_id AND s.state = 'ready'
    WHERE t.side IN (1, 2) AND t.state = 0 AND t.at IS NOT NULL AND t.amount_fen > 0 AND t.channel <> 'cash' AND NOT EXISTS (SELECT 1 FROM event_source e
      WHERE e.kind = 'transfer' AND e.event_id = t.id AND e.told <> '' AND json_extract(e.told, ${place("side")}) <> t.side)
    ORDER BY t.id`);

/** As `event_source.told` keeps it. */
export const valuesOf = (row: OneSidedRow): EventValues => [
  row.at,
  row.precision,
  row.from,
  row.to,
  row.fen,
  row.currency,
  row.balance,
  row.state,
  row.side,
  row.channel,
  row.reference,
  row.memo,
];

export interface AccountName {
  readonly id: number;
  readonly key: string;
  readonly label: string;
}

/** Accounts that stand in a statement's row. */
export const iteratePaymentAccounts = (db: ReadableDb) =>
  db.iterate<AccountName>(sql`SELECT id, key, label FROM entity WHERE kind = 'account' AND source_id ${ready}`);

export interface JudgedRows {
  readonly paidSource: number;
  readonly paidRow: number;
  readonly receivedSource: number;
  readonly receivedRow: number;
}

/** Rows by which a judgement names a payment: `SOURCE#ROW`, the source by the number that it keeps when it is read anew. */
const sourceOf = (name: string) => rawSql(`CAST(substr(d.${name}, 1, instr(d.${name}, '#') - 1) AS INTEGER)`);
const rowOf = (name: string) => rawSql(`CAST(substr(d.${name}, instr(d.${name}, '#') + 1) AS INTEGER)`);

/** Pairs whose last judgement says that they are two payments. */
export const listRejectedPayments = (db: ReadableDb) =>
  db.all<JudgedRows>(sql`SELECT p.id AS paidSource, ${rowOf("a")} AS paidRow, r.id AS receivedSource, ${rowOf("b")} AS receivedRow FROM decision d
    JOIN source p ON coalesce(p.key_id, p.id) = ${sourceOf("a")} AND p.state = 'ready'
    JOIN source r ON coalesce(r.key_id, r.id) = ${sourceOf("b")} AND r.state = 'ready'
    WHERE d.id IN (SELECT max(id) FROM decision WHERE subject = 'payment' GROUP BY a, b) AND d.verdict = 'reject'`);

/** A telling as it is kept, by names. */
export function toPaymentValues(told: string): PaymentValues {
  const values = JSON.parse(told) as EventValues;
  const named = Object.fromEntries(eventColumns.transfer.map((name, i) => [name, values[i] ?? null])) as Record<string, unknown>;
  const { at, precision, from_id: from, to_id: to, amount_fen: fen, currency, balance_fen: balance, channel, reference, memo } = named;
  return { at, precision, from, to, fen, currency, balance, channel, reference, memo } as PaymentValues;
}

export const readAccountNames = (db: ReadableDb, ids: readonly number[]) =>
  db.all<AccountName>(sql`SELECT id, key, label FROM entity WHERE id IN ${sqlJsonList(ids)}`);
