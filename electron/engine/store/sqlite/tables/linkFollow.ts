// Keeps the pairs of the last link run in step with identities: what the run was scored from, which entities moved since, and the pairs put in place.
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";
import { listMemberIds, readIdentityState } from "./identityOf.ts";
import { insertPairs, type PackedPair } from "./linkRun.ts";
import { readLastGroupRun } from "./linkState.ts";
import { readMeta, writeMeta } from "./meta.ts";

/** What a link run saw: series and judgements by their last numbers, and where judgements had moved identities. */
export interface LinkedFrom {
  readonly groupRun: number;
  readonly decision: number;
  readonly identityRun: number;
  readonly judged: readonly (readonly [entity: number, identity: number])[];
}

const linkedKey = "linkedFrom";
const followedKey = "linkFollowedIdentities";

const lastIdentityRun = (db: ReadableDb) => db.get<{ id: number | null }>(sql`SELECT max(id) AS id FROM identity_run`)?.id ?? 0;

const listJudged = (db: ReadableDb) =>
  db
    .all<{ entity: number; identity: number }>(
      sql`SELECT entity_id AS entity, identity_id AS identity FROM identity_member WHERE identity_id <> found_id ORDER BY entity_id`,
    )
    .map(({ entity, identity }) => [entity, identity] as const);

export interface SeenIdentities {
  readonly from: LinkedFrom;
  readonly state: string;
}

/** Read when a run begins, kept when it is stored. */
export const readSeenIdentities = (db: ReadableDb): SeenIdentities => ({
  from: {
    groupRun: readLastGroupRun(db)?.id ?? 0,
    decision: db.get<{ id: number | null }>(sql`SELECT max(id) AS id FROM decision`)?.id ?? 0,
    identityRun: lastIdentityRun(db),
    judged: listJudged(db),
  },
  state: readIdentityState(db),
});

export function keepSeenIdentities(db: WritableDb, { from, state }: SeenIdentities): void {
  db.run(sql`DELETE FROM link_pair_aside`);
  db.run(sql`DELETE FROM link_followed`);
  writeMeta(db, linkedKey, JSON.stringify(from));
  writeMeta(db, followedKey, state);
}

/** Null for runs from before identities were followed. */
export function readLinkedFrom(db: ReadableDb): LinkedFrom | null {
  const text = readMeta(db, linkedKey);
  return text === null ? null : (JSON.parse(text) as LinkedFrom);
}

export interface IdentitiesSince {
  /** People were found anew: all pairs have to be. */
  readonly areFoundAnew: boolean;
  /** People were merged or parted, and the pairs do not follow yet. */
  readonly haveMoved: boolean;
}

export function readIdentitiesSince(db: ReadableDb): IdentitiesSince {
  const from = readLinkedFrom(db);
  if (from === null) return { areFoundAnew: false, haveMoved: false };
  const areFoundAnew = from.identityRun !== lastIdentityRun(db);
  return { areFoundAnew, haveMoved: !areFoundAnew && readMeta(db, followedKey) !== readIdentityState(db) };
}

/** Entities that stand in another identity than when the run was scored, with all that stood or stand with them. */
export function listMovedEntities(db: ReadableDb, from: LinkedFrom): number[] {
  const [before, now] = [new Map(from.judged), new Map(listJudged(db))];
  const moved = new Set<number>();
  for (const entity of new Set([...before.keys(), ...now.keys()])) {
    if (before.get(entity) === now.get(entity)) continue;
    for (const one of [entity, before.get(entity) ?? entity]) for (const id of listMemberIds(db, one)) moved.add(id);
  }
  return [...moved].sort((a, b) => a - b);
}

const columns = sql`run_id, a, b, bits, posterior, strength, basis, kinds, score`;

/** Puts back what the run said of every pair. */
function restorePairs(db: WritableDb, runId: number): void {
  db.run(sql`DELETE FROM link_pair WHERE run_id = ${runId} AND (a, b) IN (SELECT a, b FROM link_followed WHERE run_id = ${runId})`);
  db.run(sql`INSERT INTO link_pair (id, ${columns}) SELECT id, ${columns} FROM link_pair_aside WHERE run_id = ${runId}`);
  db.run(sql`DELETE FROM link_pair_aside WHERE run_id = ${runId}`);
  db.run(sql`DELETE FROM link_followed WHERE run_id = ${runId}`);
}

/** Weaker pairs that the run did not keep are not taken up. */
const leastNewBits = 0;

/** The run's pairs as they were, but these. Gives how many stand otherwise. */
export function followPairs(db: WritableDb, runId: number, pairs: readonly PackedPair[], state: string): number {
  restorePairs(db, runId);
  let changed = 0;
  for (const pair of pairs) {
    const known = db.get<{ bits: number }>(sql`SELECT bits FROM link_pair WHERE run_id = ${runId} AND a = ${pair.a} AND b = ${pair.b}`);
    if ((!known && pair.bits < leastNewBits) || (known && Math.abs(known.bits - pair.bits) < 1e-9)) continue;
    db.run(
      sql`INSERT INTO link_pair_aside (id, ${columns}) SELECT id, ${columns} FROM link_pair WHERE run_id = ${runId} AND a = ${pair.a} AND b = ${pair.b}`,
    );
    db.run(sql`DELETE FROM link_pair WHERE run_id = ${runId} AND a = ${pair.a} AND b = ${pair.b}`);
    insertPairs(db, runId, [pair]);
    db.run(sql`INSERT INTO link_followed (run_id, a, b) VALUES (${runId}, ${pair.a}, ${pair.b})`);
    changed++;
  }
  writeMeta(db, followedKey, state);
  return changed;
}
