// What a bank tells of a transfer between two of its own accounts stands twice in one file: out of the one, into the other. These two rows are one event;
// rows of one source that tell the same side never are.
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";
import { joinTransfers } from "./completeTransfers.ts";
import { SameAccounts } from "./sameAccounts.ts";
import { isSameTransfer } from "./twins.ts";

const dayMilliseconds = 86_400_000;

interface Both {
  readonly paid: number;
  readonly paidFrom: number;
  readonly paidAt: number;
  readonly paidPrecision: number;
  readonly paidReference: string;
  readonly received: number;
  readonly receivedFrom: number;
  readonly receivedAt: number;
  readonly receivedPrecision: number;
  readonly receivedReference: string;
}

/** A number of an account, and the number under which its own statement stands. */
type Named = readonly [number, number];

/** Transfers numbered so that the payer tells, each with what the payee tells of the same amount within a day. */
const listBoth = (db: ReadableDb, sourceId: number, named: readonly Named[], first: number, last: number) =>
  db.all<Both>(sql`WITH named AS MATERIALIZED (SELECT json_extract(value, '$[0]') AS name, json_extract(value, '$[1]') AS payee
      FROM json_each(${JSON.stringify(named)}))
    SELECT a.id AS paid, a.from_id AS paidFrom, a.at AS paidAt, a.precision AS paidPrecision, a.reference AS paidReference,
      b.id AS received, b.from_id AS receivedFrom, b.at AS receivedAt, b.precision AS receivedPrecision, b.reference AS receivedReference
    FROM transfer a CROSS JOIN named n ON n.name = a.to_id
    CROSS JOIN transfer b ON b.to_id = n.payee AND b.at BETWEEN a.at - ${dayMilliseconds} AND a.at + ${dayMilliseconds}
    WHERE a.id BETWEEN ${first} AND ${last} AND a.source_id = ${sourceId} AND a.side = 1
      AND b.amount_fen = a.amount_fen AND b.currency = a.currency AND b.state = a.state AND b.side = 2 AND b.source_id = a.source_id`);

const ends = { from: 0, to: 0, channel: "" };

const isOne = (both: Both): boolean =>
  isSameTransfer(
    { ...ends, at: both.paidAt, precision: both.paidPrecision, reference: both.paidReference },
    { ...ends, at: both.receivedAt, precision: both.receivedPrecision, reference: both.receivedReference },
  );

/** Each row once: the same serial number first, then the nearest in time. */
function pairUp(found: readonly Both[]): (readonly [number, number])[] {
  const hasSerial = (both: Both) => Number(both.paidReference !== "" && both.paidReference === both.receivedReference);
  const distance = (both: Both) => Math.abs(both.paidAt - both.receivedAt);
  const ordered = found
    .filter(isOne)
    .sort((a, b) => hasSerial(b) - hasSerial(a) || distance(a) - distance(b) || a.paid - b.paid || a.received - b.received);
  const taken = new Set<number>();
  return ordered.flatMap(({ paid, received }) => {
    if (taken.has(paid) || taken.has(received)) return [];
    taken.add(paid).add(received);
    return [[paid, received] as const];
  });
}

/** Transfers that come have higher numbers. */
export const readLastTransfer = (db: ReadableDb): number =>
  db.get<{ id: number }>(sql`SELECT coalesce(max(id), 0) AS id FROM transfer`)!.id;

/**
 * Joins what a source tells from both sides, of its transfers numbered so. `payees`: accounts whose own statements in it tell of money received. The
 * one row may name the card and the other the account.
 */
export function joinBothSides(db: WritableDb, sourceId: number, payees: readonly number[], first: number, last: number): number {
  const accounts = new SameAccounts();
  accounts.learn(db, payees);
  const named = payees.flatMap((payee) => accounts.membersOf(payee).map((name): Named => [name, payee]));
  const found = listBoth(db, sourceId, named, first, last);
  accounts.learn(
    db,
    found.flatMap(({ paidFrom, receivedFrom }) => [paidFrom, receivedFrom]),
  );
  const pairs = pairUp(found.filter((both) => accounts.firstOf(both.paidFrom) === accounts.firstOf(both.receivedFrom)));
  joinTransfers(db, pairs);
  return pairs.length;
}
