// A series of another unit stands once by its unit and number, with a telling of each bundle that brought it, and is not judged yet.
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { findings } from "../../../../electron/engine/store/sqlite/migrations/0270-findings.ts";
import { migrations } from "../../../../electron/engine/store/sqlite/migrations/index.ts";

it("keeps bundles that came before, and tells each finding once", () => {
  const database = new BetterSqlite3(":memory:");
  for (const { version, up } of migrations) if (version < findings.version) database.exec(up);
  database.exec(`INSERT INTO bundle (id, hash, direction, kind, unit, subject, "of", title, written_at, is_masked, at, by, rows, decisions, watches, content)
    VALUES (1, 'h', 'in', 'bundle', '甲市', 'series', 'S-1', '', '', 0, 0, 'me', 0, 0, 0, ''), (2, 'i', 'in', 'bundle', '甲市', 'series', 'S-1', '', '', 0, 0, 'me', 0, 0, 0, '')`);
  database.exec(findings.up);
  const add = database.prepare("INSERT INTO finding (kind, unit, number) VALUES ('series', '甲市', 'S-1')");
  add.run();
  expect(() => add.run()).toThrow(/UNIQUE/);
  for (const bundle of [1, 2]) database.prepare("INSERT INTO finding_telling VALUES (1, ?, 5, '刷单', '{}')").run(bundle);
  expect(
    database.prepare("SELECT f.state, t.bundle_id FROM finding f JOIN finding_telling t ON t.finding_id = f.id ORDER BY 2").all(),
  ).toEqual([
    { state: "open", bundle_id: 1 },
    { state: "open", bundle_id: 2 },
  ]);
  database.close();
});
