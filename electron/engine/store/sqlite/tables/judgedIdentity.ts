// Lays judgements of people over what the last run found, around the entities that a judgement names: the rest stays as it is.
import { parseEntityRef } from "../../../../../shared/model/entity.ts";
import { applyJudgements, type JudgedBlock } from "../../../../../shared/resolve/applyJudgements.ts";
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";
import { readEntity } from "./entity.ts";

/** A judgement about two entities that is tried out. */
export interface IdentityChange {
  readonly verdict: "confirm" | "reject";
  /** Entity numbers. */
  readonly a: number;
  readonly b: number;
}

type Pair = readonly [number, number];

interface Judgements {
  readonly confirmed: readonly Pair[];
  readonly rejected: readonly Pair[];
}

/** The latest judgement of each pair, in the order of the decisions; entities that left are passed over until they come again. */
function readJudgements(db: ReadableDb): Judgements {
  const ids = new Map<string, number | undefined>();
  const idOf = (ref: string) => {
    if (!ids.has(ref)) {
      const { kind, key } = parseEntityRef(ref);
      ids.set(ref, readEntity(db, kind, key)?.id);
    }
    return ids.get(ref);
  };
  const rows = db.all<{ a: string; b: string; verdict: string }>(
    sql`SELECT a, b, verdict FROM decision WHERE id IN (SELECT max(id) FROM decision WHERE subject = 'identity' GROUP BY a, b) ORDER BY id`,
  );
  const pairs = (verdict: string) =>
    rows.flatMap((row): Pair[] => {
      const [a, b] = row.verdict === verdict ? [idOf(row.a), idOf(row.b)] : [];
      return a !== undefined && b !== undefined && a !== b ? [[a, b]] : [];
    });
  return { confirmed: pairs("confirm"), rejected: pairs("reject") };
}

const isPair = ([a, b]: Pair, { a: one, b: other }: IdentityChange) => (a === one && b === other) || (a === other && b === one);

/** As if the change were the latest decision. */
function withChange({ confirmed, rejected }: Judgements, change: IdentityChange): Judgements {
  const [others, parted] = [confirmed, rejected].map((pairs) => pairs.filter((pair) => !isPair(pair, change)));
  const pair: Pair = [change.a, change.b];
  return change.verdict === "confirm"
    ? { confirmed: [...others!, pair], rejected: parted! }
    : { confirmed: others!, rejected: [...parted!, pair] };
}

const listFound = (db: ReadableDb, entityId: number) =>
  db.all<{ id: number; found: number }>(
    sql`SELECT n.entity_id AS id, n.found_id AS found FROM identity_member m JOIN identity_member n ON n.found_id = m.found_id WHERE m.entity_id = ${entityId}`,
  );

/** Whole identities as found around the given entities, and whatever is confirmed with one of them. */
function collectFound(db: ReadableDb, start: readonly number[], confirmed: readonly Pair[]): Map<number, number> {
  const partners = new Map<number, number[]>();
  for (const [a, b] of confirmed) {
    partners.set(a, [...(partners.get(a) ?? []), b]);
    partners.set(b, [...(partners.get(b) ?? []), a]);
  }
  const found = new Map<number, number>();
  for (const open = [...start]; open.length > 0; ) {
    const id = open.pop()!;
    if (found.has(id)) continue;
    const members = listFound(db, id);
    if (members.length === 0) found.set(id, id);
    for (const member of members) found.set(member.id, member.found);
    for (const member of members.length === 0 ? [id] : members.map((one) => one.id)) open.push(...(partners.get(member) ?? []));
  }
  return found;
}

function readBlock(db: ReadableDb, start: readonly number[], judgements: Judgements): JudgedBlock {
  const found = collectFound(db, start, judgements.confirmed);
  const pairs = [...found.keys()].flatMap((a) =>
    db
      .all<{ a: number; b: number; bits: number }>(sql`SELECT a, b, bits FROM identity_pair WHERE a = ${a}`)
      .filter(({ b }) => found.has(b)),
  );
  return { found, pairs, ...judgements };
}

/** Entity → smallest entity of its identity, for all that the change could touch. */
export function tryJudgement(db: ReadableDb, change: IdentityChange): Map<number, number> {
  return applyJudgements(readBlock(db, [change.a, change.b], withChange(readJudgements(db), change)));
}

function writeIdentities(db: WritableDb, identities: ReadonlyMap<number, number>): void {
  for (const [entity, identity] of identities) {
    const known = db.get<{ identity: number }>(sql`SELECT identity_id AS identity FROM identity_member WHERE entity_id = ${entity}`);
    if (!known) insertAlone(db, entity, identity);
    else if (known.identity !== identity) db.run(sql`UPDATE identity_member SET identity_id = ${identity} WHERE entity_id = ${entity}`);
  }
}

/** An entity that no run knows: found alone. */
const insertAlone = (db: WritableDb, entity: number, identity: number) =>
  db.run(sql`INSERT INTO identity_member (entity_id, run_id, identity_id, found_id) VALUES (${entity},
    coalesce((SELECT max(id) FROM identity_run WHERE kind = (SELECT kind FROM entity WHERE id = ${entity})), 0), ${identity}, ${entity})`);

/** After judgements about these entities were kept, superseded or taken back. */
export function applyJudgementsTo(db: WritableDb, refs: readonly string[]): void {
  const ids = refs.flatMap((ref) => {
    const { kind, key } = parseEntityRef(ref);
    return readEntity(db, kind, key)?.id ?? [];
  });
  writeIdentities(db, applyJudgements(readBlock(db, ids, readJudgements(db))));
}

/** After a run: every judgement again. */
export function applyAllJudgements(db: WritableDb): void {
  const judgements = readJudgements(db);
  const ids = [...judgements.confirmed, ...judgements.rejected].flat();
  writeIdentities(db, applyJudgements(readBlock(db, ids, judgements)));
}
