// Sources that stood before the migration were told of when they came.
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { untoldSources } from "../../../../electron/engine/store/sqlite/migrations/0260-untold-sources.ts";
import { migrations } from "../../../../electron/engine/store/sqlite/migrations/index.ts";

it("owes nobody news of sources that stand", () => {
  const database = new BetterSqlite3(":memory:");
  for (const { version, up } of migrations) if (version < untoldSources.version) database.exec(up);
  database.exec(`
    INSERT INTO source (id, name, size, sha256, header_row, headings, row_kind, layout, confidence, doubts, mapping, utc_offset, state, imported_at, imported_by)
      VALUES (3, 'a.csv', 1, 'x', 1, '[]', 'case', 'case-1', 1, '[]', '{}', 480, 'ready', 100, 'me');`);
  database.exec(untoldSources.up);
  expect(database.prepare("SELECT id, is_untold FROM source").all()).toEqual([{ id: 3, is_untold: 0 }]);
  database.close();
});
