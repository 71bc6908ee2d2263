// What an instant assessment asks of the store: by index from the entities of the clue, in slices where there may be many rows.
import type { ReadableDb } from "../database.ts";
import { rawSql, type Sql, sql, sqlJsonList } from "../sql.ts";
import { citedName } from "./citedName.ts";
import { type EntityRecord, ready } from "./entity.ts";

/** What people own or use: their accounts, numbers, handsets and vehicles. */
export const listOwnedBy = (db: ReadableDb, owners: readonly number[], limit: number) =>
  db.all<EntityRecord & { readonly owner: number }>(sql`SELECT DISTINCT l.from_id AS owner, e.id, e.kind, e.key, e.label
    FROM link l JOIN entity e ON e.id = l.to_id AND e.kind IN ('account', 'phone', 'device', 'vehicle', 'netid')
    WHERE l.from_id IN ${sqlJsonList(owners)} AND l.kind IN ('owns', 'uses') AND l.source_id ${ready} ORDER BY e.id LIMIT ${limit}`);

export const listEntitiesById = (db: ReadableDb, ids: readonly number[]) =>
  db.all<EntityRecord>(sql`SELECT id, kind, key, label FROM entity WHERE id IN ${sqlJsonList(ids)} ORDER BY id`);

/** People and organisations of exactly this name among what the search index found. */
export const listNamed = (db: ReadableDb, ids: readonly number[], name: string) =>
  db.all<EntityRecord>(
    sql`SELECT id, kind, key, label FROM entity WHERE id IN ${sqlJsonList(ids)} AND label = ${name} AND kind IN ('person', 'organisation') ORDER BY id`,
  );

/** Of some entities the cases that have this incident number. */
export const listCasesOfIncident = (db: ReadableDb, ids: readonly number[], number: string): string[] =>
  db
    .all<{ key: string }>(sql`SELECT c.key FROM entity c JOIN attribute a ON a.entity_id = c.id AND a.name = 'case.incidentNumber'
      WHERE c.id IN ${sqlJsonList(ids)} AND c.kind = 'case' AND a.value = ${number} AND a.source_id ${ready} ORDER BY c.key`)
    .map(({ key }) => key);

export interface CaseLinkRow {
  readonly id: number;
  readonly case: string;
  readonly entity: number;
  readonly role: string;
  readonly sourceId: number;
  readonly row: number;
  readonly source: string;
  readonly sheet: string | null;
}

/** Where entities stand in cases, the newest facts first. */
export const iterateCaseLinks = (db: ReadableDb, ids: readonly number[]) =>
  db.iterate<CaseLinkRow>(sql`SELECT l.id, c.key AS "case", l.from_id AS entity, l.role, l.source_id AS sourceId, l.row, ${citedName} AS source, s.sheet
    FROM link l JOIN entity c ON c.id = l.to_id AND c.kind = 'case' JOIN source s ON s.id = l.source_id AND s.state = 'ready'
    WHERE l.from_id IN ${sqlJsonList(ids)} AND l.kind = 'involved-in' ORDER BY l.id DESC`);

/** Cases that happened at places, the newest facts first. */
export const iterateSceneLinks = (db: ReadableDb, ids: readonly number[]) =>
  db.iterate<CaseLinkRow>(sql`SELECT l.id, c.key AS "case", l.to_id AS entity, 'scene' AS role, l.source_id AS sourceId, l.row, ${citedName} AS source, s.sheet
    FROM link l JOIN entity c ON c.id = l.from_id AND c.kind = 'case' JOIN source s ON s.id = l.source_id AND s.state = 'ready'
    WHERE l.to_id IN ${sqlJsonList(ids)} AND l.kind = 'at-place' ORDER BY l.id DESC`);

/** The rows that tell of cases. */
export const listCaseRows = (db: ReadableDb, numbers: readonly string[]) =>
  db.all<
    Omit<CaseLinkRow, "id" | "entity" | "role">
  >(sql`SELECT c.key AS "case", t.source_id AS sourceId, t.row, ${citedName} AS source, s.sheet
    FROM entity c JOIN entity_source t ON t.entity_id = c.id JOIN source s ON s.id = t.source_id AND s.state = 'ready'
    WHERE c.kind = 'case' AND c.key IN ${sqlJsonList(numbers)} ORDER BY c.key, t.source_id, t.row`);

/** Series that hold any of the cases, with those of their cases. */
export const listSeriesWithCases = (db: ReadableDb, runId: number, numbers: readonly string[]) =>
  db.all<{ series: string; case: string }>(sql`SELECT series, "case" FROM series_member
    WHERE run_id = ${runId} AND "case" IN ${sqlJsonList(numbers)} AND state <> 'waiting' ORDER BY series, "case"`);

/** Rings of a run in whose detail any of the words stands, each as JSON writes it. */
export const listRingsSaying = (db: ReadableDb, runId: number, words: readonly string[]) =>
  db.all<{ id: string; detail: string }>(sql`SELECT r.id, r.detail FROM ring r WHERE r.run_id = ${runId}
    AND EXISTS (SELECT 1 FROM json_each(${JSON.stringify(words)}) w WHERE instr(r.detail, w.value) > 0) ORDER BY r.place`);

/** Open alerts with a fact about any of the entities. */
export const listOpenAlertsAbout = (db: ReadableDb, refs: readonly string[], limit: number): number[] =>
  db
    .all<{ id: number }>(sql`SELECT DISTINCT f.alert_id AS id FROM alert a JOIN alert_fact f ON f.alert_id = a.id
      WHERE a.state IN ('new', 'seen') AND (f.detail ->> 'entity' IN ${sqlJsonList(refs)} OR f.detail ->> 'other' IN ${sqlJsonList(refs)})
      ORDER BY f.alert_id DESC LIMIT ${limit}`)
    .map(({ id }) => id);

export interface SideRow {
  readonly id: number;
  readonly at: number | null;
  readonly other: number | null;
  /** Fen of a transfer, seconds of a call. */
  readonly amount: number;
  readonly currency: string;
  readonly sourceId: number;
  readonly row: number;
}

const sides = {
  "transfer-in": {
    table: "transfer",
    own: "to_id",
    other: "from_id",
    amount: "t.amount_fen",
    currency: "t.currency",
    where: " AND t.state = 0",
  },
  "transfer-out": {
    table: "transfer",
    own: "from_id",
    other: "to_id",
    amount: "t.amount_fen",
    currency: "t.currency",
    where: " AND t.state = 0",
  },
  "call-in": { table: "call", own: "to_id", other: "from_id", amount: "coalesce(t.seconds, 0)", currency: "''", where: "" },
  "call-out": { table: "call", own: "from_id", other: "to_id", amount: "coalesce(t.seconds, 0)", currency: "''", where: "" },
} as const;

export type ClueSide = keyof typeof sides;

/** A few milliseconds. */
const rowsAtOnce = 500;

function readSlice(db: ReadableDb, side: ClueSide, own: number, after: Sql): SideRow[] {
  const { table, own: column, other, amount, currency, where } = sides[side];
  return db.all<SideRow>(sql`SELECT t.id, t.at, ${rawSql(`t.${other} AS other, ${amount} AS amount, ${currency} AS currency`)},
      t.source_id AS sourceId, t.row FROM ${rawSql(table)} t
    WHERE ${rawSql(`t.${column}`)} = ${own} AND ${after}${rawSql(where)} AND t.source_id ${ready} ORDER BY t.at, t.id LIMIT ${rowsAtOnce}`);
}

/** Events of one entity on one side in slices by time, those without a time first: the caller may stop between two. */
export function* readSideSlices(db: ReadableDb, side: ClueSide, own: number): Generator<readonly SideRow[]> {
  for (let after: Sql = sql`t.at IS NULL`, isTimed = false; ; ) {
    const rows = readSlice(db, side, own, after);
    yield rows;
    const last = rows.at(-1);
    if (rows.length === rowsAtOnce)
      after = isTimed ? sql`(t.at, t.id) > (${last!.at}, ${last!.id})` : sql`t.at IS NULL AND t.id > ${last!.id}`;
    else if (isTimed) return;
    else [after, isTimed] = [sql`t.at IS NOT NULL`, true];
  }
}

export interface MovementRow {
  readonly movement: "stay" | "capture" | "login";
  readonly id: number;
  readonly entity: number;
  readonly at: number | null;
  readonly until: number | null;
  readonly placeKind: string | null;
  readonly placeKey: string | null;
  readonly placeLabel: string | null;
  readonly room: string;
  readonly utcOffset: number;
  readonly sourceId: number;
  readonly row: number;
  readonly source: string;
  readonly sheet: string | null;
}

const moves = [
  { movement: "stay", own: "person_id", place: "place_id", columns: "t.until, t.room" },
  { movement: "capture", own: "device_id", place: "place_id", columns: "NULL AS until, '' AS room" },
  { movement: "login", own: "account_id", place: "address_id", columns: "NULL AS until, '' AS room" },
] as const;

/** Who stayed or was seen there. */
const visits = moves.filter(({ movement }) => movement !== "login").map(({ own, ...rest }) => ({ ...rest, own, by: rest.place }));

interface Movements {
  readonly rows: readonly MovementRow[];
  readonly count: number;
}

/** Stays, captures and logins of the entities: the newest of each, and how many there are. */
export const listMovements = (db: ReadableDb, ids: readonly number[], limit: number): Movements =>
  listMoves(
    db,
    moves.map((move) => ({ ...move, by: move.own })),
    ids,
    limit,
  );

/** Stays and captures at places. */
export const listVisits = (db: ReadableDb, places: readonly number[], limit: number): Movements => listMoves(db, visits, places, limit);

type Move = Readonly<Record<"movement" | "own" | "place" | "columns" | "by", string>>;

function listMoves(db: ReadableDb, all: readonly Move[], ids: readonly number[], limit: number): Movements {
  const found = all.map(({ movement, own, place, columns, by }) => {
    const whose = sql`FROM ${rawSql(movement)} t JOIN source s ON s.id = t.source_id AND s.state = 'ready' WHERE ${rawSql(`t.${by}`)} IN ${sqlJsonList(ids)}`;
    const rows = db.all<MovementRow>(sql`SELECT m.*, p.kind AS placeKind, p.key AS placeKey, p.label AS placeLabel FROM (
      SELECT ${rawSql(`'${movement}' AS movement, t.id, t.${own} AS entity, t.at, ${columns}, t.${place} AS place`)}, s.utc_offset AS utcOffset,
        t.source_id AS sourceId, t.row, ${citedName} AS source, s.sheet ${whose} ORDER BY t.at DESC, t.id DESC LIMIT ${limit}) m LEFT JOIN entity p ON p.id = m.place`);
    return { rows, count: db.get<{ n: number }>(sql`SELECT count(*) AS n ${whose}`)?.n ?? 0 };
  });
  const rows = found.flatMap((one) => one.rows).sort((a, b) => (b.at ?? 0) - (a.at ?? 0) || b.id - a.id);
  return { rows: rows.slice(0, limit), count: found.reduce((sum, { count }) => sum + count, 0) };
}

/** Names and sheets of sources, for citing, and minutes east of UTC of their times. */
export const listSourceNames = (db: ReadableDb, ids: readonly number[]) =>
  db.all<{ id: number; source: string; sheet: string | null; utcOffset: number }>(
    sql`SELECT s.id, ${citedName} AS source, s.sheet, s.utc_offset AS utcOffset FROM source s WHERE s.id IN ${sqlJsonList(ids)}`,
  );
