// Judgements of suggested pairs: accepted rows become one transfer told by both banks, rejected ones stay two and are not asked about again, put back
// ones wait as they were found. A judgement names each row as `SOURCE#ROW`, the source by the number that it keeps when it is read anew.
import { CaseweaveError } from "../../../../../shared/errors.ts";
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";
import { citedName } from "./citedName.ts";
import { joinTwoBooks, partTwoBooks } from "./completeTransfers.ts";
import { readDataVersion } from "./meta.ts";
import { listPaymentRows, type PaymentPairRow, readPaymentRow } from "./paymentPair.ts";

export const rowRef = (source: number, row: number): string => `${source}#${row}`;

/** A row as decisions name it; null where the text is none. */
export function parseRowRef(text: string): { readonly source: number; readonly row: number } | null {
  const match = /^(\d{1,9})#(\d{1,9})$/.exec(text);
  return match ? { source: Number(match[1]), row: Number(match[2]) } : null;
}

interface NamedRow extends TellingPlace {
  readonly source: string;
  readonly sheet: string | null;
}

/** The row that a judgement names, where its source still is. */
export function readJudgedRow(db: ReadableDb, text: string): NamedRow | null {
  const ref = parseRowRef(text);
  const source =
    ref &&
    db.get<{ id: number; name: string; sheet: string | null }>(
      sql`SELECT s.id, ${citedName} AS name, s.sheet FROM source s
        WHERE coalesce(s.key_id, s.id) = ${ref.source} AND s.state = 'ready' ORDER BY s.id DESC LIMIT 1`,
    );
  return ref && source ? { sourceId: source.id, row: ref.row, source: source.name, sheet: source.sheet } : null;
}

/** `file #17`, for lists of decisions. */
export function nameRow(db: ReadableDb, text: string): string {
  const row = readJudgedRow(db, text);
  return row ? `${row.source} #${row.row}` : text;
}

export function findPair(db: ReadableDb, paid: string, received: string): PaymentPairRow {
  const [a, b] = [parseRowRef(paid), parseRowRef(received)];
  const pair = a === null || b === null ? null : readPaymentRow(db, a.source, a.row, b.source, b.row);
  if (pair === null) throw new CaseweaveError("payment-unknown", { paid, received });
  return pair;
}

interface TellingPlace {
  readonly sourceId: number;
  readonly row: number;
}

/** The transfer that a row is told under now, looked for under the numbers that it had or would have; null where it left. */
function eventOf(db: ReadableDb, { sourceId, row }: TellingPlace, known: readonly number[]): { id: number; isFirst: boolean } | null {
  for (const id of known) {
    const own = db.get(sql`SELECT 1 FROM transfer WHERE id = ${id} AND source_id = ${sourceId} AND row = ${row}`);
    if (own) return { id, isFirst: true };
    const told = db.get(
      sql`SELECT 1 FROM event_source WHERE kind = 'transfer' AND event_id = ${id} AND source_id = ${sourceId} AND row = ${row}`,
    );
    if (told) return { id, isFirst: false };
  }
  // Numbers move where a source was taken out: then all its rows are looked through.
  const id =
    db.get<{ id: number }>(sql`SELECT id FROM transfer WHERE source_id = ${sourceId} AND row = ${row}`)?.id ??
    db.get<{ id: number }>(
      sql`SELECT event_id AS id FROM event_source WHERE source_id = ${sourceId} AND kind = 'transfer' AND row = ${row}`,
    )?.id;
  return id === undefined ? null : eventOf(db, { sourceId, row }, [id]);
}

export type PaymentVerdict = "confirm" | "reject" | "later";

/** Joins or parts the two rows as a person said. False where one of them is no longer what it was: told by the other bank by now, or gone. */
export function applyPaymentVerdict(db: WritableDb, pair: PaymentPairRow, verdict: PaymentVerdict): boolean {
  const rows = {
    paid: { sourceId: pair.paidSource, row: pair.paidRow },
    received: { sourceId: pair.receivedSource, row: pair.receivedRow },
  };
  const paid = eventOf(db, rows.paid, [pair.paidId, pair.receivedId]);
  const received = eventOf(db, rows.received, [pair.receivedId, pair.paidId]);
  if (paid === null || received === null) return false;
  const isJoined = paid.id === received.id;
  if (verdict === "confirm" && !isJoined) {
    if (isOfTwoBooks(db, paid.id) || isOfTwoBooks(db, received.id)) return false;
    joinTwoBooks(db, paid.id, received.id);
  }
  if (verdict !== "confirm" && isJoined) partPair(db, pair, paid.id, received.isFirst);
  const state = verdict === "confirm" ? "accepted" : verdict === "reject" ? "rejected" : pair.foundState;
  db.run(sql`UPDATE payment_pair SET state = ${state} WHERE id = ${pair.id}`);
  return true;
}

/** What the other bank's telling says is an event of its own again. */
function partPair(db: WritableDb, pair: PaymentPairRow, id: number, isReceivedFirst: boolean): void {
  if (isReceivedFirst) partTwoBooks(db, id, { sourceId: pair.paidSource, row: pair.paidRow }, pair.paidId);
  else partTwoBooks(db, id, { sourceId: pair.receivedSource, row: pair.receivedRow }, pair.receivedId);
}

/**
 * Before a source goes: a judgement is about two rows, and without one of them it joins nothing, also not what others tell of the same payment.
 * The judgement stays with its rows, for a source that is read anew.
 */
export function partPaymentsOf(db: WritableDb, sourceId: number): void {
  for (const pair of listPaymentRows(db, ["accepted"], 0, -1)) {
    if (pair.paidSource !== sourceId && pair.receivedSource !== sourceId) continue;
    const paid = eventOf(db, { sourceId: pair.paidSource, row: pair.paidRow }, [pair.paidId, pair.receivedId]);
    const received = eventOf(db, { sourceId: pair.receivedSource, row: pair.receivedRow }, [pair.receivedId, pair.paidId]);
    if (paid !== null && received !== null && paid.id === received.id) partPair(db, pair, paid.id, received.isFirst);
  }
}

const isOfTwoBooks = (db: ReadableDb, id: number): boolean =>
  db.get(sql`SELECT 1 FROM event_source e JOIN transfer t ON t.id = e.event_id
    WHERE e.kind = 'transfer' AND e.event_id = ${id} AND e.told <> '' AND json_extract(e.told, '$[8]') <> t.side LIMIT 1`) !== undefined;

/** What a run found still holds after its own pairs were judged, although that changes facts. To be called before the version moves on. */
export function keepRunFresh(db: WritableDb): void {
  const version = readDataVersion(db);
  db.run(sql`UPDATE payment_run SET data_version = ${version + 1} WHERE data_version = ${version}`);
}

export interface PaymentJudgement {
  readonly subject: string;
  readonly a: string;
  readonly b: string;
  readonly verdict: PaymentVerdict;
}

/** Does what those judgements say that are about payments; throws where one cannot be done. False when none was about a payment. */
export function applyPaymentJudgements(db: WritableDb, judgements: readonly PaymentJudgement[]): boolean {
  const payments = judgements.filter(({ subject }) => subject === "payment");
  if (payments.length === 0) return false;
  for (const { a, b, verdict } of payments)
    if (!applyPaymentVerdict(db, findPair(db, a, b), verdict)) throw new CaseweaveError("payment-taken", { paid: a, received: b });
  keepRunFresh(db);
  return true;
}
