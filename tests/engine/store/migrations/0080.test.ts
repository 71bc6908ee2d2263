// Charts kept before the migration stay; work, steps and snapshots start empty.
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { chartWork } from "../../../../electron/engine/store/sqlite/migrations/0080-chart-work.ts";
import { migrations } from "../../../../electron/engine/store/sqlite/migrations/index.ts";

it("adds the tables of work, steps, snapshots and attachments beside kept charts", () => {
  const database = new BetterSqlite3(":memory:");
  for (const { version, up } of migrations) if (version < chartWork.version) database.exec(up);
  database.exec("INSERT INTO chart (id, name, document, saved_at) VALUES ('C-1', '图', '{}', 0)");
  database.exec(chartWork.up);
  const count = (table: string) => database.prepare(`SELECT count(*) AS n FROM ${table}`).pluck().get();
  expect(["chart", "chart_work", "chart_step", "chart_snapshot", "chart_attachment"].map(count)).toEqual([1, 0, 0, 0, 0]);
  database.close();
});
