// Bundles of other units and our own, and what each brought.
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";

export interface BundleRecord {
  readonly id: number;
  readonly hash: string;
  readonly direction: "in" | "out";
  readonly kind: string;
  readonly unit: string;
  readonly subject: string;
  readonly of: string;
  readonly title: string;
  readonly writtenAt: string;
  readonly isMasked: number;
  readonly at: number;
  readonly by: string;
  readonly rows: number;
  readonly decisions: number;
  readonly watches: number;
  /** JSON: a request and its answer stay readable; "" of others. */
  readonly content: string;
  readonly removedAt: number | null;
}

const columns = sql`id, hash, direction, kind, unit, subject, "of", title, written_at AS writtenAt, is_masked AS isMasked, at, by, rows, decisions, watches,
  content, removed_at AS removedAt`;

export function insertBundle(db: WritableDb, one: Omit<BundleRecord, "id" | "removedAt">): number {
  return db.run(sql`INSERT INTO bundle (hash, direction, kind, unit, subject, "of", title, written_at, is_masked, at, by, rows, decisions, watches, content)
    VALUES (${one.hash}, ${one.direction}, ${one.kind}, ${one.unit}, ${one.subject}, ${one.of}, ${one.title}, ${one.writtenAt}, ${one.isMasked}, ${one.at},
      ${one.by}, ${one.rows}, ${one.decisions}, ${one.watches}, ${one.content})`).lastId;
}

/** Newest first. */
export const listBundleRecords = (db: ReadableDb) => db.all<BundleRecord>(sql`SELECT ${columns} FROM bundle ORDER BY id DESC`);

export const readBundleRecord = (db: ReadableDb, id: number) => db.get<BundleRecord>(sql`SELECT ${columns} FROM bundle WHERE id = ${id}`);

/** One that came or went under this hash and stands. */
export const findBundle = (db: ReadableDb, hash: string, direction: "in" | "out") =>
  db.get<BundleRecord>(
    sql`SELECT ${columns} FROM bundle WHERE hash = ${hash} AND direction = ${direction} AND removed_at IS NULL ORDER BY id LIMIT 1`,
  );

export const markBundleRemoved = (db: WritableDb, id: number, at: number): void => {
  db.run(sql`UPDATE bundle SET removed_at = ${at} WHERE id = ${id}`);
};

export interface ForeignSource {
  readonly sourceId: number;
  readonly bundleId: number;
  readonly unit: string;
  readonly origin: string;
  readonly keyOrigin: string;
  readonly entry: string | null;
  readonly stored: number;
  readonly told: string;
}

const sourceColumns = sql`b.source_id AS sourceId, b.bundle_id AS bundleId, b.unit, b.origin, b.key_origin AS keyOrigin, b.entry, b.stored, b.told`;

export function insertForeignSource(db: WritableDb, one: ForeignSource): void {
  db.run(sql`INSERT INTO bundle_source (source_id, bundle_id, unit, origin, key_origin, entry, stored, told)
    VALUES (${one.sourceId}, ${one.bundleId}, ${one.unit}, ${one.origin}, ${one.keyOrigin}, ${one.entry}, ${one.stored}, ${one.told})`);
}

export const listForeignSources = (db: ReadableDb) =>
  db.all<ForeignSource>(
    sql`SELECT ${sourceColumns} FROM bundle_source b JOIN source s ON s.id = b.source_id AND s.state = 'ready' ORDER BY b.source_id`,
  );

export const listSourcesOfBundle = (db: ReadableDb, bundleId: number): number[] =>
  db
    .all<{ id: number }>(
      sql`SELECT b.source_id AS id FROM bundle_source b JOIN source s ON s.id = b.source_id AND s.state = 'ready' WHERE b.bundle_id = ${bundleId} ORDER BY id`,
    )
    .map(({ id }) => id);

/** Who else imported what we hold, and told it first. */
export const listSeen = (db: ReadableDb): ReadonlyMap<string, string> =>
  new Map(
    db
      .all<{ origin: string; told: string }>(
        sql`SELECT n.origin, min(n.told) AS told FROM bundle_seen n JOIN bundle b ON b.id = n.bundle_id AND b.removed_at IS NULL GROUP BY n.origin`,
      )
      .map(({ origin, told }) => [origin, told]),
  );

export function insertSeen(db: WritableDb, origin: string, bundleId: number, told: string): void {
  db.run(sql`INSERT INTO bundle_seen (origin, bundle_id, told) VALUES (${origin}, ${bundleId}, ${told}) ON CONFLICT DO NOTHING`);
}

/** Rows that were read otherwise and left: asked once, not again. */
export function insertLeft(db: WritableDb, origin: string, row: number, hash: string, bundleId: number): void {
  db.run(
    sql`INSERT INTO bundle_left (origin, row, hash, bundle_id) VALUES (${origin}, ${row}, ${hash}, ${bundleId}) ON CONFLICT DO NOTHING`,
  );
}

export const isLeft = (db: ReadableDb, origin: string, row: number, hash: string): boolean =>
  db.get(sql`SELECT 1 FROM bundle_left WHERE origin = ${origin} AND row = ${row} AND hash = ${hash}`) !== undefined;

export function insertForeignDecision(db: WritableDb, decisionId: number, bundleId: number, unit: string, at: number): void {
  db.run(sql`INSERT INTO bundle_decision (decision_id, bundle_id, unit, at) VALUES (${decisionId}, ${bundleId}, ${unit}, ${at})`);
}

export interface StandingDecision {
  readonly id: number;
  readonly subject: string;
  readonly a: string;
  readonly b: string;
  readonly verdict: "confirm" | "reject" | "later";
  readonly reason: string;
  /** When it was made, wherever. */
  readonly at: number;
  /** Null: ours. */
  readonly unit: string | null;
  readonly bundleId: number | null;
}

/** The last judgement of each pair and identity, with the unit that made it. */
export const listStandingDecisions = (db: ReadableDb) =>
  db.all<StandingDecision>(sql`SELECT d.id, d.subject, d.a, d.b, d.verdict, d.reason, coalesce(b.at, d.at) AS at, b.unit, b.bundle_id AS bundleId
    FROM decision d LEFT JOIN bundle_decision b ON b.decision_id = d.id
    WHERE d.subject IN ('pair', 'identity') AND d.id IN (SELECT max(id) FROM decision GROUP BY subject, a, b) ORDER BY d.subject, d.a, d.b`);

/** What was judged before a bundle's decision took its place, by somebody else than that bundle. */
export const readDecisionBefore = (db: ReadableDb, decision: StandingDecision) =>
  db.get<
    Pick<StandingDecision, "verdict" | "reason">
  >(sql`SELECT d.verdict, d.reason FROM decision d LEFT JOIN bundle_decision b ON b.decision_id = d.id
    WHERE d.subject = ${decision.subject} AND d.a = ${decision.a} AND d.b = ${decision.b} AND d.id < ${decision.id}
      AND (b.bundle_id IS NULL OR b.bundle_id <> ${decision.bundleId}) ORDER BY d.id DESC LIMIT 1`);

export type BroughtKind = "watch" | "chart" | "board";

export function insertBrought(db: WritableDb, kind: BroughtKind, name: string, bundleId: number, unit: string): void {
  db.run(
    sql`INSERT INTO bundle_thing (kind, name, bundle_id, unit) VALUES (${kind}, ${name}, ${bundleId}, ${unit}) ON CONFLICT (kind, name) DO UPDATE SET bundle_id = excluded.bundle_id`,
  );
}

export const listBrought = (db: ReadableDb, kind: BroughtKind, bundleId: number): string[] =>
  db
    .all<{ name: string }>(sql`SELECT name FROM bundle_thing WHERE kind = ${kind} AND bundle_id = ${bundleId} ORDER BY name`)
    .map(({ name }) => name);

export const readUnitOf = (db: ReadableDb, kind: BroughtKind, name: string): string | null =>
  db.get<{ unit: string }>(sql`SELECT unit FROM bundle_thing WHERE kind = ${kind} AND name = ${name}`)?.unit ?? null;

/** Bundle and unit that brought it; null: ours. */
export const readBroughtBy = (db: ReadableDb, kind: BroughtKind, name: string): { readonly bundle: number; readonly unit: string } | null =>
  db.get<{ bundle: number; unit: string }>(
    sql`SELECT t.bundle_id AS bundle, b.unit FROM bundle_thing t JOIN bundle b ON b.id = t.bundle_id WHERE t.kind = ${kind} AND t.name = ${name}`,
  ) ?? null;

/** The last judgement of each case in a series. */
export const listSeriesJudgements = (db: ReadableDb) =>
  db.all<{ case: string; verdict: string; reason: string; at: number }>(
    sql`SELECT b AS "case", verdict, reason, at FROM decision WHERE id IN (SELECT max(id) FROM decision WHERE subject = 'series' GROUP BY a, b) ORDER BY a, b`,
  );

export const isSeenBefore = (db: ReadableDb, origin: string, told: string): boolean =>
  db.get(sql`SELECT 1 FROM bundle_seen WHERE origin = ${origin} AND told <= ${told}`) !== undefined;

/** Raw rows of a source that is still loading. */
export function insertChunks(
  db: WritableDb,
  sourceId: number,
  chunks: readonly { readonly firstRow: number; readonly rowCount: number; readonly data: Uint8Array }[],
): void {
  const insert = db.prepare("INSERT INTO source_chunk (source_id, first_row, row_count, data) VALUES (?, ?, ?, ?)");
  for (const { firstRow, rowCount, data } of chunks) insert.run(sourceId, firstRow, rowCount, data);
}

/** What was left, and who told first, is asked again once its bundle is gone. */
export const deleteLeft = (db: WritableDb, bundleId: number): void => {
  db.run(sql`DELETE FROM bundle_left WHERE bundle_id = ${bundleId}`);
  db.run(sql`DELETE FROM bundle_seen WHERE bundle_id = ${bundleId}`);
};
