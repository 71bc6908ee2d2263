// Transfers that a note may tell of, by sum and time. There is no index by either – imports would pay for it – so the table is read from its end, the newest
// first, in slices between which the caller may stop.
import type { ReadableDb } from "../database.ts";
import { type Sql, sql, sqlJsonList } from "../sql.ts";
import { ready } from "./entity.ts";

export interface FitRow {
  readonly id: number;
  readonly at: number | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly fen: number;
  readonly currency: string;
  readonly sourceId: number;
  readonly row: number;
  readonly source: string;
  readonly sheet: string | null;
}

export interface FitQuestion {
  /** Milliseconds UTC, both ends included. */
  readonly windows: readonly (readonly [from: number, until: number])[];
  readonly fen: readonly number[];
  /** Whose transfers fit at any time. */
  readonly accounts: readonly number[];
}

/** A few milliseconds. */
const idsAtOnce = 20_000;

const anyOf = (all: readonly Sql[]): Sql => all.reduce((sum, one) => sql`${sum} OR ${one}`);

function conditionOf({ windows, fen, accounts }: FitQuestion): Sql {
  const most = Math.max(...fen);
  const inTime = windows.map(([from, until]) => sql`(t.at BETWEEN ${from} AND ${until} AND t.amount_fen <= ${most})`);
  const ids = sqlJsonList(accounts);
  const own = accounts.length === 0 ? [] : [sql`(t.amount_fen IN ${sqlJsonList(fen)} AND (t.from_id IN ${ids} OR t.to_id IN ${ids}))`];
  return anyOf([...inTime, ...own]);
}

/** Those of a sum at any time from or to the accounts, and all up to the largest sum within the windows; failed and reversed ones left out. */
export function* readFitSlices(db: ReadableDb, question: FitQuestion): Generator<readonly FitRow[]> {
  const condition = conditionOf(question);
  let until = db.get<{ id: number | null }>(sql`SELECT max(id) AS id FROM transfer`)?.id ?? 0;
  for (; until > 0; until -= idsAtOnce) {
    yield db.all<FitRow>(sql`SELECT t.id, t.at, t.from_id AS "from", t.to_id AS "to", t.amount_fen AS fen, t.currency, t.source_id AS sourceId, t.row,
        s.name AS source, s.sheet FROM transfer t JOIN source s ON s.id = t.source_id
      WHERE t.id > ${until - idsAtOnce} AND t.id <= ${until} AND t.state = 0 AND (${condition}) AND t.source_id ${ready} ORDER BY t.id DESC`);
  }
}

/** Apps among these names. */
export const listApps = (db: ReadableDb, names: readonly string[]) =>
  db.all<{ id: number; kind: string; key: string; label: string }>(sql`SELECT e.id, e.kind, e.key, e.label FROM entity e
    WHERE e.kind = 'netid' AND e.key IN ${sqlJsonList(names)}
      AND EXISTS (SELECT 1 FROM attribute a WHERE a.entity_id = e.id AND a.name = 'netid.type' AND a.value = 'app' AND a.source_id ${ready}) ORDER BY e.id`);
