// Pairs of rows that may be one payment: what the last run found, and where each stands after the judgements of people.
import type { ReadableDb, WritableDb } from "../database.ts";
import { RowInserter } from "../rowInserter.ts";
import { rawSql, sql, sqlJsonList } from "../sql.ts";
import { citedNameOf } from "./citedName.ts";

export interface PaymentRunRow {
  readonly dataVersion: number;
  readonly at: number;
  readonly paid: number;
  readonly received: number;
  readonly candidates: number;
  readonly kept: number;
  readonly expected: number;
  readonly undecided: number;
  readonly seconds: number;
}

export interface FoundPayment {
  readonly paidSource: number;
  readonly paidRow: number;
  readonly receivedSource: number;
  readonly receivedRow: number;
  readonly paidId: number;
  readonly receivedId: number;
  /** JSON of the two rows' values, as `event_source.told` has them. */
  readonly paid: string;
  readonly received: string;
  readonly share: number;
  readonly bits: number;
  readonly bars: string;
  readonly state: "sure" | "review";
}

const open = sqlJsonList(["sure", "review"]);

/** What people judged stays; a rejected pair is not asked about again. */
export function replacePayments(db: WritableDb, run: PaymentRunRow, found: readonly FoundPayment[]): void {
  db.run(sql`DELETE FROM payment_pair WHERE state IN ${open}`);
  db.run(sql`DELETE FROM payment_run`);
  const { dataVersion, at, paid, received, candidates, kept, expected, undecided, seconds } = run;
  db.run(sql`INSERT INTO payment_run (data_version, at, paid, received, candidates, kept, expected, undecided, seconds)
    VALUES (${dataVersion}, ${at}, ${paid}, ${received}, ${candidates}, ${kept}, ${expected}, ${undecided}, ${seconds})`);
  const columns =
    "paid_source, paid_row, received_source, received_row, paid_id, received_id, paid, received, share, bits, bars, found_state, state";
  const rows = new RowInserter(
    db,
    `payment_pair (${columns})`,
    13,
    "ON CONFLICT (paid_source, paid_row, received_source, received_row) DO NOTHING",
  );
  for (const one of found)
    rows.add(
      ...[one.paidSource, one.paidRow, one.receivedSource, one.receivedRow, one.paidId, one.receivedId, one.paid, one.received],
      ...[one.share, one.bits, one.bars, one.state, one.state],
    );
  rows.flush();
}

export const readPaymentRun = (db: ReadableDb) =>
  db.get<PaymentRunRow>(
    sql`SELECT data_version AS dataVersion, at, paid, received, candidates, kept, expected, undecided, seconds FROM payment_run ORDER BY id DESC LIMIT 1`,
  ) ?? null;

const bothReady = rawSql(`JOIN source ps ON ps.id = p.paid_source AND ps.state = 'ready'
  JOIN source rs ON rs.id = p.received_source AND rs.state = 'ready'`);

export const countPayments = (db: ReadableDb) =>
  db.all<{ state: string; n: number }>(sql`SELECT p.state, count(*) AS n FROM payment_pair p ${bothReady} GROUP BY p.state`);

export interface PaymentPairRow {
  readonly id: number;
  readonly paidSource: number;
  readonly paidRow: number;
  readonly receivedSource: number;
  readonly receivedRow: number;
  readonly paidKey: number;
  readonly receivedKey: number;
  readonly paidName: string;
  readonly receivedName: string;
  readonly paidSheet: string | null;
  readonly receivedSheet: string | null;
  readonly paidOffset: number;
  readonly receivedOffset: number;
  readonly paidId: number;
  readonly receivedId: number;
  readonly paid: string;
  readonly received: string;
  readonly share: number;
  readonly bits: number;
  readonly bars: string;
  readonly foundState: string;
  readonly state: string;
}

const columns = sql`p.id, p.paid_source AS paidSource, p.paid_row AS paidRow, p.received_source AS receivedSource, p.received_row AS receivedRow,
  coalesce(ps.key_id, ps.id) AS paidKey, coalesce(rs.key_id, rs.id) AS receivedKey, ${citedNameOf("ps")} AS paidName, ${citedNameOf("rs")} AS receivedName, ps.sheet AS paidSheet,
  rs.sheet AS receivedSheet, ps.utc_offset AS paidOffset, rs.utc_offset AS receivedOffset, p.paid_id AS paidId, p.received_id AS receivedId, p.paid,
  p.received, p.share, p.bits, p.bars, p.found_state AS foundState, p.state`;

/** The best share first. */
export const listPaymentRows = (db: ReadableDb, states: readonly string[], offset: number, limit: number) =>
  db.all<PaymentPairRow>(sql`SELECT ${columns} FROM payment_pair p ${bothReady} WHERE p.state IN ${sqlJsonList(states)}
    ORDER BY p.share DESC, p.id LIMIT ${limit} OFFSET ${offset}`);

export const readPaymentRow = (db: ReadableDb, paidKey: number, paidRow: number, receivedKey: number, receivedRow: number) =>
  db.get<PaymentPairRow>(sql`SELECT ${columns} FROM payment_pair p ${bothReady} WHERE p.paid_row = ${paidRow} AND p.received_row = ${receivedRow}
    AND coalesce(ps.key_id, ps.id) = ${paidKey} AND coalesce(rs.key_id, rs.id) = ${receivedKey}`) ?? null;
