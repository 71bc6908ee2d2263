// Workspaces from before have no packs, and take them.
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { packs } from "../../../../electron/engine/store/sqlite/migrations/0200-packs.ts";
import { migrations } from "../../../../electron/engine/store/sqlite/migrations/index.ts";

it("adds packs, their tests and their runs", () => {
  const database = new BetterSqlite3(":memory:");
  for (const { version, up } of migrations) if (version < packs.version) database.exec(up);
  database.exec(packs.up);
  database.exec("INSERT INTO pack (id, text, hash, by, at) VALUES ('a', '{}', 'h', 'u', 0)");
  expect(database.prepare("SELECT count(*) AS n FROM pack").get()).toEqual({ n: 1 });
  database.close();
});
