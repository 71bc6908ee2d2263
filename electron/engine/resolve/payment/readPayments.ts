// The desk: suggested pairs with both rows as their banks tell them, and what was judged.
import type { Verdict } from "../../../../shared/model/decision.ts";
import { entityRef } from "../../../../shared/model/entity.ts";
import { decimalOf } from "../../../../shared/model/money.ts";
import { isoDate, isoTime } from "../../../../shared/model/time.ts";
import type {
  PaymentAccount,
  PaymentLine,
  PaymentPage,
  PaymentSide,
  PaymentState,
  paymentPiles,
} from "../../../../shared/resolve/paymentCalls.ts";
import { paymentStates } from "../../../../shared/resolve/paymentCalls.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { readDecision } from "../../store/sqlite/tables/decision.ts";
import { readDataVersion } from "../../store/sqlite/tables/meta.ts";
import { findPair, rowRef } from "../../store/sqlite/tables/paymentJudgement.ts";
import { countPayments, listPaymentRows, type PaymentPairRow, readPaymentRun } from "../../store/sqlite/tables/paymentPair.ts";
import { type PaymentValues, readAccountNames, toPaymentValues } from "../../store/sqlite/tables/paymentRows.ts";
import { toRun } from "./runPairing.ts";

const dayMilliseconds = 86_400_000;
const dayPrecision = 2;

interface Told {
  readonly values: PaymentValues;
  readonly source: number;
  readonly row: number;
  readonly key: number;
  readonly name: string;
  readonly sheet: string | null;
  readonly offset: number;
  readonly isPaid: boolean;
}

function toSide(told: Told, nameOf: (id: number | null) => PaymentAccount | null): PaymentSide {
  const { at, precision, from, to, fen, balance, channel, reference, memo } = told.values;
  const hasClock = precision < dayPrecision;
  return {
    ref: rowRef(told.key, told.row),
    at: hasClock ? isoTime(at, told.offset) : isoDate(at, told.offset),
    hasClock,
    amount: decimalOf(fen),
    balance: balance === null ? null : decimalOf(balance),
    own: nameOf(told.isPaid ? from : to),
    counterparty: nameOf(told.isPaid ? to : from),
    memo,
    channel,
    serial: reference,
    sources: [{ sourceId: told.source, row: told.row, source: told.name, sheet: told.sheet }],
  };
}

function toldOf(pair: PaymentPairRow): readonly [Told, Told] {
  const paid = {
    ...{ values: toPaymentValues(pair.paid), source: pair.paidSource, row: pair.paidRow, key: pair.paidKey },
    ...{ name: pair.paidName, sheet: pair.paidSheet, offset: pair.paidOffset, isPaid: true },
  };
  const received = {
    ...{ values: toPaymentValues(pair.received), source: pair.receivedSource, row: pair.receivedRow, key: pair.receivedKey },
    ...{ name: pair.receivedName, sheet: pair.receivedSheet, offset: pair.receivedOffset, isPaid: false },
  };
  return [paid, received];
}

const dayOf = ({ values, offset }: Told): number => Math.floor((values.at + offset * 60_000) / dayMilliseconds);

function toLine(db: ReadableDb, pair: PaymentPairRow, nameOf: (id: number | null) => PaymentAccount | null): PaymentLine {
  const [paid, received] = toldOf(pair);
  const [a, b] = [toSide(paid, nameOf), toSide(received, nameOf)];
  const decision = readDecision(db, "payment", a.ref, b.ref);
  return {
    paid: a,
    received: b,
    currency: paid.values.currency,
    share: pair.share,
    bits: pair.bits,
    state: pair.state as PaymentState,
    difference: decimalOf(received.values.fen - paid.values.fen),
    lagDays: dayOf(received) - dayOf(paid),
    bars: JSON.parse(pair.bars) as PaymentLine["bars"],
    decision: decision ? { verdict: decision.verdict as Verdict, note: decision.reason, by: decision.by, at: isoTime(decision.at) } : null,
  };
}

function toLines(db: ReadableDb, pairs: readonly PaymentPairRow[]): PaymentLine[] {
  const ids = pairs.flatMap(({ paid, received }) => [paid, received].map(toPaymentValues).flatMap(({ from, to }) => [from, to]));
  const names = new Map(
    readAccountNames(db, [...new Set(ids.filter((id) => id !== null))]).map(({ id, key, label }) => [
      id,
      { entity: entityRef("account", key), label: label === key ? "" : label },
    ]),
  );
  const nameOf = (id: number | null): PaymentAccount | null => (id === null ? null : (names.get(id) ?? null));
  return pairs.map((pair) => toLine(db, pair, nameOf));
}

export function listPayments(db: ReadableDb, pile: (typeof paymentPiles)[number], offset: number, limit: number): PaymentPage {
  const run = readPaymentRun(db);
  const found = new Map(countPayments(db).map(({ state, n }) => [state, n]));
  const counts = Object.fromEntries(paymentStates.map((state) => [state, found.get(state) ?? 0])) as Record<PaymentState, number>;
  const pairs = listPaymentRows(db, pile === "all" ? paymentStates : [pile], offset, limit);
  const stale = run !== null && run.dataVersion !== readDataVersion(db);
  return { items: toLines(db, pairs), run: run && toRun(run), stale, counts };
}

export const readPayment = (db: ReadableDb, paid: string, received: string): PaymentLine => toLines(db, [findPair(db, paid, received)])[0]!;
