// The first schema: made from nothing, its views answer, and the hot queries use its indexes.
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Connection } from "../../../../electron/engine/store/sqlite/database.ts";
import { initial } from "../../../../electron/engine/store/sqlite/migrations/0010-initial.ts";
import { openWorkspaceFile } from "../../../../electron/engine/store/sqlite/open.ts";
import { rawSql, sql } from "../../../../electron/engine/store/sqlite/sql.ts";
import { aCall, aCase, addSource, aLogin, aStay, aTransfer, loadSource } from "../../../builders.ts";

let db: Connection;

beforeEach(() => {
  db = openWorkspaceFile(":memory:");
});
afterEach(() => db.close());

it("runs on an empty file by itself and leaves STRICT tables only", () => {
  const database = new Database(":memory:");
  database.exec(initial.up);
  const loose = database
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'")
    .all();
  expect(loose).toEqual([]);
  database.close();
});

const views = [
  "v_entity",
  "v_attribute",
  "v_link",
  "v_event",
  "v_transfer",
  "v_call",
  "v_stay",
  "v_capture",
  "v_login",
  "v_case",
  "v_source",
];

/** The columns that cli.md fixes. */
const documented: Readonly<Record<string, string>> = {
  v_entity: "id kind key label",
  v_attribute: "entity_id name value source_id row",
  v_link: "id kind from_id to_id directed at weight source_id row",
  v_event: "id kind at source_id row",
  v_transfer: "id at from_id to_id amount_fen currency channel reference memo source_id row",
  v_call: "id at from_id to_id seconds place_id source_id row",
  v_stay: "id at until person_id place_id source_id row",
  v_capture: "id at until device_id place_id source_id row",
  v_case: "id number type from_at to_at place_id loss_fen series",
  v_source: "id name sheet row_kind read stored rejected skipped",
};

it.each(views)("%s answers on a fresh workspace and has its documented columns", (view) => {
  expect(db.all(sql`SELECT * FROM ${rawSql(view)}`)).toEqual([]);
  const columns = db.all<{ name: string }>(sql`SELECT name FROM pragma_table_info(${view})`).map(({ name }) => name);
  expect(columns).toEqual(expect.arrayContaining(documented[view]?.split(" ") ?? []));
});

const everything = [aTransfer(), aCall(), aStay(), aLogin(), aCase({ brief: "刷单", suspect: "P1" })];

it("views show times as ISO with offset, and nothing of a source that is loading", () => {
  addSource(db, "one", everything);
  const count = (view: string) => db.get<{ n: number }>(sql`SELECT count(*) AS n FROM ${rawSql(view)}`)!.n;
  const before = views.map(count);
  loadSource(db, "two", [
    [
      aTransfer({ from: "9009", reference: "X" }),
      aCall({ seconds: 999 }),
      aStay({ person: "P9" }),
      aLogin({ account: "qq-9" }),
      aCase({ number: "A9", suspect: "P9" }),
    ],
  ]);
  expect(views.map(count)).toEqual(before);
  expect(db.get(sql`SELECT at, amount_fen, row FROM v_transfer`)).toEqual({ at: "2026-03-01T12:00:00+08:00", amount_fen: 50_000, row: 1 });
  expect(db.all(sql`SELECT kind, at FROM v_event ORDER BY kind`)).toEqual(
    ["call", "login", "stay", "transfer"].map((kind) => ({ kind, at: "2026-03-01T12:00:00+08:00" })),
  );
});

it.each([
  ["an entity by its key", "SELECT id FROM entity WHERE kind = 'account' AND key = '1'", "sqlite_autoindex_entity_1"],
  ["edges out of a node", "SELECT to_id FROM edge WHERE from_id = 1", "PRIMARY KEY"],
  ["edges into a node", "SELECT from_id FROM edge WHERE to_id = 1", "edge_to"],
  ["what an account paid, by time", "SELECT id FROM transfer WHERE from_id = 1 AND at BETWEEN 1 AND 2 ORDER BY at", "transfer_from"],
  ["what an account received, by time", "SELECT id FROM transfer WHERE to_id = 1 AND at > 1 ORDER BY at", "transfer_to"],
  ["calls of a number, by time", "SELECT id FROM call WHERE from_id = 1 ORDER BY at", "call_from"],
  ["calls at a tower", "SELECT id FROM call WHERE place_id = 1 ORDER BY at", "call_place"],
  ["attributes of an entity", "SELECT value FROM attribute WHERE entity_id = 1 AND name = 'x'", "attribute_entity"],
  ["links to a case", "SELECT from_id FROM link WHERE to_id = 1 AND kind = 'involved-in'", "link_to"],
  [
    "pairs of a run, best first",
    "SELECT a, b FROM link_pair WHERE run_id = 1 AND bits >= 0 ORDER BY bits DESC LIMIT 100",
    "link_pair_bits",
  ],
  ["a pair by its cases", "SELECT id FROM link_pair WHERE run_id = 1 AND a = 'A1' AND b = 'A2'", "link_pair_a"],
  ["further rows of an event", "SELECT row FROM event_source WHERE kind = 'transfer' AND event_id = 1", "event_source_event"],
  ["raw rows of a source", "SELECT data FROM source_chunk WHERE source_id = 1 AND first_row < 9 ORDER BY first_row", "source_chunk_row"],
  ["sources that are loading", "SELECT id FROM source WHERE state = 'loading'", "source_loading"],
  ["a source by its hash", "SELECT id FROM source WHERE sha256 = 'x'", "source_hash"],
])("%s is found by an index, without sorting", (_what, query, index) => {
  const plan = db
    .all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${rawSql(query)}`)
    .map(({ detail }) => detail)
    .join("; ");
  expect(plan).toContain(index);
  expect(plan).not.toMatch(/TEMP B-TREE|^SCAN \w+$/);
});
