// What other units found: each with its last telling among the bundles that stand, and what was judged of it here.
import type { BundleFinding, FindingState } from "../../../../../shared/review/exchange/finding.ts";
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";

export interface FindingRow {
  readonly id: number;
  readonly kind: "series" | "ring";
  readonly unit: string;
  readonly number: string;
  readonly state: FindingState;
  readonly stateReason: string;
  readonly stateBy: string;
  readonly stateAt: number | null;
  readonly bundleId: number;
  readonly foundAt: number;
  readonly title: string;
  /** JSON, as `bundleFindingSchema.found`. */
  readonly detail: string;
}

const standing = sql`SELECT f.id, f.kind, f.unit, f.number, f.state, f.state_reason AS stateReason, f.state_by AS stateBy, f.state_at AS stateAt,
    t.bundle_id AS bundleId, t.found_at AS foundAt, t.title, t.detail
  FROM finding f JOIN finding_telling t ON t.finding_id = f.id
    AND t.bundle_id = (SELECT bundle_id FROM finding_telling WHERE finding_id = f.id ORDER BY found_at DESC, bundle_id DESC LIMIT 1)`;

export const listFindingRows = (db: ReadableDb, kind: FindingRow["kind"] | null = null) =>
  db.all<FindingRow>(sql`${standing} WHERE ${kind} IS NULL OR f.kind = ${kind} ORDER BY f.id`);

export const readFindingRow = (db: ReadableDb, id: number) => db.get<FindingRow>(sql`${standing} WHERE f.id = ${id}`);

export const findFinding = (db: ReadableDb, { found: { kind }, unit, number }: Pick<BundleFinding, "found" | "unit" | "number">) =>
  db.get<FindingRow>(sql`${standing} WHERE f.kind = ${kind} AND f.unit = ${unit} AND f.number = ${number}`);

/** A telling of a series or ring; what was judged of it before stands. */
export function insertFindingTelling(db: WritableDb, bundleId: number, { number, title, unit, foundAt, found }: BundleFinding): void {
  db.run(
    sql`INSERT INTO finding (kind, unit, number) VALUES (${found.kind}, ${unit}, ${number}) ON CONFLICT (kind, unit, number) DO NOTHING`,
  );
  db.run(sql`INSERT INTO finding_telling (finding_id, bundle_id, found_at, title, detail)
    SELECT id, ${bundleId}, ${foundAt}, ${title}, ${JSON.stringify(found)} FROM finding WHERE kind = ${found.kind} AND unit = ${unit} AND number = ${number}
    ON CONFLICT (finding_id, bundle_id) DO NOTHING`);
}

export const deleteTellingsOf = (db: WritableDb, bundleId: number): number =>
  db.run(sql`DELETE FROM finding_telling WHERE bundle_id = ${bundleId}`).changes;

export function writeFindingState(
  db: WritableDb,
  id: number,
  { state, reason, by, at }: { readonly state: FindingState; readonly reason: string; readonly by: string; readonly at: number },
): void {
  db.run(sql`UPDATE finding SET state = ${state}, state_reason = ${reason}, state_by = ${by}, state_at = ${at} WHERE id = ${id}`);
}

export function insertFindingDecision(db: WritableDb, decisionId: number, findingId: number): void {
  db.run(sql`INSERT INTO finding_decision (decision_id, finding_id) VALUES (${decisionId}, ${findingId})`);
}

export interface FindingDecision {
  readonly id: number;
  readonly a: string;
  readonly b: string;
}

/** Judgements that judging the finding made here and that nobody has judged again since. */
export const listFindingDecisions = (db: ReadableDb, findingId: number) =>
  db.all<FindingDecision>(sql`SELECT d.id, d.a, d.b FROM finding_decision f JOIN decision d ON d.id = f.decision_id
    WHERE f.finding_id = ${findingId} AND d.id IN (SELECT max(id) FROM decision WHERE subject = 'pair' GROUP BY a, b) ORDER BY d.id`);

export interface EarlierDecision {
  readonly verdict: "confirm" | "reject" | "later";
  readonly reason: string;
  readonly by: string;
  /** Of a judgement that a bundle brought. */
  readonly bundleId: number | null;
  readonly unit: string | null;
  readonly madeAt: number | null;
}

/** What was judged of the pair before, by whomever. */
export const readPairBefore = (db: ReadableDb, { id, a, b }: FindingDecision) =>
  db.get<EarlierDecision>(sql`SELECT d.verdict, d.reason, d.by, s.bundle_id AS bundleId, s.unit, s.at AS madeAt
    FROM decision d LEFT JOIN bundle_decision s ON s.decision_id = d.id
    WHERE d.subject = 'pair' AND d.a = ${a} AND d.b = ${b} AND d.id < ${id} AND d.id NOT IN (SELECT decision_id FROM finding_decision)
    ORDER BY d.id DESC LIMIT 1`);
