// Reversals (冲正) that their own sheet could not pair: the transfer that each one cancels may stand in another source, read before or after it.
import type { ReadableDb, WritableDb } from "../database.ts";
import { rawSql, sql, sqlJsonList } from "../sql.ts";
import { notRemoved } from "./entity.ts";
import { SameAccounts } from "./sameAccounts.ts";

const reversed = 2;
const reversal = 3;
const done = 0;
const dayMilliseconds = 86_400_000;
/** Most bookings are taken back within minutes, the rest within the quarter; a hub account is not searched through for more. */
const waysBack = [2 * dayMilliseconds, 92 * dayMilliseconds];

/** A row of the loading source that takes another one back, found again by its place. */
export interface ToldReversal {
  readonly from: number | null;
  readonly to: number | null;
  readonly at: number;
  readonly row: number;
}

/** To be called when the indexes stand. */
export function registerReversals(db: WritableDb, sourceId: number, told: readonly ToldReversal[]): void {
  for (const { from, to, at, row } of told) {
    const party = from === null ? sql`to_id = ${to}` : sql`from_id = ${from}`;
    db.run(sql`INSERT OR IGNORE INTO reversal (transfer_id, source_id)
      SELECT id, source_id FROM transfer WHERE ${party} AND at = ${at} AND source_id = ${sourceId} AND row = ${row}`);
  }
}

/** A transfer that is known already, and that this source says to be a reversal. */
export function registerReversal(db: WritableDb, transferId: number, sourceId: number): void {
  db.run(sql`INSERT OR IGNORE INTO reversal (transfer_id, source_id) VALUES (${transferId}, ${sourceId})`);
}

/** 2 or 3 for one of a pair, else 0. */
export function pairedState(db: ReadableDb, id: number): number {
  const row = db.get<{ back: number }>(sql`SELECT transfer_id = ${id} AS back FROM reversal
    WHERE (transfer_id = ${id} AND original_id IS NOT NULL) OR original_id = ${id}`);
  return row === undefined ? done : row.back === 1 ? reversal : reversed;
}

/** The other one of its pair. */
export const listPartners = (db: ReadableDb, id: number): number[] =>
  db
    .all<{ id: number }>(sql`SELECT original_id AS id FROM reversal WHERE transfer_id = ${id} AND original_id IS NOT NULL
      UNION SELECT transfer_id FROM reversal WHERE original_id = ${id}`)
    .map(({ id: partner }) => partner);

export function unpair(db: WritableDb, id: number): void {
  db.run(sql`UPDATE reversal SET original_id = NULL WHERE transfer_id = ${id} OR original_id = ${id}`);
}

interface Open {
  readonly id: number;
  readonly at: number;
  readonly precision: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly amountFen: number;
  readonly currency: string;
  readonly reference: string;
  readonly state: number;
  readonly payer: string;
  readonly payee: string;
}

const nameOf = (end: "from" | "to") =>
  `coalesce((SELECT nullif(e.label, e.key) FROM entity e WHERE e.id = t.${end}_id), '') AS ${end === "from" ? "payer" : "payee"}`;
const openColumns = `t.id, t.at, t.precision, t.from_id AS "from", t.to_id AS "to", t.amount_fen AS amountFen, t.currency, t.reference, t.state,
  ${nameOf("from")}, ${nameOf("to")}`;

interface Waiting {
  readonly id: number;
  readonly original: number | null;
}

const standing = sql`SELECT t.id, r.original_id AS original, t.from_id AS "from", t.to_id AS "to" FROM reversal r
  JOIN transfer t ON t.id = r.transfer_id WHERE (t.state = 0 OR r.original_id IS NOT NULL) AND t.at IS NOT NULL AND t.source_id ${rawSql(notRemoved)}`;

/** Reversals of accounts that the source tells of, under whichever of their numbers, with what they cancel so far, oldest first. */
export function listReversalsOf(db: ReadableDb, sourceId: number): Waiting[] {
  const all = db.all<Waiting & { from: number | null; to: number | null }>(sql`${standing} ORDER BY t.at, t.id`);
  const accounts = new SameAccounts();
  accounts.learn(
    db,
    all.flatMap(({ from, to }) => [from, to]),
  );
  const numbersOf = ({ from, to }: (typeof all)[number]) => [from, to].flatMap((id) => (id === null ? [] : accounts.membersOf(id)));
  const numbers = [...new Set(all.flatMap(numbersOf))];
  const told = new Set(
    db
      .all<{ id: number }>(
        sql`SELECT entity_id AS id FROM entity_source WHERE source_id = ${sourceId} AND entity_id IN ${sqlJsonList(numbers)}`,
      )
      .map(({ id }) => id),
  );
  return all.filter((one) => numbersOf(one).some((id) => told.has(id)));
}

/** Those of the list that still are reversals, as they stand now. */
export const listOpen = (db: ReadableDb, list: readonly { readonly id: number }[]): Waiting[] =>
  db.all(sql`${standing} AND r.transfer_id IN ${sqlJsonList(list.map(({ id }) => id))} ORDER BY t.at, t.id`);

/**
 * The transfer that it cancels: by the same serial number, else between the same two ends, else the nearest one before it, where a bank
 * may print another number of the same holder; null where none is
 * known. `isFree` says of one that is in a pair already whether it may be taken.
 */
export function findOriginal(db: ReadableDb, id: number, isFree: (id: number, isPaired: boolean) => boolean): number | null {
  const [back] = db.all<Open>({ text: `SELECT ${openColumns} FROM transfer t WHERE t.id = ?`, values: [id] });
  if (back === undefined) return null;
  const accounts = new SameAccounts();
  accounts.learn(db, [back.from, back.to]);
  const like = { ...back, from: accounts.firstOf(back.from), to: accounts.firstOf(back.to) };
  for (const longest of waysBack) {
    const before = (["from", "to"] as const)
      .flatMap((end) => listBefore(db, back, accounts.membersOf((end === "from" ? back.to : back.from) ?? -1), end, longest))
      .map((one) => ({ ...one, from: accounts.firstOf(one.from), to: accounts.firstOf(one.to) }));
    const found = chooseOriginal(
      before.filter((one) => fits(one, like) && isFree(one.id, one.state !== done)),
      like,
    );
    if (found !== null) return found;
  }
  return null;
}

function chooseOriginal(found: Open[], back: Open): number | null {
  const rank = (one: Open) =>
    (one.reference !== "" && one.reference === back.reference ? 0 : 2) + (one.from === back.to && one.to === back.from ? 0 : 1);
  found.sort((a, b) => rank(a) - rank(b) || b.at - a.at || b.id - a.id);
  return found[0]?.id ?? null;
}

/** Its payer is whom the money came back to, its payee who gave it back, under any of their numbers. */
const listBefore = (db: ReadableDb, back: Open, parties: readonly number[], end: "from" | "to", longest: number): Open[] =>
  parties.flatMap((party) =>
    db.all<Open>({
      text: `SELECT ${openColumns} FROM transfer t WHERE t.${end}_id = ? AND t.at BETWEEN ? AND ? AND t.amount_fen = ? AND t.currency = ?
      AND (t.state = 0 OR EXISTS (SELECT 1 FROM reversal r WHERE r.original_id = t.id)) AND t.id NOT IN (SELECT transfer_id FROM reversal) AND t.source_id ${notRemoved}`,
      values: [party, back.at - longest, back.at + dayMilliseconds, back.amountFen, back.currency],
    }),
  );

/** An account that one of the two does not name fits any; another number of the same holder fits where the other end is the same. */
function fits(one: Open, back: Open): boolean {
  const isSame = (a: number | null, b: number | null) => a === b || a === null || b === null;
  const [isPayer, isPayee] = [isSame(one.from, back.to), isSame(one.to, back.from)];
  const hasPayerName = one.payer !== "" && one.payer === back.payee && one.to === back.from;
  const hasPayeeName = one.payee !== "" && one.payee === back.payer && one.from === back.to;
  if (!(isPayer || hasPayerName) || !(isPayee || hasPayeeName)) return false;
  const isDay = one.precision === 2 || back.precision === 2;
  return isDay ? dayOf(one.at) <= dayOf(back.at) : one.at <= back.at;
}

/** Day of China's clock: statements give local dates. */
const dayOf = (at: number) => Math.floor((at + 8 * 3_600_000) / dayMilliseconds);

export function setOriginal(db: WritableDb, id: number, original: number | null): void {
  db.run(sql`UPDATE reversal SET original_id = ${original} WHERE transfer_id = ${id}`);
}

export function forgetReversal(db: WritableDb, id: number): void {
  db.run(sql`DELETE FROM reversal WHERE transfer_id = ${id}`);
}
