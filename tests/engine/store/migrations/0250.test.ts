// Alerts marked before the migration keep their last state with its day; a watch set before it knows which sources stood there.
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { alertChanges } from "../../../../electron/engine/store/sqlite/migrations/0250-alert-changes.ts";
import { migrations } from "../../../../electron/engine/store/sqlite/migrations/index.ts";

it("keeps what became of alerts and after which source watches were set", () => {
  const database = new BetterSqlite3(":memory:");
  for (const { version, up } of migrations) if (version < alertChanges.version) database.exec(up);
  database.exec(`
    INSERT INTO source (id, name, size, sha256, header_row, headings, row_kind, layout, confidence, doubts, mapping, utc_offset, state, imported_at, imported_by)
      VALUES (3, 'a.csv', 1, 'x', 1, '[]', 'case', 'case-1', 1, '[]', '{}', 480, 'ready', 100, 'me'),
        (4, 'b.csv', 1, 'y', 1, '[]', 'case', 'case-1', 1, '[]', '{}', 480, 'ready', 300, 'me');
    INSERT INTO watch (id, kind, subject, label, reason, owner, created_at, created_by) VALUES (1, 'words', '{}', '', 'why', 'me', 200, 'me');
    INSERT INTO alert (id, watch_id, code, raised_at, state, state_by, state_at, state_reason)
      VALUES (1, 1, 'words', 300, 'handled', 'me', 400, 'done'), (2, 1, 'words', 300, 'new', NULL, NULL, '');`);
  database.exec(alertChanges.up);
  expect(database.prepare("SELECT alert_id, state, by, at, reason FROM alert_change").all()).toEqual([
    { alert_id: 1, state: "handled", by: "me", at: 400, reason: "done" },
  ]);
  expect(database.prepare("SELECT after_source FROM watch").all()).toEqual([{ after_source: 3 }]);
  database.close();
});
