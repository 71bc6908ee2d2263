// What call tracing reads: calls with tower and handset, numbers that have bills of their own, names.
import type { ReadableDb } from "../database.ts";
import { sql } from "../sql.ts";
import { ready } from "./entity.ts";

export interface CallRow {
  readonly id: number;
  readonly at: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly seconds: number | null;
  readonly place: number | null;
  readonly device: number | null;
}

/** Calls and messages that state a time, in time order. */
export const iterateCalls = (db: ReadableDb) =>
  db.iterate<CallRow>(sql`SELECT id, at, from_id AS "from", to_id AS "to", seconds, place_id AS place, device_id AS device
    FROM call WHERE at IS NOT NULL AND source_id ${ready} ORDER BY at, id`);

export const countCalls = (db: ReadableDb): number =>
  db.get<{ count: number }>(sql`SELECT count(*) AS count FROM call WHERE at IS NOT NULL AND source_id ${ready}`)?.count ?? 0;

/** Numbers whose own bill was imported. */
export const listBilledNumbers = (db: ReadableDb): number[] =>
  db
    .all<{ id: number }>(sql`SELECT DISTINCT entity_id AS id FROM coverage WHERE kind = 'call' AND source_id ${ready} ORDER BY 1`)
    .map(({ id }) => id);

/** Whose bill tells tower and handset: the party with a bill of its own; the caller where both or neither has one, as in lists without an owner. */
export function ownerOf({ from, to }: CallRow, billed: { has(id: number): boolean }): number | null {
  if (to !== null && billed.has(to) && (from === null || !billed.has(from))) return to;
  return from;
}

/** Where the clocks of the call sources stand, minutes east of UTC: that of the most rows. */
export const readCallOffset = (db: ReadableDb): number | null =>
  db.get<{ offset: number }>(
    sql`SELECT utc_offset AS "offset" FROM source WHERE state = 'ready' AND row_kind IN ('call', 'message') GROUP BY utc_offset ORDER BY sum(stored) DESC LIMIT 1`,
  )?.offset ?? null;
