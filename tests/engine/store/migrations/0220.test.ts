// Numbers of people stand beside the facts; a number that cannot be one is refused by the store too.
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { population } from "../../../../electron/engine/store/sqlite/migrations/0220-population.ts";
import { migrations } from "../../../../electron/engine/store/sqlite/migrations/index.ts";

it("adds the table of people by area and year", () => {
  const database = new BetterSqlite3(":memory:");
  for (const { version, up } of migrations) if (version <= population.version) database.exec(up);
  const insert = "INSERT INTO population (code, name, year, kind, people, source_id, row) VALUES ('330106', '西湖区', 2025, 'resident', ";
  database.exec(`${insert} 1124000, 1, 1)`);
  expect(database.prepare("SELECT people FROM population").pluck().all()).toEqual([1_124_000]);
  expect(() => database.exec(`${insert} 0, 1, 2)`)).toThrow(/CHECK/);
  expect(() => database.exec(`${insert} 1.5, 1, 2)`)).toThrow();
  database.close();
});
