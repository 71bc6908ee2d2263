// The whole graph as the graph core reads it: entities of a kind, links among them, dated steps.
import type { ReadableDb } from "../database.ts";
import { type Sql, sql, sqlJsonList } from "../sql.ts";
import { ready } from "./entity.ts";

export interface ProjectedEntity {
  readonly id: number;
  readonly kind: string;
  readonly key: string;
}

/** All entities, or those of one kind, by id. */
export const iterateEntities = (db: ReadableDb, kind: string | null) =>
  db.iterate<ProjectedEntity>(
    kind === null
      ? sql`SELECT id, kind, key FROM entity WHERE source_id ${ready} ORDER BY id`
      : sql`SELECT id, kind, key FROM entity WHERE kind = ${kind} AND source_id ${ready} ORDER BY id`,
  );

export interface ProjectedLink {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  readonly directed: number;
  /** Weight of a link, amount of transfers in units of the currency, count of other events. */
  readonly weight: number;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
}

const eventKinds = ["transfer", "call", "stay", "capture", "login"];

const kindIn = (kinds: readonly string[] | null): Sql => (kinds === null ? sql`1` : sql`lower(kind) IN ${sqlJsonList(kinds)}`);

/** Links and events by pair, every source for itself. `kinds`: lower case; null: all. */
export const iterateLinks = (db: ReadableDb, kinds: readonly string[] | null) =>
  db.iterate<ProjectedLink>(sql`
    SELECT from_id AS "from", to_id AS "to", kind, directed, coalesce(weight, 1) AS weight, at AS firstAt, coalesce(until, at) AS lastAt
      FROM link WHERE ${kindIn(kinds)} AND source_id ${ready}
    UNION ALL
    SELECT from_id, to_id, kind, directed, CASE kind WHEN 'transfer' THEN sum / 100.0 ELSE count END, first_at, last_at
      FROM edge WHERE kind IN ${sqlJsonList(eventKinds)} AND ${kindIn(kinds)} AND source_id ${ready}`);

/** Kinds of link that the workspace has. */
export const listLinkKinds = (db: ReadableDb): string[] =>
  db.all<{ kind: string }>(sql`SELECT DISTINCT kind FROM edge WHERE source_id ${ready} ORDER BY kind`).map(({ kind }) => kind);

export interface DatedStep {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  readonly at: number;
}

const stepTables = [
  { kind: "transfer", from: "from_id", to: "to_id", where: "AND state = 0" },
  { kind: "call", from: "from_id", to: "to_id", where: "" },
  { kind: "stay", from: "person_id", to: "place_id", where: "" },
  { kind: "capture", from: "device_id", to: "place_id", where: "" },
  { kind: "login", from: "account_id", to: "address_id", where: "" },
] as const;

/** Dated facts in time order: events one by one, and links that state a time. */
export function iterateDatedSteps(db: ReadableDb, kinds: readonly string[] | null): IterableIterator<DatedStep> {
  const wanted = stepTables.filter(({ kind }) => kinds === null || kinds.includes(kind));
  const events = wanted.map(
    ({ kind, from, to, where }) =>
      `SELECT ${from} AS "from", ${to} AS "to", '${kind}' AS kind, at FROM ${kind}
       WHERE at IS NOT NULL AND ${from} IS NOT NULL AND ${to} IS NOT NULL ${where} AND source_id NOT IN (SELECT id FROM source WHERE state = 'loading')`,
  );
  const links = sql`SELECT from_id AS "from", to_id AS "to", kind, at FROM link WHERE at IS NOT NULL AND ${kindIn(kinds)} AND source_id ${ready}`;
  const text = [...events, links.text].join(" UNION ALL ");
  return db.iterate<DatedStep>({ text: `${text} ORDER BY at`, values: links.values });
}
