// What is watched in a workspace that knew no watches: nothing, and a fact is kept once for each watch.
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { watches } from "../../../../electron/engine/store/sqlite/migrations/0100-watches.ts";
import { migrations } from "../../../../electron/engine/store/sqlite/migrations/index.ts";

it("adds watches and alerts; the same fact is told to a watch once", () => {
  const database = new BetterSqlite3(":memory:");
  for (const { version, up } of migrations) if (version < watches.version) database.exec(up);
  database.exec(watches.up);
  expect(database.prepare("SELECT count(*) AS count FROM watch").get()).toEqual({ count: 0 });
  database.exec(`INSERT INTO watch (kind, subject, label, reason, owner, created_at, created_by) VALUES ('words', '{}', '', '', '', 0, 'u');
    INSERT INTO alert (watch_id, code, raised_at, state, state_reason) VALUES (1, 'words', 0, 'new', '')`);
  const tell = database.prepare(
    "INSERT INTO alert_fact (alert_id, watch_id, fact, utc_offset, source_id, row, detail) VALUES (1, 1, 'words|case:A1', 480, 1, 1, '{}')",
  );
  tell.run();
  expect(() => tell.run()).toThrow(/UNIQUE/);
  database.close();
});
