// Charts kept before the migration stay; no set of looks is there yet.
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { chartLooks } from "../../../../electron/engine/store/sqlite/migrations/0140-chart-looks.ts";
import { migrations } from "../../../../electron/engine/store/sqlite/migrations/index.ts";

it("adds the table of looks beside kept charts", () => {
  const database = new BetterSqlite3(":memory:");
  for (const { version, up } of migrations) if (version < chartLooks.version) database.exec(up);
  database.exec("INSERT INTO chart (id, name, document, saved_at) VALUES ('C-1', '图', '{}', 0)");
  database.exec(chartLooks.up);
  expect(["chart", "chart_looks"].map((table) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get())).toEqual([1, 0]);
  database.close();
});
