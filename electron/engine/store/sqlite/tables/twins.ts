// The same event in two sources is one event with two source rows. Rows of one source, or with different references, are never twins.
import type { ReadableDb, WritableDb } from "../database.ts";

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
  readonly probe: number;
  readonly id: number;
  readonly at: number;
  readonly precision: number;
  readonly reference: string;
  readonly currency: string;
  readonly from: number | null;
  readonly to: number | null;
}

type Party = "from_id" | "to_id";

interface Probe {
  readonly index: number;
  readonly party: number;
}

/** Rows looked up a statement: the index is walked in its own order, and one call into the database serves many rows. */
const probesAtOnce = 100;

/** Candidates are few; what is left to compare is compared outside, because a sorter a statement costs more than the look-up. */
const probeText = (party: Party) => `WITH probe (i, party, at, fen) AS (VALUES ${Array(probesAtOnce).fill("(?, ?, ?, ?)").join(", ")})
  SELECT p.i AS probe, t.id, t.at, t.precision, t.reference, t.currency, t.from_id AS "from", t.to_id AS "to" FROM probe p CROSS JOIN transfer t
  ON t.${party} = p.party AND t.at BETWEEN p.at - ${dayMilliseconds} AND p.at + ${dayMilliseconds} AND t.amount_fen = p.fen WHERE t.source_id <> ?`;

const probeTexts: Readonly<Record<Party, string>> = { from_id: probeText("from_id"), to_id: probeText("to_id") };

/** Remembers which known events this source has told of already: two equal payments of one source are two events. */
export class TwinFinder {
  private readonly taken = new Set<string>();
  private readonly sourceId: number;

  constructor(sourceId: number) {
    this.sourceId = sourceId;
  }

  /** For each row the id of the known transfer that it tells of again, or null. Ids from `firstNewId` on stand in no earlier event. */
  findTransfers(db: ReadableDb, rows: readonly TransferKey[], firstNewId: number): (number | null)[] {
    const probes: Record<Party, Probe[]> = { from_id: [], to_id: [] };
    for (const [index, row] of rows.entries()) {
      const party = partyToAsk(row, firstNewId);
      if (party !== null) probes[party].push({ index, party: (party === "from_id" ? row.from : row.to)! });
    }
    const found = new Map<number, Candidate[]>();
    for (const party of ["from_id", "to_id"] as const) this.lookUp(db, party, probes[party], rows, found);
    return rows.map((row, index) => {
      const candidates = found.get(index)?.filter((candidate) => mayBeSame(row, candidate)) ?? [];
      candidates.sort((a, b) => Math.abs(a.at - row.at!) - Math.abs(b.at - row.at!) || a.id - b.id);
      const twin = candidates.find((candidate) => !this.isTaken("transfer", candidate.id) && isSameTransfer(row, candidate));
      return this.take("transfer", twin?.id);
    });
  }

  private lookUp(
    db: ReadableDb,
    party: Party,
    probes: readonly Probe[],
    rows: readonly TransferKey[],
    found: Map<number, Candidate[]>,
  ): void {
    const ordered = [...probes].sort((a, b) => a.party - b.party || a.index - b.index);
    for (let start = 0; start < ordered.length; start += probesAtOnce) {
      const values: (number | null)[] = [];
      for (const { index, party } of ordered.slice(start, start + probesAtOnce)) {
        const row = rows[index]!;
        values.push(index, party, row.at, row.amountFen);
      }
      while (values.length < probesAtOnce * 4) values.push(null); // a probe without a party finds nothing
      for (const candidate of all<Candidate>(db, probeTexts[party], ...values, this.sourceId)) {
        const list = found.get(candidate.probe);
        if (list) list.push(candidate);
        else found.set(candidate.probe, [candidate]);
      }
    }
  }

  /** The same call on two bills: same ends, started within a minute, as long to two seconds. */
  findCall(
    db: WritableDb,
    row: { at: number | null; from: number | null; to: number | null; seconds: number | null; medium: string },
  ): number | null {
    if (row.at === null || row.from === null || row.to === null) return null;
    const found = all<{ id: number; at: number }>(
      db,
      `SELECT id, at FROM call WHERE from_id = ? AND at BETWEEN ? AND ? AND to_id = ? AND medium = ? AND source_id <> ?
      AND (seconds IS NULL OR ? IS NULL OR abs(seconds - ?) <= 2)`,
      row.from,
      row.at - 60_000,
      row.at + 60_000,
      row.to,
      row.medium,
      this.sourceId,
      row.seconds,
      row.seconds,
    );
    const { at } = row;
    found.sort((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at) || a.id - b.id);
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

/** The end by which the row is looked up; null where no earlier event can tell of it. */
function partyToAsk(row: TransferKey, firstNewId: number): Party | null {
  const isFromOld = row.from !== null && row.from < firstNewId;
  const isToOld = row.to !== null && row.to < firstNewId;
  const mayDiffer = row.reference !== ""; // with a serial number one end may be unknown to the other source
  if (row.at === null || (!isFromOld && !isToOld)) return null;
  if (!mayDiffer && ((row.from !== null && !isFromOld) || (row.to !== null && !isToOld))) return null;
  return isFromOld ? "from_id" : "to_id";
}

const isSameEnd = (a: number | null, b: number | null): boolean => a === b || a === null || b === null;

const mayBeSame = (row: TransferKey, candidate: Candidate): boolean =>
  candidate.currency === row.currency && isSameEnd(row.from, candidate.from) && isSameEnd(row.to, candidate.to);

function isSameTransfer(row: TransferKey, candidate: Candidate): boolean {
  if (row.reference !== "" && candidate.reference !== "") return row.reference === candidate.reference;
  if (row.from !== candidate.from || row.to !== candidate.to) return false; // an unknown end needs the serial number to be the same
  const coarser = Math.max(row.precision, candidate.precision);
  if (coarser === 2) return dayOf(row.at!) === dayOf(candidate.at);
  return Math.abs(row.at! - candidate.at) <= toleranceMilliseconds[coarser as 0 | 1];
}

/** Day of China's clock: statements give local dates. */
const dayOf = (at: number) => Math.floor((at + 8 * 3_600_000) / dayMilliseconds);

function all<Row>(db: ReadableDb, text: string, ...values: readonly (string | number | null)[]): Row[] {
  return db.all<Row>({ text, values });
}
