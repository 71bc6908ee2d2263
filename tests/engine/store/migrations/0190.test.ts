// A workspace from before the migration has exchanged nothing: no bundle, and none of its sources or decisions is another unit's.
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { exchange } from "../../../../electron/engine/store/sqlite/migrations/0190-exchange.ts";
import { migrations } from "../../../../electron/engine/store/sqlite/migrations/index.ts";

it("adds the tables of what came and went, all empty", () => {
  const database = new BetterSqlite3(":memory:");
  for (const { version, up } of migrations) if (version < exchange.version) database.exec(up);
  database.exec(exchange.up);
  for (const table of ["bundle", "bundle_source", "bundle_decision", "bundle_thing", "bundle_left", "bundle_seen"])
    expect(database.prepare(`SELECT * FROM ${table}`).all()).toEqual([]);
  database.close();
});
