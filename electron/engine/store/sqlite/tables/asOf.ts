// What held at a moment: the last grouping and ring run before it, and the judgements until then.
import type { ReadableDb } from "../database.ts";
import { sql } from "../sql.ts";

interface RunRow {
  readonly id: number;
  readonly at: number;
}

export const readGroupRunAt = (db: ReadableDb, at: number) =>
  db.get<RunRow>(sql`SELECT id, at FROM group_run WHERE at <= ${at} ORDER BY id DESC LIMIT 1`);

export const readRingRunAt = (db: ReadableDb, at: number) =>
  db.get<RunRow>(sql`SELECT id, at FROM ring_run WHERE at <= ${at} ORDER BY id DESC LIMIT 1`);

export const countDecisionsUntil = (db: ReadableDb, at: number): number =>
  db.get<{ n: number }>(sql`SELECT count(*) AS n FROM decision WHERE at <= ${at}`)?.n ?? 0;

export interface SignOffRow {
  readonly id: number;
  readonly series: string;
  /** Of the group run. */
  readonly run: string;
  readonly verdict: "confirm" | "reject" | "later";
  readonly reason: string;
  readonly by: string;
  readonly at: number;
}

/** The last sign-off of each series until a moment. */
export const listSignOffsUntil = (db: ReadableDb, at: number) =>
  db.all<SignOffRow>(sql`SELECT id, a AS series, b AS run, verdict, reason, by, at FROM decision
    WHERE id IN (SELECT max(id) FROM decision WHERE subject = 'signoff' AND at <= ${at} GROUP BY a) ORDER BY a`);
