// What given sources brought about given entities: events, and links that no earlier source told.
import type { ReadableDb } from "../database.ts";
import { rawSql, type Sql, sql, sqlJsonList } from "../sql.ts";
import { type EventTable, eventColumns } from "./eventColumns.ts";

export interface FreshEvent {
  readonly id: number;
  /** Whose event it is asked as. */
  readonly own: number;
  readonly ownRef: string;
  readonly otherRef: string | null;
  readonly placeRef: string | null;
  readonly at: number | null;
  readonly fen: number | null;
  readonly currency: string | null;
  readonly seconds: number | null;
  /** What beside these tells two events apart: a serial number, a medium, a room. */
  readonly mark: string;
  readonly utcOffset: number;
  readonly sourceId: number;
  readonly row: number;
}

/** How an event is read from one of its participants. */
interface Side {
  readonly table: EventTable;
  readonly own: string;
  readonly other: string | null;
  readonly place: string | null;
  readonly columns: string;
}

const plain = "NULL AS fen, NULL AS currency, NULL AS seconds, '' AS mark";
const money = "t.amount_fen AS fen, t.currency, NULL AS seconds, t.reference AS mark";
const talk = "NULL AS fen, NULL AS currency, t.seconds, t.medium AS mark";

export const eventSides = {
  "transfer-in": { table: "transfer", own: "to_id", other: "from_id", place: null, columns: money },
  "transfer-out": { table: "transfer", own: "from_id", other: "to_id", place: null, columns: money },
  "call-from": { table: "call", own: "from_id", other: "to_id", place: "place_id", columns: talk },
  "call-to": { table: "call", own: "to_id", other: "from_id", place: "place_id", columns: talk },
  "call-device": { table: "call", own: "device_id", other: "from_id", place: "place_id", columns: talk },
  "call-place": { table: "call", own: "place_id", other: "from_id", place: "place_id", columns: talk },
  "stay-person": {
    table: "stay",
    own: "person_id",
    other: null,
    place: "place_id",
    columns: "NULL AS fen, NULL AS currency, NULL AS seconds, t.room AS mark",
  },
  "stay-place": {
    table: "stay",
    own: "place_id",
    other: "person_id",
    place: "place_id",
    columns: "NULL AS fen, NULL AS currency, NULL AS seconds, t.room AS mark",
  },
  "capture-device": { table: "capture", own: "device_id", other: null, place: "place_id", columns: plain },
  "capture-place": { table: "capture", own: "place_id", other: "device_id", place: "place_id", columns: plain },
  "login-account": { table: "login", own: "account_id", other: "address_id", place: null, columns: plain },
  "login-address": { table: "login", own: "address_id", other: "account_id", place: null, columns: plain },
  "login-device": { table: "login", own: "device_id", other: "account_id", place: null, columns: plain },
} as const satisfies Record<string, Side>;

export type EventSide = keyof typeof eventSides;

const refOf = (column: string | null): string =>
  column === null ? "NULL" : `(SELECT kind || ':' || key FROM entity WHERE id = t.${column})`;

/** Told before by somebody who did not know this end of it; one of the sources says whose it is. */
const completedBy = (table: EventTable, own: string, sources: Sql): Sql =>
  table === "transfer"
    ? sql` OR (t.own_told <> '' AND json_extract(t.own_told, ${`$[${eventColumns.transfer.indexOf(own as "from_id")}]`}) IS NULL
        AND EXISTS (SELECT 1 FROM event_source x WHERE x.kind = 'transfer' AND x.event_id = t.id AND x.source_id IN ${sources}))`
    : rawSql("");

/** Failed and reversed transfers moved nothing. */
const moved = (table: EventTable): Sql => (table === "transfer" ? sql` AND t.state = 0` : rawSql(""));

/** Events of the sources in which one of the entities stands on the given side; found by the entity, so that few watched among many rows are quick. */
export function iterateFreshEvents(db: ReadableDb, side: EventSide, entities: readonly number[], sources: readonly number[]) {
  const { table, own, other, place, columns }: Side = eventSides[side];
  const read = rawSql(
    `t.id, t.${own} AS own, ${refOf(own)} AS ownRef, ${refOf(other)} AS otherRef, ${refOf(place)} AS placeRef, t.at, ${columns}, s.utc_offset AS utcOffset, t.source_id AS sourceId, t.row`,
  );
  return db.iterate<FreshEvent>(sql`SELECT ${read} FROM json_each(${JSON.stringify(entities)}) w
    CROSS JOIN ${rawSql(table)} t ON ${rawSql(`t.${own}`)} = w.value JOIN source s ON s.id = t.source_id
    WHERE (t.source_id IN ${sqlJsonList(sources)}${completedBy(table, own, sqlJsonList(sources))}) AND s.state = 'ready'${moved(table)}`);
}

export interface FreshLink {
  readonly own: number;
  readonly ownRef: string;
  readonly otherRef: string;
  readonly kind: string;
  readonly role: string;
  readonly at: number | null;
  readonly utcOffset: number;
  readonly sourceId: number;
  readonly row: number;
}

/** Links of the entities that the sources tell and no source before them told. */
export function iterateFreshLinks(db: ReadableDb, end: "from" | "to", entities: readonly number[], sources: readonly number[]) {
  const [own, other] = end === "from" ? ["from_id", "to_id"] : ["to_id", "from_id"];
  const fresh = sqlJsonList(sources);
  return db.iterate<FreshLink>(sql`SELECT ${rawSql(`l.${own} AS own, (SELECT kind || ':' || key FROM entity WHERE id = l.${own}) AS ownRef, (SELECT kind || ':' || key FROM entity WHERE id = l.${other}) AS otherRef`)},
      l.kind, l.role, l.at, s.utc_offset AS utcOffset, l.source_id AS sourceId, l.row
    FROM json_each(${JSON.stringify(entities)}) w CROSS JOIN link l ON ${rawSql(`l.${own}`)} = w.value JOIN source s ON s.id = l.source_id
    WHERE l.source_id IN ${fresh} AND NOT EXISTS (SELECT 1 FROM link o WHERE o.from_id = l.from_id AND o.to_id = l.to_id AND o.kind = l.kind AND o.role = l.role
      AND o.source_id NOT IN ${fresh} AND o.source_id NOT IN (SELECT id FROM source WHERE state = 'loading'))
    GROUP BY l.from_id, l.to_id, l.kind, l.role`);
}

export interface FreshEntity {
  readonly id: number;
  readonly ref: string;
  readonly sourceId: number;
  readonly row: number;
  readonly utcOffset: number;
}

/** Of some entities those that the sources brought first. */
export const listBroughtBy = (db: ReadableDb, entities: readonly number[], sources: readonly number[]): FreshEntity[] =>
  db.all<FreshEntity>(sql`SELECT e.id, e.kind || ':' || e.key AS ref, e.source_id AS sourceId, e.row, s.utc_offset AS utcOffset FROM entity e JOIN source s ON s.id = e.source_id
    WHERE e.id IN ${sqlJsonList(entities)} AND e.source_id IN ${sqlJsonList(sources)} ORDER BY e.id`);

/** Accounts that any of the payers paid into. */
export const listAccountsPaidBy = (db: ReadableDb, payers: readonly number[]): number[] =>
  db
    .all<{ id: number }>(
      sql`SELECT DISTINCT t.to_id AS id FROM json_each(${JSON.stringify(payers)}) w CROSS JOIN transfer t ON t.from_id = w.value WHERE t.to_id IS NOT NULL AND t.state = 0 ORDER BY 1`,
    )
    .map(({ id }) => id);

export interface AccountMovement {
  readonly id: number;
  readonly at: number;
  readonly fen: number;
  readonly currency: string;
  readonly other: number | null;
  readonly otherRef: string | null;
  readonly mark: string;
  readonly utcOffset: number;
  readonly sourceId: number;
  readonly row: number;
}

/** Everything that moved on an account, in time order; in positive, out negative. */
export const listAccountMovements = (db: ReadableDb, account: number): AccountMovement[] =>
  db.all<AccountMovement>(sql`SELECT m.*, (SELECT kind || ':' || key FROM entity WHERE id = m.other) AS otherRef, s.utc_offset AS utcOffset FROM (
      SELECT id, at, amount_fen AS fen, currency, from_id AS other, reference AS mark, source_id AS sourceId, row FROM transfer WHERE to_id = ${account} AND state = 0 AND at IS NOT NULL
      UNION ALL SELECT id, at, -amount_fen, currency, to_id, reference, source_id, row FROM transfer WHERE from_id = ${account} AND state = 0 AND at IS NOT NULL) m
    JOIN source s ON s.id = m.sourceId AND s.state = 'ready' ORDER BY m.at, m.id, m.fen DESC`);

/** Accounts of victims: named as such by a case, or owned by a person whom a case names so. `without`: sources that are left out of it. */
export const listVictimAccounts = (db: ReadableDb, without: readonly number[] = []): ReadonlySet<number> => {
  const left = sqlJsonList(without);
  return new Set(
    db
      .all<{ id: number }>(
        sql`SELECT x.id FROM link l JOIN entity x ON x.id = l.from_id AND x.kind = 'account'
            WHERE l.kind = 'involved-in' AND l.role = 'victim' AND l.source_id NOT IN ${left}
          UNION SELECT o.to_id FROM link l JOIN link o ON o.from_id = l.from_id AND o.kind = 'owns' JOIN entity x ON x.id = o.to_id AND x.kind = 'account'
            WHERE l.kind = 'involved-in' AND l.role = 'victim' AND l.source_id NOT IN ${left} AND o.source_id NOT IN ${left}`,
      )
      .map(({ id }) => id),
  );
};

export interface FreshCompany {
  readonly own: number;
  readonly ownRef: string;
  readonly otherRef: string;
  readonly placeRef: string;
  readonly isCafe: number;
  readonly ownRoom: string;
  readonly otherRoom: string;
  /** When the later of the two came. */
  readonly at: number;
  readonly utcOffset: number;
  readonly sourceId: number;
  readonly row: number;
}

/** Nobody stays longer in one row than this. */
const longestStay = 366 * 86_400_000;

/** Who was at a place while one of the persons was, where a source just told of either of them; the row is the one just told, the other's first. */
export const iterateFreshCompany = (db: ReadableDb, persons: readonly number[], sources: readonly number[], cafeType: string) =>
  db.iterate<FreshCompany>(sql`SELECT a.person_id AS own, (SELECT kind || ':' || key FROM entity WHERE id = a.person_id) AS ownRef,
      (SELECT kind || ':' || key FROM entity WHERE id = b.person_id) AS otherRef, (SELECT kind || ':' || key FROM entity WHERE id = a.place_id) AS placeRef,
      EXISTS (SELECT 1 FROM attribute t WHERE t.entity_id = a.place_id AND t.name = 'place.type' AND t.value = ${cafeType}) AS isCafe,
      a.room AS ownRoom, b.room AS otherRoom, max(a.at, b.at) AS at, s.utc_offset AS utcOffset, s.id AS sourceId,
      CASE WHEN b.source_id = s.id THEN b.row ELSE a.row END AS row
    FROM json_each(${JSON.stringify(persons)}) w CROSS JOIN stay a ON a.person_id = w.value AND a.room <> ''
    JOIN source sa ON sa.id = a.source_id AND sa.state = 'ready'
    JOIN stay b ON b.place_id = a.place_id AND b.person_id <> a.person_id AND b.room <> ''
      AND b.at < coalesce(a.until, a.at + 1) AND b.at > a.at - ${longestStay} AND coalesce(b.until, b.at + 1) > a.at
    JOIN source s ON s.id = CASE WHEN b.source_id IN ${sqlJsonList(sources)} THEN b.source_id ELSE a.source_id END AND s.state = 'ready'
    JOIN source sb ON sb.id = b.source_id AND sb.state = 'ready'
    WHERE a.source_id IN ${sqlJsonList(sources)} OR b.source_id IN ${sqlJsonList(sources)}`);
