// Version 20 keeps what each source itself says; workspaces of version 10 go on as they are.
import Database from "better-sqlite3";
import { afterEach, expect, it } from "vitest";
import { initial } from "../../../../electron/engine/store/sqlite/migrations/0010-initial.ts";
import { applicationId, openWorkspaceFile } from "../../../../electron/engine/store/sqlite/open.ts";
import { sql } from "../../../../electron/engine/store/sqlite/sql.ts";
import { removeSourceFacts } from "../../../../electron/engine/store/sqlite/tables/removeSource.ts";
import { freshFolder } from "../../folder.ts";

const at = freshFolder();
const open: { close(): void }[] = [];

afterEach(() => {
  for (const connection of open.splice(0)) connection.close();
});

/** Two sources that tell of one transfer, as version 10 stored them. */
function makeVersion10(path: string): void {
  const old = new Database(path);
  old.pragma(`application_id=${applicationId}`);
  old.exec(initial.up);
  old.pragma("user_version=10");
  const source = (
    id: number,
  ) => `INSERT INTO source (id, name, size, sha256, header_row, headings, row_kind, layout, confidence, doubts, mapping, utc_offset, state, imported_at, imported_by)
    VALUES (${id}, 's${id}', 1, 'h${id}', 1, '[]', 'transfer', 't', 1, '[]', '{}', 480, 'ready', 1, 'u');`;
  old.exec(`${source(1)}${source(2)}
    INSERT INTO entity VALUES (1, 'account', '1001', '张三', 1, 1), (2, 'account', '2002', '2002', 1, 1);
    INSERT INTO entity_source VALUES (1, 1, 1), (2, 1, 1), (1, 2, 1), (2, 2, 1);
    INSERT INTO transfer VALUES (1, 1000, 0, 1, 2, 500, 'CNY', NULL, 0, 0, '', 'R1', '', 1, 1);
    INSERT INTO event_source (kind, event_id, source_id, row) VALUES ('transfer', 1, 2, 7);
    INSERT INTO edge VALUES (1, 2, 'transfer', 1, 1, 1, 500, 1000, 1000);`);
  old.close();
}

it("opens a workspace of version 10 with all it holds, and can take a source out of it", () => {
  const path = at("old.caseweave");
  makeVersion10(path);
  const connection = openWorkspaceFile(path);
  open.push(connection);
  expect(connection.all(sql`SELECT key, label FROM v_entity ORDER BY id`)).toEqual([
    { key: "1001", label: "张三" },
    { key: "2002", label: "2002" },
  ]);
  connection.write((db) => removeSourceFacts(db, 1));
  expect(connection.all(sql`SELECT reference, amount_fen, source_id, row FROM transfer`)).toEqual([
    { reference: "R1", amount_fen: 500, source_id: 2, row: 7 },
  ]);
  expect(connection.all(sql`SELECT count, sum, source_id FROM edge`)).toEqual([{ count: 1, sum: 500, source_id: 2 }]);
});
