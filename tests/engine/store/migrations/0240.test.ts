// Workspaces from before have no pairs of two books, and take them; a pair leaves with either of its sources.
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { payments } from "../../../../electron/engine/store/sqlite/migrations/0240-payments.ts";
import { migrations } from "../../../../electron/engine/store/sqlite/migrations/index.ts";

it("keeps what tellings there are as nobody's judgement, and adds pairs that go with their sources", () => {
  const database = new BetterSqlite3(":memory:");
  for (const { version, up } of migrations) if (version < payments.version) database.exec(up);
  database.exec("INSERT INTO event_source (kind, event_id, source_id, row, told) VALUES ('transfer', 1, 2, 3, '[1]')");
  const source = (
    id: number,
  ) => `INSERT INTO source (id, name, size, sha256, header_row, headings, row_kind, layout, confidence, doubts, mapping,
    utc_offset, state, imported_at, imported_by) VALUES (${id}, 'a', 1, 'h', 1, '[]', 'transfer', 'x', 1, '[]', '{}', 480, 'ready', 0, 'u')`;
  for (const id of [1, 2, 3]) database.exec(source(id));
  database.exec(payments.up);
  expect(database.prepare("SELECT judged FROM event_source").get()).toEqual({ judged: 0 });
  const pair = (
    a: number,
    b: number,
  ) => `INSERT INTO payment_pair (paid_source, paid_row, received_source, received_row, paid_id, received_id, paid,
    received, share, bits, bars, found_state, state) VALUES (${a}, 1, ${b}, 1, 1, 2, '[]', '[]', 1, 9, '[]', 'sure', 'sure')`;
  for (const [a, b] of [
    [1, 2],
    [2, 3],
    [3, 1],
  ] as const)
    database.exec(pair(a, b));
  database.exec("DELETE FROM source WHERE id = 2");
  expect(database.prepare("SELECT paid_source AS a, received_source AS b FROM payment_pair").all()).toEqual([{ a: 3, b: 1 }]);
  database.close();
});
