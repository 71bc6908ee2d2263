// The same event in two sources is one event with two source rows. Rows of one source that tell the same side, or with different references, are never
// twins; both sides in one source are joined when it is whole (`bothSides.ts`).
import type { ReadableDb, WritableDb } from "../database.ts";
import { notRemoved } from "./entity.ts";
import { findJudgedTelling, hasJudged } from "./judgedTellings.ts";
import { type Kin, kinText, noKin } from "./kin.ts";
import { SameAccounts, underFirstNumbers } from "./sameAccounts.ts";
import type { Candidate, TransferKey } from "./transferKey.ts";

/** How far apart two statements may put the same transfer, by the finer of their two precisions (second, minute, day). */
const toleranceMilliseconds = [120_000, 180_000, 0] as const;
const dayMilliseconds = 86_400_000;
const sameMinute = 60_000;
const sameSecond = 1_000;
/** Shorter serial numbers are counters that two banks may share. */
const shortestReference = 6;

/** Ways of looking an earlier telling up: by an end that is known; where the other end stands in no earlier event, only among those that do not know it; by serial number among those that know the other end only. */
const waysToLook = {
  from: { key: "from_id", spread: dayMilliseconds, only: "" },
  to: { key: "to_id", spread: dayMilliseconds, only: "" },
  fromAlone: { key: "from_id", spread: sameMinute, only: "AND t.to_id IS NULL" },
  toAlone: { key: "to_id", spread: sameMinute, only: "AND t.from_id IS NULL" },
  payerUnknown: { key: "reference", spread: dayMilliseconds, only: halvesWith("from_id") },
  payeeUnknown: { key: "reference", spread: dayMilliseconds, only: halvesWith("to_id") },
} as const;

type Way = keyof typeof waysToLook;
const ways = Object.keys(waysToLook) as readonly Way[];

function halvesWith(unknown: "from_id" | "to_id"): string {
  return `AND t.reference <> '' AND (t.from_id IS NULL OR t.to_id IS NULL) AND t.${unknown} IS NULL`;
}

interface Probe {
  readonly index: number;
  readonly key: number | string;
}

/** Rows looked up a statement: the index is walked in its own order, and one call into the database serves many rows. */
const probesAtOnce = 100;

/** Candidates are few; what is left to compare is compared outside, because a sorter a statement costs more than the look-up. */
const candidateColumns =
  't.id, t.source_id AS sourceId, t.at, t.precision, t.reference, t.currency, t.from_id AS "from", t.to_id AS "to", t.channel, t.state';
const probeText = ({ key, spread, only }: (typeof waysToLook)[Way], more: string) => `WITH probe (i, key, at, fen)
  AS (VALUES ${Array(probesAtOnce).fill("(?, ?, ?, ?)").join(", ")}) SELECT p.i AS probe, ${candidateColumns} FROM probe p CROSS JOIN transfer t
  ON t.${key} = p.key AND t.at BETWEEN p.at - ${spread} AND p.at + ${spread} AND t.amount_fen = p.fen ${only} WHERE t.source_id <> ?${more}`;

const halfText = (way: "fromAlone" | "toAlone") => `SELECT ${candidateColumns} FROM transfer t
  WHERE t.${waysToLook[way].key} = ? AND t.at BETWEEN ? AND ? AND t.amount_fen = ? ${waysToLook[way].only} AND t.currency = ? AND t.id <> ? AND t.source_id ${notRemoved}`;

/** A transfer of another source that knows the one end of `row` and no other one, told at the same moment; null where there is none. */
export function findHalf(
  db: ReadableDb,
  row: TransferKey,
  known: "from" | "to",
  except: number,
  sources: ReadonlySet<number>,
): number | null {
  const [start, end] = [row.at! - sameMinute, row.at! + sameMinute];
  const accounts = new SameAccounts();
  accounts.learn(db, [row.from, row.to]);
  const found = accounts
    .membersOf(row[known]!)
    .flatMap((party) => all<Candidate>(db, halfText(`${known}Alone`), party, start, end, row.amountFen, row.currency, except))
    .map((one) => underFirstNumbers(one, accounts));
  found.sort((a, b) => Math.abs(a.at - row.at!) - Math.abs(b.at - row.at!) || a.id - b.id);
  const told = underFirstNumbers(row, accounts);
  return found.find((one) => !sources.has(one.sourceId) && isSameTransfer(told, one))?.id ?? null;
}

/** Remembers which known events this source has told of already: two equal payments of one source are two events. */
export class TwinFinder {
  /** Known transfers of which this source says more than was known. */
  readonly completed = new Set<number>();
  /** Where all transfers are whole there are no halves to look for. */
  private hasHalves = false;
  readonly accounts = new SameAccounts();
  private readonly taken = new Set<string>();
  private readonly sourceId: number;
  private readonly kin: Kin;
  private readonly probeTexts: Readonly<Record<Way, string>>;

  constructor(sourceId: number, kin: Kin = noKin) {
    this.sourceId = sourceId;
    this.kin = kin;
    const more = kinText("transfer", "t", kin);
    this.probeTexts = Object.fromEntries(ways.map((way) => [way, probeText(waysToLook[way], more)])) as Record<Way, string>;
  }

  /** For each row the id of the known transfer that it tells of again, or null. Ids from `firstNewId` on stand in no earlier event. */
  findTransfers(db: ReadableDb, told: readonly TransferKey[], firstNewId: number): (number | null)[] {
    this.accounts.learn(
      db,
      told.flatMap(({ from, to }) => [from, to]),
    );
    const rows = told.map((row) => underFirstNumbers(row, this.accounts));
    const probes = Object.fromEntries(ways.map((way) => [way, [] as Probe[]])) as Record<Way, Probe[]>;
    this.hasHalves ||= hasHalfKnown(db);
    for (const [index, row] of rows.entries())
      for (const way of waysFor(row, firstNewId, this.hasHalves))
        for (const key of this.keysFor(way, row, firstNewId)) probes[way].push({ index, key });
    const found = new Map<number, Candidate[]>();
    for (const way of ways) if (probes[way].length > 0) this.lookUp(db, this.probeTexts[way], probes[way], rows, found);
    const isJudged = hasJudged(db);
    return rows.map((row, index) => this.choose(row, found.get(index) ?? []) ?? (isJudged ? this.findJudged(db, row) : null));
  }

  /** Of an event that two banks tell, each in its own words, a source may tell both. */
  private findJudged(db: ReadableDb, row: TransferKey): number | null {
    const kin = [this.sourceId, ...this.kin.siblings, ...this.kin.replaced];
    const isSame = (one: Candidate) =>
      !kin.includes(one.sourceId) && !this.isTaken("judged", one.id) && mayBeSame(row, one) && isSameTransfer(row, one);
    return this.take("judged", findJudgedTelling(db, row, this.accounts, isSame) ?? undefined);
  }

  private keysFor(way: Way, row: TransferKey, firstNewId: number): readonly (number | string)[] {
    const { key } = waysToLook[way];
    if (key === "reference") return [row.reference];
    return this.accounts.membersOf((key === "from_id" ? row.from : row.to)!).filter((id) => id < firstNewId);
  }

  private choose(row: TransferKey, candidates: readonly Candidate[]): number | null {
    const near = candidates.filter((candidate) => mayBeSame(row, candidate));
    const hasNoCommonEnd = (one: Candidate) => Number(one.from !== row.from && one.to !== row.to);
    const distance = (one: Candidate) => Math.abs(one.at - row.at!);
    near.sort((a, b) => hasNoCommonEnd(a) - hasNoCommonEnd(b) || distance(a) - distance(b) || a.id - b.id);
    const telling = `transfer ${row.side}`; // a source may tell an event from both sides
    const twin = near.find((candidate) => !this.isTaken(telling, candidate.id) && isSameTransfer(row, candidate));
    if (twin && saysMore(row, twin)) this.completed.add(twin.id);
    return this.take(telling, twin?.id);
  }

  private lookUp(
    db: ReadableDb,
    text: string,
    probes: readonly Probe[],
    rows: readonly TransferKey[],
    found: Map<number, Candidate[]>,
  ): void {
    const ordered = [...probes].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.index - b.index));
    for (let start = 0; start < ordered.length; start += probesAtOnce) {
      const values: (string | number | null)[] = [];
      for (const { index, key } of ordered.slice(start, start + probesAtOnce)) {
        const row = rows[index]!;
        values.push(index, key, row.at, row.amountFen);
      }
      while (values.length < probesAtOnce * 4) values.push(null); // a probe without a key finds nothing
      for (const one of all<Candidate>(db, text, ...values, this.sourceId)) {
        const candidate = underFirstNumbers(one, this.accounts);
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
      AND (seconds IS NULL OR ? IS NULL OR abs(seconds - ?) <= 2)${kinText("call", "call", this.kin)}`,
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
      .prepare(
        `SELECT id FROM ${table} WHERE ${subject} = ? AND at = ? AND ${other} IS ? AND source_id <> ?${kinText(table, table, this.kin)} ORDER BY id`,
      )
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

const hasHalfKnown = (db: ReadableDb): boolean =>
  all(db, "SELECT 1 FROM transfer WHERE to_id IS NULL LIMIT 1").length > 0 ||
  all(db, "SELECT 1 FROM transfer WHERE from_id IS NULL LIMIT 1").length > 0;

/** How the row is looked up; not at all where no earlier event can tell of it. */
function waysFor(row: TransferKey, firstNewId: number, hasHalves: boolean): readonly Way[] {
  if (row.at === null) return [];
  const found: Way[] = [];
  const [isFromOld, isToOld] = [row.from, row.to].map((id) => id !== null && id < firstNewId);
  const hasNewEnd = (row.from !== null && !isFromOld) || (row.to !== null && !isToOld);
  const mayDiffer = row.reference !== ""; // with a serial number one end may be unknown to the other source
  if (isFromOld || isToOld) {
    if (!hasNewEnd || mayDiffer) found.push(isFromOld ? "from" : "to");
    else if (hasHalves) found.push(isFromOld ? "fromAlone" : "toAlone");
    if (isFromOld && isToOld && hasHalves) found.push("toAlone"); // one that does not know the payer
  }
  const isHalf = (row.from === null) !== (row.to === null);
  if (isHalf && hasHalves && row.reference.length >= shortestReference) found.push(row.from === null ? "payeeUnknown" : "payerUnknown");
  return found;
}

const isSameEnd = (a: number | null, b: number | null): boolean => a === b || a === null || b === null;

export const mayBeSame = (row: TransferKey, candidate: Candidate): boolean =>
  candidate.currency === row.currency && isSameEnd(row.from, candidate.from) && isSameEnd(row.to, candidate.to);

type Compared = Pick<TransferKey, "at" | "precision" | "from" | "to" | "reference" | "channel">;

export function isSameTransfer(row: Compared, candidate: Compared): boolean {
  if (row.reference !== "" && candidate.reference !== "") return row.reference === candidate.reference;
  const coarser = Math.max(row.precision, candidate.precision);
  if (row.from !== candidate.from || row.to !== candidate.to) return isHalfKnown(row, candidate, coarser);
  if (coarser === 2) return dayOf(row.at!) === dayOf(candidate.at!);
  return Math.abs(row.at! - candidate.at!) <= toleranceMilliseconds[coarser as 0 | 1];
}

/**
 * One of the two does not know an end: without a serial number the moment must be the same, to the second where both tell it, else to the
 * minute; a day says too little. Cash has no other end.
 */
function isHalfKnown(row: Compared, candidate: Compared, coarser: number): boolean {
  if (!isSameEnd(row.from, candidate.from) || !isSameEnd(row.to, candidate.to)) return false;
  const hasCommonEnd = (row.from !== null && row.from === candidate.from) || (row.to !== null && row.to === candidate.to);
  if (!hasCommonEnd || row.channel === "cash" || candidate.channel === "cash" || coarser > 1) return false;
  const width = coarser === 0 ? sameSecond : sameMinute;
  return Math.floor(row.at! / width) === Math.floor(candidate.at! / width);
}

const saysMore = (row: TransferKey, known: Candidate): boolean =>
  (known.from === null && row.from !== null) ||
  (known.to === null && row.to !== null) ||
  row.precision < known.precision ||
  (known.reference === "" && row.reference !== "") ||
  (known.state === 0 && (row.state === 2 || row.state === 3));

/** Day of China's clock: statements give local dates. */
const dayOf = (at: number) => Math.floor((at + 8 * 3_600_000) / dayMilliseconds);

function all<Row>(db: ReadableDb, text: string, ...values: readonly (string | number | null)[]): Row[] {
  return db.all<Row>({ text, values });
}
