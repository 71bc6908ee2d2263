// What earlier runs and people left for linking: verdicts, exclusions, series.
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";
import { readAddressState } from "./addressMatch.ts";
import { readIdentityState } from "./identityOf.ts";
import { readDataVersion, readMeta, writeMeta } from "./meta.ts";

export interface VerdictRow {
  readonly a: string;
  readonly b: string;
  readonly verdict: "confirm" | "reject" | "later";
  readonly reason: string;
}

/** The latest verdict of each subject: a later decision supersedes. */
const latest = (subject: string, until: number | null = null) =>
  sql`SELECT a, b, verdict, reason FROM decision WHERE id IN (SELECT max(id) FROM decision WHERE subject = ${subject} AND id <= ${until ?? Number.MAX_SAFE_INTEGER} GROUP BY a, b)
    ORDER BY a, b`;

/** `until`: as if no decision after that one had been made. */
export const listPairVerdicts = (db: ReadableDb, until: number | null = null) => db.all<VerdictRow>(latest("pair", until));
export const listSeriesVerdicts = (db: ReadableDb) => db.all<VerdictRow>(latest("series"));

export const listExclusions = (db: ReadableDb) =>
  db.all<{ entity: string; reason: string }>(sql`SELECT entity, reason FROM exclusion ORDER BY entity`);

export function insertExclusion(db: WritableDb, entity: string, reason: string, by: string, at: number): void {
  db.run(sql`INSERT INTO exclusion (entity, reason, by, at) VALUES (${entity}, ${reason}, ${by}, ${at})
    ON CONFLICT (entity) DO UPDATE SET reason = excluded.reason, by = excluded.by, at = excluded.at`);
}

export const readLastGroupRun = (db: ReadableDb) =>
  db.get<{ id: number; dataVersion: number; at: number; changes: string }>(
    sql`SELECT id, data_version AS dataVersion, at, changes FROM group_run ORDER BY id DESC LIMIT 1`,
  );

/** Case number → series of the last run, or of that one; members that count. */
export function listSeriesOfCases(db: ReadableDb, runId: number | null = null): Record<string, string> {
  const run = runId === null ? readLastGroupRun(db) : { id: runId };
  if (!run) return {};
  const rows = db.all<{ case: string; series: string }>(
    sql`SELECT "case", series FROM series_member WHERE run_id = ${run.id} AND state <> 'waiting' ORDER BY "case"`,
  );
  return Object.fromEntries(rows.map((row) => [row.case, row.series]));
}

/** One text for everything that linking reads: it changes when facts, decisions, series, identities or matches of addresses do. */
export function readLinkState(db: ReadableDb): string {
  const decision = db.get<{ id: number | null }>(sql`SELECT max(id) AS id FROM decision`)?.id ?? 0;
  return `${readDataVersion(db)}.${decision}.${readLastGroupRun(db)?.id ?? 0}.${readIdentityState(db)}.${readAddressState(db)}`;
}

const preparedKey = "linkPreparedState";

/** What the last link or group run prepared its cases from; the child that did keeps them. */
export const keepPreparedState = (db: WritableDb, state: string): void => writeMeta(db, preparedKey, state);

/** The state of the last run as long as facts, identities and addresses are the same: judgements and series since then wait for the next run. */
export function readPreparedState(db: ReadableDb): string {
  const now = readLinkState(db);
  const prepared = readMeta(db, preparedKey);
  return prepared !== null && factsOf(prepared) === factsOf(now) ? prepared : now;
}

/** Series and judgements that a state was of: cases read again with these are the cases that were prepared then. */
export function seenInState(state: string): { readonly groupRun: number; readonly decision: number } {
  const [, decision, groupRun] = state.split(".");
  return { groupRun: Number(groupRun), decision: Number(decision) };
}

export const areJudgedSince = (db: ReadableDb): boolean =>
  seenInState(readPreparedState(db)).decision !== seenInState(readLinkState(db)).decision;

/** Data version, identities and addresses of a state. */
function factsOf(state: string): string {
  const [dataVersion, , , identity, addresses = "0"] = state.split(".");
  return `${dataVersion}.${identity}.${addresses}`;
}
