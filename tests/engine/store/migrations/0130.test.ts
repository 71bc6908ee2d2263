// Pairs of earlier runs stay as they are; nothing stands in place of another yet.
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { followedPairs } from "../../../../electron/engine/store/sqlite/migrations/0130-followed-pairs.ts";
import { migrations } from "../../../../electron/engine/store/sqlite/migrations/index.ts";

it("leaves the pairs of a run in place and sets none aside", () => {
  const database = new BetterSqlite3(":memory:");
  for (const { version, up } of migrations) if (version < followedPairs.version) database.exec(up);
  database.exec(
    "INSERT INTO link_pair (run_id, a, b, bits, posterior, strength, basis, kinds) VALUES (1, 'A1', 'A2', 3.5, 0.9, 'strong', '', '')",
  );
  database.exec(followedPairs.up);
  expect(database.prepare("SELECT a, b, bits FROM link_pair").all()).toEqual([{ a: "A1", b: "A2", bits: 3.5 }]);
  expect(database.prepare("SELECT (SELECT count(*) FROM link_pair_aside) + (SELECT count(*) FROM link_followed) AS n").get()).toEqual({
    n: 0,
  });
  database.close();
});
