// The one place that answers which identity an entity belongs to. Linking, rings, tracing and charts ask here.
import type { ReadableDb } from "../database.ts";
import { sql } from "../sql.ts";
import { type IdentityChange, tryJudgement } from "./judgedIdentity.ts";

/** Entities of one identity, each with the one before it: enough to join them all. */
export function listIdentityPairs(db: ReadableDb, change: IdentityChange | null = null): { readonly a: number; readonly b: number }[] {
  const pairs = db.all<{ a: number; b: number }>(
    sql`SELECT a, b FROM (SELECT entity_id AS b, lag(entity_id) OVER (PARTITION BY identity_id ORDER BY entity_id) AS a FROM identity_member)
      WHERE a IS NOT NULL ORDER BY a, b`,
  );
  if (change === null) return pairs;
  const tried = tryJudgement(db, change);
  return [...pairs.filter(({ a }) => !tried.has(a)), ...[...tried].filter(([entity, head]) => entity !== head).map(([b, a]) => ({ a, b }))];
}

/** Everything that one identity holds, in order; the entity alone where no run and no judgement knows it. */
export const listMemberIds = (db: ReadableDb, entityId: number): readonly number[] =>
  db
    .all<{ id: number }>(
      sql`SELECT ${entityId} AS id UNION SELECT n.entity_id FROM identity_member m JOIN identity_member n ON n.identity_id = m.identity_id
        WHERE m.entity_id = ${entityId} ORDER BY 1`,
    )
    .map(({ id }) => id);

export const areOneIdentity = (db: ReadableDb, a: number, b: number): boolean =>
  a === b ||
  db.get(
    sql`SELECT 1 FROM identity_member m JOIN identity_member n ON n.identity_id = m.identity_id WHERE m.entity_id = ${a} AND n.entity_id = ${b}`,
  ) !== undefined;

/** One text for the identities as they stand: the run, and where judgements differ from what it found. The same again after merging and un-merging. */
export function readIdentityState(db: ReadableDb): string {
  const run = db.get<{ id: number | null }>(sql`SELECT max(id) AS id FROM identity_run`)?.id ?? 0;
  const judged = db.all<{ entity: number; identity: number }>(
    sql`SELECT entity_id AS entity, identity_id AS identity FROM identity_member WHERE identity_id <> found_id ORDER BY entity_id`,
  );
  return judged.length === 0 ? String(run) : `${run}-${hashText(judged.map(({ entity, identity }) => `${entity} ${identity}`).join())}`;
}

/** FNV-1a, 53 bits by two passes: tells states apart, guards nothing. */
function hashText(text: string): string {
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
    high = Math.imul(high + text.charCodeAt(i), 0x85ebca6b) ^ (low >>> 13);
  }
  return `${(low >>> 0).toString(36)}${(high >>> 0).toString(36)}`;
}

export interface MemberRef {
  readonly identity: number;
  readonly kind: string;
  readonly key: string;
}

/** All records of the identities that the given references (`kind:key`) belong to; those that stand alone are left out. The head comes first. */
export const listMemberRefs = (db: ReadableDb, refs: readonly string[]) =>
  db.all<MemberRef>(sql`WITH asked AS (SELECT DISTINCT m.identity_id AS id FROM json_each(${JSON.stringify(refs)}) j
      JOIN entity e ON e.kind = substr(j.value, 1, instr(j.value, ':') - 1) AND e.key = substr(j.value, instr(j.value, ':') + 1)
      JOIN identity_member m ON m.entity_id = e.id)
    SELECT a.id AS identity, e.kind, e.key FROM asked a JOIN identity_member m ON m.identity_id = a.id JOIN entity e ON e.id = m.entity_id
      WHERE EXISTS (SELECT 1 FROM identity_member n WHERE n.identity_id = a.id AND n.entity_id <> m.entity_id) ORDER BY a.id, m.entity_id`);
