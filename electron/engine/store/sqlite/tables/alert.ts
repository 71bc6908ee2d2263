// Alerts and their facts. A fact that a watch was told is not told to it again, whichever file brings it.
import type { AlertState, HitCode } from "../../../../../shared/model/alert.ts";
import type { Hit, HitDetail } from "../../../../../shared/review/watch/hit.ts";
import type { ReadableDb, WritableDb } from "../database.ts";
import { rawSql, type Sql, sql, sqlJsonList } from "../sql.ts";
import { citedName } from "./citedName.ts";
import { accountRefs } from "./purse.ts";

export interface AlertRow {
  readonly id: number;
  readonly watch: number;
  readonly code: HitCode;
  readonly raisedAt: number;
  readonly state: AlertState;
  readonly stateBy: string | null;
  readonly stateAt: number | null;
  readonly stateReason: string;
  readonly facts: number;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  readonly fen: number | null;
  /** Null where the facts have several, or none. */
  readonly currency: string | null;
}

export interface AlertFactRow {
  readonly id: number;
  readonly at: number | null;
  readonly utcOffset: number;
  readonly sourceId: number;
  readonly row: number;
  readonly source: string | null;
  readonly sheet: string | null;
  readonly detail: HitDetail;
}

/** What counts as one fact: a pair that a file ties in several roles is tied once. */
export const oneFact: Sql = rawSql(`CASE WHEN f.detail ->> 'link' IS NULL THEN f.id ELSE (f.detail ->> 'link') || ' ' ||
  coalesce(f.detail ->> 'pair', min(f.detail ->> 'entity', f.detail ->> 'other') || ' ' || max(f.detail ->> 'entity', f.detail ->> 'other')) END`);

/** Who is tied, where an account of several numbers is among them: its card and itself tie one pair. */
function withPair(db: ReadableDb, detail: HitDetail): HitDetail {
  const { link, entity, other } = detail;
  if (link === undefined || other === undefined) return detail;
  const [named, pair] = [[entity, other], [entity, other].map((ref) => accountRefs(db, ref)[0]!)];
  return named.join() === pair.join() ? detail : { ...detail, pair: pair.sort().join(" ") };
}

/** Hits of one import: an alert for each watch and kind that holds a fact not told before. Returns the new alerts. */
export function insertHits(db: WritableDb, hits: readonly Hit[], raisedAt: number): number[] {
  const alerts = new Map<string, number>();
  const insertAlert = db.prepare("INSERT INTO alert (watch_id, code, raised_at, state, state_reason) VALUES (?, ?, ?, 'new', '')");
  const isTold = db.prepare("SELECT 1 FROM alert_fact WHERE watch_id = ? AND fact = ?");
  const insertFact = db.prepare(
    "INSERT INTO alert_fact (alert_id, watch_id, fact, at, utc_offset, source_id, row, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  );
  for (const { watch, code, fact, at, utcOffset, sourceId, row, detail } of hits) {
    if (isTold.get(watch, fact)) continue;
    const key = `${watch}|${code}`;
    const alert = alerts.get(key) ?? insertAlert.run(watch, code, raisedAt).lastId;
    alerts.set(key, alert);
    insertFact.run(alert, watch, fact, at, utcOffset, sourceId, row, JSON.stringify(withPair(db, detail)));
  }
  return [...alerts.values()].sort((a, b) => a - b);
}

const listWhere = (db: ReadableDb, where: Sql, limit: number): AlertRow[] =>
  db.all<AlertRow>(sql`
    SELECT a.id, a.watch_id AS watch, a.code, a.raised_at AS raisedAt, a.state, a.state_by AS stateBy, a.state_at AS stateAt, a.state_reason AS stateReason,
      f.* FROM alert a JOIN (SELECT alert_id, count(DISTINCT ${oneFact}) AS facts, min(at) AS firstAt, max(at) AS lastAt, sum(detail ->> 'fen') AS fen,
        CASE WHEN count(DISTINCT detail ->> 'currency') = 1 THEN max(detail ->> 'currency') END AS currency FROM alert_fact f
        WHERE alert_id IN (SELECT a.id FROM alert a WHERE ${where} ORDER BY a.id DESC LIMIT ${limit}) GROUP BY alert_id) f ON f.alert_id = a.id
    ORDER BY a.id DESC`);

const open = sql`a.state IN ('new', 'seen')`;

export interface AlertFilter {
  readonly state: AlertState | "open" | "all";
  readonly watch: number | null;
}

/** Newest first. */
export const listAlertRows = (db: ReadableDb, { state, watch }: AlertFilter, limit: number): AlertRow[] => {
  const byState = state === "all" ? rawSql("1") : state === "open" ? open : sql`a.state = ${state}`;
  return listWhere(db, watch === null ? byState : sql`${byState} AND a.watch_id = ${watch}`, limit);
};

export const readAlertRows = (db: ReadableDb, ids: readonly number[]): AlertRow[] =>
  ids.length === 0 ? [] : listWhere(db, sql`a.id IN ${sqlJsonList(ids)}`, ids.length);

export function countAlertStates(db: ReadableDb): Record<AlertState, number> {
  const counts = { new: 0, seen: 0, handled: 0, dismissed: 0 };
  for (const { state, count } of db.all<{ state: AlertState; count: number }>(
    sql`SELECT state, count(*) AS count FROM alert GROUP BY state`,
  ))
    counts[state] = count;
  return counts;
}

type StoredFact = Omit<AlertFactRow, "detail"> & { readonly detail: string; readonly roles: string };

/** Of the roles that tie a pair the one that says most: any other says more than that somebody is suspected. */
const tellingRole = (roles: readonly string[]): string => {
  const told = roles.filter((role) => role !== "");
  return told.find((role) => role !== "suspect" && role !== "offender" && role !== "mentioned") ?? told.toSorted().at(-1) ?? "";
};

function readDetail({ detail, roles }: StoredFact): HitDetail {
  const told = JSON.parse(detail) as HitDetail;
  return told.role === undefined ? told : { ...told, role: tellingRole(JSON.parse(roles) as readonly string[]) };
}

/** Newest first; a pair of several roles once, with its first row. */
export const listAlertFactRows = (db: ReadableDb, alert: number, after: number, limit: number): AlertFactRow[] =>
  db
    .all<StoredFact>(
      sql`SELECT min(f.id) AS id, f.at, f.utc_offset AS utcOffset, f.source_id AS sourceId, f.row, f.detail, json_group_array(f.detail ->> 'role') AS roles, ${citedName} AS source, s.sheet
        FROM alert_fact f LEFT JOIN source s ON s.id = f.source_id AND s.state = 'ready'
        WHERE f.alert_id = ${alert} GROUP BY ${oneFact} ORDER BY f.at DESC, f.id LIMIT ${limit} OFFSET ${after}`,
    )
    .map(({ roles, ...row }) => ({ ...row, detail: readDetail({ roles, ...row }) }));

interface Marking {
  readonly state: AlertState;
  readonly by: string;
  readonly at: number;
  readonly reason: string;
}

/** False where there is no such alert. What it was before is kept with its day. */
export function markAlert(db: WritableDb, id: number, { state, by, at, reason }: Marking): boolean {
  const marked = sql`UPDATE alert SET state = ${state}, state_by = ${by}, state_at = ${at}, state_reason = ${reason} WHERE id = ${id}`;
  if (db.run(marked).changes === 0) return false;
  db.run(sql`INSERT INTO alert_change (alert_id, state, by, at, reason) VALUES (${id}, ${state}, ${by}, ${at}, ${reason})`);
  return true;
}
