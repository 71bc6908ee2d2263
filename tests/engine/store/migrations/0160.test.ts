// Sources from before the migration have no lines above their heading, were not taken out, and go by their own number.
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { corrections } from "../../../../electron/engine/store/sqlite/migrations/0160-corrections.ts";
import { migrations } from "../../../../electron/engine/store/sqlite/migrations/index.ts";

it("adds the table of corrections, empty, and columns that say nothing of earlier sources", () => {
  const database = new BetterSqlite3(":memory:");
  for (const { version, up } of migrations) if (version < corrections.version) database.exec(up);
  database.exec(`INSERT INTO source (id, name, size, sha256, header_row, headings, row_kind, layout, confidence, doubts, mapping, utc_offset, state, imported_at, imported_by)
    VALUES (1, 'a.csv', 1, 'x', 1, '[]', 'transfer', 'l', 1, '[]', '{}', 480, 'ready', 0, 'me')`);
  database.exec(corrections.up);
  expect(database.prepare("SELECT banner, removed_at, key_id FROM source").all()).toEqual([
    { banner: "{}", removed_at: null, key_id: null },
  ]);
  expect(database.prepare("SELECT * FROM correction").all()).toEqual([]);
  database.close();
});
