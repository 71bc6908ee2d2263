// Rows of a linkage run: its model, and the ranked pairs with their evidence (compressed).
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { LinkHub, LinkModel, PairScore } from "../../../../../shared/link/pairScore.ts";
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";

export interface LinkRunRecord {
  readonly id: number;
  readonly dataVersion: number;
  readonly at: number;
  readonly cases: number;
  readonly compared: number;
  readonly allPairs: number;
  readonly model: string;
  readonly hubs: string;
}

export const readLastLinkRun = (db: ReadableDb) =>
  db.get<LinkRunRecord>(
    sql`SELECT id, data_version AS dataVersion, at, cases, compared, all_pairs AS allPairs, model, hubs FROM link_run ORDER BY id DESC LIMIT 1`,
  );

export interface NewLinkRun {
  readonly dataVersion: number;
  readonly at: number;
  readonly cases: number;
  readonly compared: number;
  readonly allPairs: number;
  readonly model: LinkModel;
  readonly hubs: readonly LinkHub[];
  readonly seconds: number;
}

export function insertLinkRun(db: WritableDb, run: NewLinkRun): number {
  return db.run(sql`INSERT INTO link_run (data_version, at, cases, compared, all_pairs, model, hubs, seconds)
    VALUES (${run.dataVersion}, ${run.at}, ${run.cases}, ${run.compared}, ${run.allPairs}, ${JSON.stringify(run.model)}, ${JSON.stringify(run.hubs)}, ${run.seconds})`)
    .lastId;
}

const insertPair =
  "INSERT INTO link_pair (run_id, a, b, bits, posterior, strength, basis, kinds, score) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

/** A pair as it is stored: the child packs it, so that the engine only writes. */
export interface PackedPair {
  readonly a: string;
  readonly b: string;
  readonly bits: number;
  readonly posterior: number;
  readonly strength: string;
  readonly basis: string;
  readonly kinds: string;
  /** Deflated JSON of the whole score; null far down the list. */
  readonly score: Uint8Array | null;
}

export function packPair(pair: PairScore): PackedPair {
  const kinds = [...new Set(pair.evidence.flatMap((bar) => bar.entities).map((ref) => ref.slice(0, ref.indexOf(":"))))].sort();
  const isExplained = pair.evidence.length + pair.counter.length > 0;
  const { a, b, bits, posterior, strength } = pair;
  const score = isExplained ? deflateRawSync(JSON.stringify(pair), { level: 1 }) : null;
  return { a, b, bits, posterior, strength, basis: pair.basis.join(","), kinds: kinds.join(","), score };
}

export function insertPairs(db: WritableDb, runId: number, pairs: readonly PackedPair[]): void {
  const insert = db.prepare(insertPair);
  for (const { a, b, bits, posterior, strength, basis, kinds, score } of pairs)
    insert.run(runId, a, b, bits, posterior, strength, basis, kinds, score);
}

/** Only the last run's pairs are kept: their cases' decisions carry what matters over. */
export function deleteOlderPairs(db: WritableDb, runId: number): void {
  db.run(sql`DELETE FROM link_pair WHERE run_id < ${runId}`);
}

/** A run that was cancelled may have left pairs under the coming number. */
export function deleteUnfinishedPairs(db: WritableDb, coming: number): void {
  db.run(sql`DELETE FROM link_pair WHERE run_id >= ${coming}`);
}

export interface PairRow {
  readonly id: number;
  readonly a: string;
  readonly b: string;
  readonly bits: number;
  readonly posterior: number;
  readonly strength: PairScore["strength"];
  readonly basis: string;
  readonly kinds: string;
}

const pairColumns = sql`p.id, p.a, p.b, p.bits, p.posterior, p.strength, p.basis, p.kinds`;

const verdictOf = sql`(SELECT d.verdict FROM decision d WHERE d.subject = 'pair' AND d.a = p.a AND d.b = p.b ORDER BY d.id DESC LIMIT 1)`;

export interface PairFilter {
  readonly state: "waiting" | "judged" | "all";
  readonly minBits: number;
  readonly case: string | null;
  /** Pairs with a case that one of these sources brought; null: all. */
  readonly newSources: readonly number[] | null;
  readonly offset: number;
  readonly limit: number;
}

type Among = Pick<PairFilter, "minBits" | "case" | "newSources">;

/** Of a run, those of at least so many bits, of one case, with a new case: lists and their counts ask alike. */
function among(runId: number, { minBits, case: number, newSources }: Among) {
  const isOfCase = number === null ? sql`1` : sql`(p.a = ${number} OR p.b = ${number})`;
  const brought = sql`(SELECT key FROM entity WHERE kind = 'case' AND source_id IN ${sqlJsonList(newSources ?? [])})`;
  const isNew = newSources === null ? sql`1` : sql`(p.a IN ${brought} OR p.b IN ${brought})`;
  return sql`p.run_id = ${runId} AND p.bits >= ${minBits} AND ${isOfCase} AND ${isNew}`;
}

export const listPairRows = (db: ReadableDb, runId: number, filter: PairFilter) =>
  db.all<PairRow & { verdict: string | null }>(sql`SELECT * FROM (SELECT ${pairColumns}, ${verdictOf} AS verdict FROM link_pair p
    WHERE ${among(runId, filter)})
    WHERE ${stateTests[filter.state]} ORDER BY bits DESC, a, b LIMIT ${filter.limit} OFFSET ${filter.offset}`);

const stateTests = { waiting: sql`(verdict IS NULL OR verdict = 'later')`, judged: sql`verdict IN ('confirm', 'reject')`, all: sql`1` };

/** What everybody calls the pairs to judge: at least even odds, of all cases. */
export const allPairs: Among = { minBits: 0, case: null, newSources: null };

export function countPairs(db: ReadableDb, runId: number, filter: Among): { all: number; judged: number } {
  const row = db.get<{
    all: number;
    judged: number;
  }>(sql`SELECT count(*) AS "all", count(CASE WHEN verdict IN ('confirm', 'reject') THEN 1 END) AS judged
    FROM (SELECT ${verdictOf} AS verdict FROM link_pair p WHERE ${among(runId, filter)})`);
  return row ?? { all: 0, judged: 0 };
}

export function readPairScore(db: ReadableDb, runId: number, a: string, b: string): PairScore | null {
  const row = db.get<{ score: Uint8Array | null }>(sql`SELECT score FROM link_pair WHERE run_id = ${runId} AND a = ${a} AND b = ${b}`);
  return row?.score ? (JSON.parse(inflateRawSync(row.score).toString("utf8")) as PairScore) : null;
}

/** Scores of all stored pairs whose two cases are both among the given. */
export function listPairScoresAmong(db: ReadableDb, runId: number, cases: readonly string[]): PairScore[] {
  const rows = db.all<{ score: Uint8Array }>(sql`SELECT score FROM link_pair WHERE run_id = ${runId} AND score IS NOT NULL
    AND a IN (SELECT value FROM json_each(${JSON.stringify(cases)})) AND b IN (SELECT value FROM json_each(${JSON.stringify(cases)})) ORDER BY bits DESC`);
  return rows.map(({ score }) => JSON.parse(inflateRawSync(score).toString("utf8")) as PairScore);
}

/** Scores of a run, best first; far down the list without their evidence. */
export function listRunScores(db: ReadableDb, runId: number, top: number | null): PairScore[] {
  const rows = db.all<PairRow & { score: Uint8Array | null }>(
    sql`SELECT ${pairColumns}, p.score FROM link_pair p WHERE p.run_id = ${runId} ORDER BY p.bits DESC, p.a, p.b LIMIT ${top ?? -1}`,
  );
  return rows.map(({ score, a, b, bits, posterior, strength }) =>
    score
      ? (JSON.parse(inflateRawSync(score).toString("utf8")) as PairScore)
      : { a, b, bits, posterior, strength, basis: [], prior: 0, evidence: [], counter: [] },
  );
}
