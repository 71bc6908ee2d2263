// Halves of transfers are found by their own indexes: no look-up for a twin walks the table.
import { expect, it } from "vitest";
import { openWorkspaceFile } from "../../../../electron/engine/store/sqlite/open.ts";
import { sql } from "../../../../electron/engine/store/sqlite/sql.ts";
import { freshFolder } from "../../folder.ts";

const at = freshFolder();

it("keeps what a source itself told of a transfer beside it, and finds halves without a walk", () => {
  const connection = openWorkspaceFile(at("halves.caseweave"));
  connection.write((db) => {
    db.run(sql`INSERT INTO entity (id, kind, key, label, source_id, row) VALUES (1, 'account', '1001', '', 1, 1)`);
    db.run(sql`INSERT INTO transfer (at, precision, from_id, to_id, amount_fen, currency, state, side, channel, reference, memo, source_id, row)
      VALUES (1, 0, 1, NULL, 5, 'CNY', 0, 0, '', '', '', 1, 1)`);
  });
  expect(connection.all(sql`SELECT own_told AS told FROM transfer`)).toEqual([{ told: "" }]);
  const plan = (text: ReturnType<typeof sql>) => connection.all<{ detail: string }>(text).map(({ detail }) => detail);
  expect(plan(sql`EXPLAIN QUERY PLAN SELECT id FROM transfer WHERE from_id = 1 AND to_id IS NULL AND at BETWEEN 0 AND 2`).join()).toMatch(
    /USING INDEX transfer_half_from/,
  );
  expect(
    plan(
      sql`EXPLAIN QUERY PLAN SELECT id FROM transfer WHERE reference = 'R' AND reference <> '' AND (from_id IS NULL OR to_id IS NULL)`,
    ).join(),
  ).toMatch(/USING INDEX transfer_half_reference/);
  expect(plan(sql`EXPLAIN QUERY PLAN SELECT 1 FROM transfer WHERE from_id IS NULL LIMIT 1`).join()).toMatch(/^SEARCH/);
  expect(plan(sql`EXPLAIN QUERY PLAN SELECT 1 FROM transfer WHERE to_id IS NULL LIMIT 1`).join()).toMatch(/^SEARCH/);
  connection.close();
});
