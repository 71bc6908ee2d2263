// What a bank tells of a transfer between two of its own accounts stands twice in one file: out of the one, into the other. These two rows are one event;
// rows of one source that tell the same side never are.
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";
import { joinTransfers } from "./completeTransfers.ts";
import { isSameTransfer } from "./twins.ts";

const dayMilliseconds = 86_400_000;

interface Both {
  readonly from: number;
  readonly to: number;
  readonly paid: number;
  readonly paidAt: number;
  readonly paidPrecision: number;
  readonly paidReference: string;
  readonly received: number;
  readonly receivedAt: number;
  readonly receivedPrecision: number;
  readonly receivedReference: string;
}

/** Transfers numbered so that the payer tells, each with what the payee tells of the same amount between the same accounts within a day. */
const listBoth = (db: ReadableDb, sourceId: number, payees: readonly number[], first: number, last: number) =>
  db.all<Both>(sql`SELECT a.from_id AS "from", a.to_id AS "to", a.id AS paid, a.at AS paidAt, a.precision AS paidPrecision,
      a.reference AS paidReference, b.id AS received, b.at AS receivedAt, b.precision AS receivedPrecision, b.reference AS receivedReference
    FROM transfer a CROSS JOIN transfer b ON b.from_id = a.from_id AND b.at BETWEEN a.at - ${dayMilliseconds} AND a.at + ${dayMilliseconds}
    WHERE a.id BETWEEN ${first} AND ${last} AND a.source_id = ${sourceId} AND a.side = 1 AND a.to_id IN ${sqlJsonList(payees)}
      AND b.to_id = a.to_id AND b.amount_fen = a.amount_fen AND b.currency = a.currency AND b.state = a.state
      AND b.side = 2 AND b.source_id = a.source_id`);

function isOne({ from, to, ...both }: Both): boolean {
  const ends = { from, to, channel: "" };
  return isSameTransfer(
    { ...ends, at: both.paidAt, precision: both.paidPrecision, reference: both.paidReference },
    { ...ends, at: both.receivedAt, precision: both.receivedPrecision, reference: both.receivedReference },
  );
}

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

/** Joins what a source tells from both sides, of its transfers numbered so. `payees`: accounts whose own statements in it tell of money received. */
export function joinBothSides(db: WritableDb, sourceId: number, payees: readonly number[], first: number, last: number): number {
  const pairs = pairUp(listBoth(db, sourceId, payees, first, last));
  joinTransfers(db, pairs);
  return pairs.length;
}
