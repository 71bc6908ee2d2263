// Workspaces from before have no reports begun, and take them.
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { reports } from "../../../../electron/engine/store/sqlite/migrations/0150-reports.ts";
import { migrations } from "../../../../electron/engine/store/sqlite/migrations/index.ts";

it("adds reports that are composed", () => {
  const database = new BetterSqlite3(":memory:");
  for (const { version, up } of migrations) if (version < reports.version) database.exec(up);
  database.exec(reports.up);
  database.exec("INSERT INTO report (id, name, document, saved_at) VALUES ('W-1', '意见书', '{}', 0)");
  expect(database.prepare("SELECT count(*) AS n FROM report").get()).toEqual({ n: 1 });
  database.close();
});
