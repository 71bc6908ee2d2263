// Everything a workspace says, without row numbers of tables: two workspaces that say the same give the same value.
import type { Connection } from "../../../electron/engine/store/sqlite/database.ts";
import { rawSql, sql } from "../../../electron/engine/store/sqlite/sql.ts";
import { findEntities } from "../../../electron/engine/store/sqlite/tables/search.ts";

const name = (column: string) => `(SELECT n.kind || ':' || n.key FROM entity n WHERE n.id = ${column})`;

const tables: Readonly<Record<string, string>> = {
  entities: "SELECT e.kind, e.key, e.label, s.name AS source, e.row FROM entity e JOIN source s ON s.id = e.source_id",
  attributes: `SELECT ${name("a.entity_id")} AS entity, a.name, a.value, s.name AS source, a.row FROM attribute a JOIN source s ON s.id = a.source_id`,
  links: `SELECT l.kind, ${name("l.from_id")} AS a, ${name("l.to_id")} AS b, l.role, s.name AS source, l.row FROM link l JOIN source s ON s.id = l.source_id`,
  transfers: `SELECT at, precision, ${name("from_id")} AS a, ${name("to_id")} AS b, amount_fen, currency, balance_fen, t.state, side, channel, reference, memo, s.name AS source, row FROM transfer t JOIN source s ON s.id = t.source_id`,
  calls: `SELECT at, ${name("from_id")} AS a, ${name("to_id")} AS b, seconds, s.name AS source, row FROM call t JOIN source s ON s.id = t.source_id`,
  stays: `SELECT at, ${name("person_id")} AS a, ${name("place_id")} AS b, room, s.name AS source, row FROM stay t JOIN source s ON s.id = t.source_id`,
  logins: `SELECT at, ${name("account_id")} AS a, ${name("address_id")} AS b, s.name AS source, row FROM login t JOIN source s ON s.id = t.source_id`,
  twins: "SELECT t.kind, s.name AS source, t.row, t.told <> '' AS told, t.judged FROM event_source t JOIN source s ON s.id = t.source_id",
  edges: `SELECT ${name("from_id")} AS a, ${name("to_id")} AS b, kind, directed, count, sum, first_at, last_at, s.name AS source FROM edge e JOIN source s ON s.id = e.source_id`,
  notes: "SELECT s.name AS source, row, verdict, reason, heading, cell FROM row_note n JOIN source s ON s.id = n.source_id",
};

/** Hits of each search, as `kind:key label`. */
export function readHits(connection: Connection, searches: readonly string[]): Record<string, string[]> {
  return Object.fromEntries(
    searches.map((words) => [
      words,
      findEntities(connection, words)
        .map(({ kind, key, label }) => `${kind}:${key} ${label}`)
        .sort(),
    ]),
  );
}

export function readWhole(connection: Connection, searches: readonly string[] = []): Record<string, unknown> {
  const rows = Object.entries(tables).map(
    ([what, text]) =>
      [
        what,
        connection
          .all(sql`${rawSql(text)}`)
          .map((row) => JSON.stringify(row))
          .sort(),
      ] as const,
  );
  return { ...Object.fromEntries(rows), hits: readHits(connection, searches) };
}

const counted = [
  "source",
  "source_chunk",
  "row_note",
  "entity",
  "entity_source",
  "attribute",
  "link",
  "transfer",
  "call",
  "stay",
  "capture",
  "login",
  "event_source",
  "coverage",
  "edge",
  "search_text",
  "search_key",
];

/** Rows of every table that holds facts: all 0 when nothing is left. */
export function countRows(connection: Connection): Record<string, number> {
  return Object.fromEntries(
    counted.map((table) => [table, connection.get<{ n: number }>(sql`SELECT count(*) AS n FROM ${rawSql(table)}`)!.n]),
  );
}
