// Decisions: appended, read newest first.
import type { Decision } from "../../../../../shared/model/decision.ts";
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";

export function insertDecision(db: WritableDb, decision: Omit<Decision, "id">): number {
  const { subject, a, b, verdict, reason, by, at } = decision;
  return db.run(
    sql`INSERT INTO decision (subject, a, b, verdict, reason, by, at) VALUES (${subject}, ${a}, ${b}, ${verdict}, ${reason}, ${by}, ${at})`,
  ).lastId;
}

export interface ListedDecision extends Decision {
  readonly supersededBy: number | null;
}

/** A later judgement on the same takes the place of an earlier one; of sign-offs the last of a series holds, whatever grouping it looked at,
 * of addresses the last of a written place. */
export const listDecisions = (db: ReadableDb, limit: number) =>
  db.all<ListedDecision>(sql`SELECT d.id, d.subject, d.a, d.b, d.verdict, d.reason, d.by, d.at,
    (SELECT min(n.id) FROM decision n WHERE n.subject = d.subject AND n.a = d.a AND (n.b = d.b OR d.subject IN ('signoff', 'address')) AND n.id > d.id) AS supersededBy
    FROM decision d ORDER BY d.id DESC LIMIT ${limit}`);

/** Judgements that bear on series: of pairs and of members. */
export const countDecisionsSince = (db: ReadableDb, at: number): number =>
  db.get<{ n: number }>(sql`SELECT count(*) AS n FROM decision WHERE subject IN ('pair', 'series') AND at > ${at}`)?.n ?? 0;

export const readDecision = (db: ReadableDb, subject: string, a: string, b: string) =>
  db.get<Decision>(
    sql`SELECT id, subject, a, b, verdict, reason, by, at FROM decision WHERE subject = ${subject} AND a = ${a} AND b = ${b} ORDER BY id DESC LIMIT 1`,
  );
