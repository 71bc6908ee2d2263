// The same event in two sources is one event with two source rows. Rows of one source, or with different references, are never twins.
import type { WritableDb } from "../database.ts";

/** How far apart two statements may put the same transfer, by the finer of their two precisions (second, minute, day). */
const toleranceMilliseconds = [120_000, 180_000, 0] as const;
const dayMilliseconds = 86_400_000;

export interface TransferKey {
  readonly at: number | null;
  readonly precision: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly amountFen: number;
  readonly currency: string;
  readonly reference: string;
}

interface Candidate {
  readonly id: number;
  readonly at: number;
  readonly precision: number;
  readonly reference: string;
  readonly from: number | null;
  readonly to: number | null;
}

const transferQuery = (party: "from_id" | "to_id") => `SELECT id, at, precision, reference, from_id AS "from", to_id AS "to" FROM transfer
  WHERE ${party} = ? AND at BETWEEN ? AND ? AND amount_fen = ? AND currency = ? AND source_id <> ?
    AND (from_id IS ? OR from_id IS NULL OR ? IS NULL) AND (to_id IS ? OR to_id IS NULL OR ? IS NULL) ORDER BY abs(at - ?), id`;

/** Remembers which known events this source has told of already: two equal payments of one source are two events. */
export class TwinFinder {
  private readonly taken = new Set<string>();
  private readonly sourceId: number;

  constructor(sourceId: number) {
    this.sourceId = sourceId;
  }

  /** Id of the known transfer that this row tells of again, or null. Ids from `firstNewId` on stand in no earlier event. */
  findTransfer(db: WritableDb, row: TransferKey, firstNewId: number): number | null {
    const isFromOld = row.from !== null && row.from < firstNewId;
    const isToOld = row.to !== null && row.to < firstNewId;
    const mayDiffer = row.reference !== ""; // with a serial number one end may be unknown to the other source
    if (row.at === null || (!isFromOld && !isToOld)) return null;
    if (!mayDiffer && ((row.from !== null && !isFromOld) || (row.to !== null && !isToOld))) return null;
    const party = isFromOld ? "from_id" : "to_id";
    const spread = dayMilliseconds;
    const found = all<Candidate>(
      db,
      transferQuery(party),
      isFromOld ? row.from : row.to,
      row.at - spread,
      row.at + spread,
      row.amountFen,
      row.currency,
      this.sourceId,
      row.from,
      row.from,
      row.to,
      row.to,
      row.at,
    );
    const twin = found.find((candidate) => !this.isTaken("transfer", candidate.id) && isSameTransfer(row, candidate));
    return this.take("transfer", twin?.id);
  }

  /** The same call on two bills: same ends, started within a minute, as long to two seconds. */
  findCall(
    db: WritableDb,
    row: { at: number | null; from: number | null; to: number | null; seconds: number | null; medium: string },
  ): number | null {
    if (row.at === null || row.from === null || row.to === null) return null;
    const found = all<{ id: number }>(
      db,
      `SELECT id FROM call WHERE from_id = ? AND at BETWEEN ? AND ? AND to_id = ? AND medium = ? AND source_id <> ?
      AND (seconds IS NULL OR ? IS NULL OR abs(seconds - ?) <= 2) ORDER BY abs(at - ?), id`,
      row.from,
      row.at - 60_000,
      row.at + 60_000,
      row.to,
      row.medium,
      this.sourceId,
      row.seconds,
      row.seconds,
      row.at,
    );
    return this.take("call", found.find(({ id }) => !this.isTaken("call", id))?.id);
  }

  /** Stays, captures and logins are the same when subject, place and time are. */
  findExact(
    db: WritableDb,
    table: "stay" | "capture" | "login",
    subject: "person_id" | "device_id" | "account_id",
    id: number,
    at: number | null,
    other: "place_id" | "address_id",
    otherId: number | null,
  ): number | null {
    if (at === null) return null;
    const found = db
      .prepare(`SELECT id FROM ${table} WHERE ${subject} = ? AND at = ? AND ${other} IS ? AND source_id <> ? ORDER BY id`)
      .get<{ id: number }>(id, at, otherId, this.sourceId);
    return this.take(table, found?.id);
  }

  private take(kind: string, id: number | undefined): number | null {
    const key = `${kind} ${id}`;
    if (id === undefined || this.taken.has(key)) return null;
    this.taken.add(key);
    return id;
  }

  private isTaken(kind: string, id: number): boolean {
    return this.taken.has(`${kind} ${id}`);
  }
}

function isSameTransfer(row: TransferKey, candidate: Candidate): boolean {
  if (row.reference !== "" && candidate.reference !== "") return row.reference === candidate.reference;
  if (row.from !== candidate.from || row.to !== candidate.to) return false; // an unknown end needs the serial number to be the same
  const coarser = Math.max(row.precision, candidate.precision);
  if (coarser === 2) return dayOf(row.at!) === dayOf(candidate.at);
  return Math.abs(row.at! - candidate.at) <= toleranceMilliseconds[coarser as 0 | 1];
}

/** Day of China's clock: statements give local dates. */
const dayOf = (at: number) => Math.floor((at + 8 * 3_600_000) / dayMilliseconds);

function all<Row>(db: WritableDb, text: string, ...values: readonly (string | number | null)[]): Row[] {
  return db.all<Row>({ text, values });
}
