// What was recorded between two moments: alerts, changes of the watch list, decisions, minutes. Both ends inclusive.
import type { AlertState } from "../../../../../shared/model/alert.ts";
import type { Decision } from "../../../../../shared/model/decision.ts";
import type { ReadableDb } from "../database.ts";
import { sql } from "../sql.ts";
import { oneFact } from "./alert.ts";

export interface RaisedFacts {
  readonly watch: number;
  readonly state: AlertState;
  readonly facts: number;
}

/** Facts of the alerts that were raised, by watch and by what had become of them at the end. */
export const countRaisedFacts = (db: ReadableDb, from: number, until: number) =>
  db.all<RaisedFacts>(sql`SELECT a.watch_id AS watch,
      coalesce((SELECT c.state FROM alert_change c WHERE c.alert_id = a.id AND c.at <= ${until} ORDER BY c.id DESC LIMIT 1), 'new') AS state,
      count(DISTINCT ${oneFact}) AS facts FROM alert a JOIN alert_fact f ON f.alert_id = a.id
    WHERE a.raised_at BETWEEN ${from} AND ${until} GROUP BY 1, 2 ORDER BY 1, 2`);

export interface FactRow {
  readonly sourceId: number;
  readonly row: number;
}

/** Rows of the facts that a watch was told, those that happened last first. */
export const listRaisedRows = (db: ReadableDb, watch: number, from: number, until: number, limit: number) =>
  db.all<FactRow>(sql`SELECT f.source_id AS sourceId, f.row FROM alert a JOIN alert_fact f ON f.alert_id = a.id JOIN source s ON s.id = f.source_id AND s.state = 'ready'
    WHERE a.watch_id = ${watch} AND a.raised_at BETWEEN ${from} AND ${until} ORDER BY f.at DESC, f.fact LIMIT ${limit}`);

export interface WatchChange {
  readonly id: number;
  readonly change: "added" | "ended" | "expired";
}

export const listWatchChanges = (db: ReadableDb, from: number, until: number) =>
  db.all<WatchChange>(sql`SELECT id, 'added' AS change, created_at AS at FROM watch WHERE created_at BETWEEN ${from} AND ${until}
    UNION ALL SELECT id, 'ended', removed_at FROM watch WHERE removed_at BETWEEN ${from} AND ${until}
    UNION ALL SELECT id, 'expired', expires_at FROM watch WHERE expires_at BETWEEN ${from} AND ${until} AND (removed_at IS NULL OR removed_at > expires_at)
    ORDER BY at, id`);

export const countWatchesAt = (db: ReadableDb, at: number): number =>
  db.get<{ n: number }>(sql`SELECT count(*) AS n FROM watch WHERE created_at <= ${at} AND (removed_at IS NULL OR removed_at > ${at})
    AND (expires_at IS NULL OR expires_at > ${at})`)?.n ?? 0;

export const listDecisionsBetween = (db: ReadableDb, from: number, until: number) =>
  db.all<Decision>(sql`SELECT id, subject, a, b, verdict, reason, by, at FROM decision WHERE at BETWEEN ${from} AND ${until} ORDER BY id`);

export interface MinutedLine {
  readonly kind: string;
  readonly text: string;
  readonly at: number;
}

/** Lines that no later one took the place of. */
export const listMinutesBetween = (db: ReadableDb, from: number, until: number) =>
  db.all<MinutedLine>(sql`SELECT kind, text, at FROM minute m WHERE at BETWEEN ${from} AND ${until}
    AND NOT EXISTS (SELECT 1 FROM minute later WHERE later.answers = m.id) ORDER BY id`);
