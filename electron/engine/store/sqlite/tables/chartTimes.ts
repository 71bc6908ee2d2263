// When events between entities of a list happened.
import type { ReadableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";
import { ready } from "./entity.ts";

export interface TimeRow {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** 1: the source tells the day alone. */
  readonly isDay: number;
}

/** Newest first; one event more than the limit tells that there are older ones. The plus keeps SQLite from trying every pair of the two lists. */
export function listTimesAmong(db: ReadableDb, refIds: readonly number[], limit: number): TimeRow[] {
  const ids = sqlJsonList(refIds);
  return db.all<TimeRow>(sql`SELECT kind, "from", "to", at, isDay FROM (
      SELECT 'transfer' AS kind, from_id AS "from", to_id AS "to", at, precision = 2 AS isDay, source_id FROM transfer
        WHERE from_id IN ${ids} AND +to_id IN ${ids} AND state = 0
      UNION ALL SELECT 'call', from_id, to_id, at, precision = 2, source_id FROM call WHERE from_id IN ${ids} AND +to_id IN ${ids}
      UNION ALL SELECT 'stay', person_id, place_id, at, 0, source_id FROM stay WHERE person_id IN ${ids} AND +place_id IN ${ids}
      UNION ALL SELECT 'capture', device_id, place_id, at, 0, source_id FROM capture WHERE device_id IN ${ids} AND +place_id IN ${ids}
      UNION ALL SELECT 'login', account_id, address_id, at, 0, source_id FROM login WHERE account_id IN ${ids} AND +address_id IN ${ids}
      UNION ALL SELECT 'login', account_id, device_id, at, 0, source_id FROM login WHERE account_id IN ${ids} AND +device_id IN ${ids})
    WHERE at IS NOT NULL AND "from" <> "to" AND source_id ${ready} ORDER BY at DESC LIMIT ${limit + 1}`);
}
