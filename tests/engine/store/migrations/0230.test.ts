// Matches from before count as asked with nothing: the next pass matches them once more.
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { addressFollow } from "../../../../electron/engine/store/sqlite/migrations/0230-address-follow.ts";
import { migrations } from "../../../../electron/engine/store/sqlite/migrations/index.ts";

it("keeps the matches that stand and knows nothing of what they were asked with", () => {
  const database = new BetterSqlite3(":memory:");
  for (const { version, up } of migrations) if (version < addressFollow.version) database.exec(up);
  database.exec(
    `INSERT INTO address_match (place_id, found_id, standard_id, found_state, state, probability, bits, options) VALUES (1, 2, 2, 'sure', 'sure', 1, 9, '[]');
     INSERT INTO address_run (data_version, at, standard, places, seconds) VALUES (3, 0, 1, 1, 0.5)`,
  );
  database.exec(addressFollow.up);
  expect(database.prepare("SELECT place_id, state, asked, matched_version FROM address_match").get()).toEqual({
    place_id: 1,
    state: "sure",
    asked: "",
    matched_version: 0,
  });
  expect(database.prepare("SELECT data_version, mark FROM address_run").get()).toEqual({ data_version: 3, mark: "" });
  database.close();
});
