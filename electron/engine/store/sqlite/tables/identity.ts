// Identities of the last run of a kind: its model, members and weighed pairs.
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { StoredModel } from "../../../../../shared/resolve/explainRecords.ts";
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";
import { citedName } from "./citedName.ts";
import { ready } from "./entity.ts";

export interface IdentityRunRecord {
  readonly id: number;
  readonly kind: string;
  readonly dataVersion: number;
  readonly records: number;
  readonly entities: number;
  readonly identities: number;
  readonly compared: number;
  readonly oneToOne: number;
  readonly seconds: number;
  /** Estimated error and blocking rules as JSON; null for runs that compared nothing. */
  readonly findings: string | null;
}

export const readLastIdentityRun = (db: ReadableDb, kind: string) =>
  db.get<IdentityRunRecord>(sql`SELECT id, kind, data_version AS dataVersion, records, entities, identities, compared, one_to_one AS oneToOne, seconds, findings
    FROM identity_run WHERE kind = ${kind} ORDER BY id DESC LIMIT 1`);

export function readIdentityModel(db: ReadableDb, runId: number): StoredModel | null {
  const row = db.get<{ model: Uint8Array | null }>(sql`SELECT model FROM identity_run WHERE id = ${runId}`);
  return row?.model ? (JSON.parse(inflateRawSync(row.model).toString("utf8")) as StoredModel) : null;
}

export const nextIdentityRunId = (db: ReadableDb) =>
  (db.get<{ id: number | null }>(sql`SELECT max(id) AS id FROM identity_run`)?.id ?? 0) + 1;

export interface NewIdentityRun extends Omit<IdentityRunRecord, "id" | "oneToOne" | "findings"> {
  readonly at: number;
  readonly oneToOne: boolean;
  readonly model: StoredModel | null;
  readonly findings: unknown;
}

/** Entity, and the entity that stands for its identity. */
export type MemberRow = readonly [entityId: number, identityId: number];
export type PairRow = readonly [a: number, b: number, bits: number];

/** Takes the place of the kind's run before. */
export function replaceIdentityRun(db: WritableDb, run: NewIdentityRun, members: readonly MemberRow[], pairs: readonly PairRow[]): number {
  const older = sql`(SELECT id FROM identity_run WHERE kind = ${run.kind})`;
  db.run(sql`DELETE FROM identity_member WHERE run_id IN ${older}`);
  db.run(sql`DELETE FROM identity_member WHERE run_id = 0 AND entity_id IN (SELECT id FROM entity WHERE kind = ${run.kind})`);
  db.run(sql`DELETE FROM identity_pair WHERE run_id IN ${older}`);
  const model = run.model ? deflateRawSync(JSON.stringify(run.model), { level: 1 }) : null;
  const id =
    db.run(sql`INSERT INTO identity_run (kind, data_version, at, records, entities, identities, compared, one_to_one, model, seconds, findings)
    VALUES (${run.kind}, ${run.dataVersion}, ${run.at}, ${run.records}, ${run.entities}, ${run.identities}, ${run.compared}, ${run.oneToOne ? 1 : 0}, ${model}, ${run.seconds}, ${run.findings === null ? null : JSON.stringify(run.findings)})`).lastId;
  db.run(sql`UPDATE identity_run SET model = NULL WHERE kind = ${run.kind} AND id < ${id}`);
  const insertMember = db.prepare("INSERT INTO identity_member (entity_id, run_id, identity_id, found_id) VALUES (?, ?, ?, ?)");
  for (const [entity, identity] of members) insertMember.run(entity, id, identity, identity);
  const insertPair = db.prepare("INSERT INTO identity_pair (a, b, run_id, bits) VALUES (?, ?, ?, ?)");
  for (const [a, b, bits] of pairs) insertPair.run(a, b, id, bits);
  return id;
}

export interface ClusterRow {
  readonly identityId: number;
  readonly weakestBits: number | null;
  readonly bestBits: number | null;
}

/** The least certain first; those that no score settled last. */
export const listClusterRows = (db: ReadableDb, runId: number, offset: number, limit: number) =>
  db.all<ClusterRow>(sql`WITH cluster AS (SELECT identity_id FROM identity_member WHERE run_id = ${runId} GROUP BY identity_id HAVING count(*) > 1),
    inside AS (SELECT m.identity_id, min(p.bits) AS weakest, max(p.bits) AS best FROM identity_pair p JOIN identity_member m ON m.entity_id = p.a
      JOIN identity_member n ON n.entity_id = p.b AND n.identity_id = m.identity_id WHERE p.run_id = ${runId} GROUP BY m.identity_id)
    SELECT c.identity_id AS identityId, i.weakest AS weakestBits, i.best AS bestBits FROM cluster c LEFT JOIN inside i ON i.identity_id = c.identity_id
    ORDER BY i.weakest IS NULL, i.weakest, c.identity_id LIMIT ${limit} OFFSET ${offset}`);

export const countClusters = (db: ReadableDb, runId: number) =>
  db.get<{ count: number }>(
    sql`SELECT count(*) AS count FROM (SELECT 1 FROM identity_member WHERE run_id = ${runId} GROUP BY identity_id HAVING count(*) > 1)`,
  )?.count ?? 0;

/** Of the weighed pairs inside an identity the one with least bits. */
export const readWeakestPair = (db: ReadableDb, runId: number, identityId: number) =>
  db.get<{
    keyA: string;
    keyB: string;
  }>(sql`SELECT x.key AS keyA, y.key AS keyB FROM identity_member m JOIN identity_pair p ON p.a = m.entity_id
    JOIN identity_member n ON n.entity_id = p.b AND n.identity_id = m.identity_id JOIN entity x ON x.id = p.a JOIN entity y ON y.id = p.b
    WHERE m.run_id = ${runId} AND m.identity_id = ${identityId} AND p.run_id = ${runId} ORDER BY p.bits, p.a, p.b LIMIT 1`);

export interface ClusterMemberRow {
  readonly id: number;
  readonly key: string;
  readonly label: string;
  readonly sourceId: number;
  readonly row: number;
  readonly source: string;
  readonly sheet: string | null;
}

export const listClusterMembers = (db: ReadableDb, runId: number, identityId: number) =>
  db.all<ClusterMemberRow>(sql`SELECT e.id, e.key, e.label, e.source_id AS sourceId, e.row, ${citedName} AS source, s.sheet FROM identity_member m JOIN entity e ON e.id = m.entity_id
    JOIN source s ON s.id = e.source_id WHERE m.run_id = ${runId} AND m.identity_id = ${identityId} ORDER BY e.id`);

export interface MemberValue {
  readonly name: string;
  readonly value: string;
  readonly origin: string;
}

/** What an entity states first of every attribute. */
export const listMemberValues = (db: ReadableDb, entityId: number) =>
  db.all<MemberValue>(sql`SELECT a.name, a.value, a.origin FROM attribute a WHERE a.id IN
    (SELECT min(o.id) FROM attribute o WHERE o.entity_id = ${entityId} AND o.source_id ${ready} GROUP BY o.name) ORDER BY a.id`);

export interface IdentityPairRow {
  readonly keyA: string;
  readonly keyB: string;
  readonly labelA: string;
  readonly labelB: string;
  readonly bits: number;
  readonly same: number;
  readonly verdict: "confirm" | "reject" | "later" | null;
}

const stateTests = { waiting: sql`(verdict IS NULL OR verdict = 'later')`, judged: sql`verdict IN ('confirm', 'reject')`, all: sql`1` };

/** Pairs with their verdict; a decision names its two entities in text order. */
const judgedPairs = (
  kind: string,
  runId: number,
) => sql`SELECT p.*, x.key AS keyA, y.key AS keyB, x.label AS labelA, y.label AS labelB, m.identity_id = n.identity_id AS same,
    (SELECT d.verdict FROM decision d WHERE d.subject = 'identity' AND d.a = min(${`${kind}:`} || x.key, ${`${kind}:`} || y.key) AND d.b = max(${`${kind}:`} || x.key, ${`${kind}:`} || y.key)
      ORDER BY d.id DESC LIMIT 1) AS verdict
  FROM identity_pair p JOIN entity x ON x.id = p.a JOIN entity y ON y.id = p.b JOIN identity_member m ON m.entity_id = p.a JOIN identity_member n ON n.entity_id = p.b WHERE p.run_id = ${runId}`;

export const listIdentityPairRows = (
  db: ReadableDb,
  kind: string,
  runId: number,
  state: keyof typeof stateTests,
  offset: number,
  limit: number,
) =>
  db.all<IdentityPairRow>(sql`SELECT keyA, keyB, labelA, labelB, bits, same, verdict FROM (${judgedPairs(kind, runId)}) WHERE ${stateTests[state]}
    ORDER BY abs(bits), a, b LIMIT ${limit} OFFSET ${offset}`);

export function countIdentityPairs(db: ReadableDb, kind: string, runId: number): { waiting: number; judged: number } {
  const row = db.get<{
    waiting: number;
    judged: number;
  }>(sql`SELECT count(*) - count(CASE WHEN verdict IN ('confirm', 'reject') THEN 1 END) AS waiting,
    count(CASE WHEN verdict IN ('confirm', 'reject') THEN 1 END) AS judged FROM (${judgedPairs(kind, runId)})`);
  return row ?? { waiting: 0, judged: 0 };
}
