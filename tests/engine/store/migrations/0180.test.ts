// Matches of addresses leave with the place that they speak of, written or standard.
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { addresses } from "../../../../electron/engine/store/sqlite/migrations/0180-addresses.ts";
import { migrations } from "../../../../electron/engine/store/sqlite/migrations/index.ts";

it("adds matches that go with either place", () => {
  const database = new BetterSqlite3(":memory:");
  for (const { version, up } of migrations) if (version < addresses.version) database.exec(up);
  database.exec(
    "INSERT INTO entity (id, kind, key, label, source_id, row) VALUES (1, 'place', 'a', 'a', 1, 1), (2, 'place', 's', 's', 1, 2), (3, 'place', 'b', 'b', 1, 3)",
  );
  database.exec(addresses.up);
  const insert = "INSERT INTO address_match (place_id, found_id, standard_id, found_state, state, probability, bits, options)";
  database.exec(`${insert} VALUES (1, 2, 2, 'sure', 'sure', 1, 9, '[]'), (3, NULL, NULL, 'none', 'none', 0, 0, '[]')`);
  const left = () => database.prepare("SELECT place_id FROM address_match ORDER BY 1").pluck().all();
  database.exec("DELETE FROM entity WHERE id = 2");
  expect(left()).toEqual([3]);
  database.exec("DELETE FROM entity WHERE id = 3");
  expect(left()).toEqual([]);
  database.close();
});
