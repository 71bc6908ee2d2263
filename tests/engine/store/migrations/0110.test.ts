// Reversals stored before the migration wait for what they cancel too.
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { reversals } from "../../../../electron/engine/store/sqlite/migrations/0110-reversals.ts";
import { migrations } from "../../../../electron/engine/store/sqlite/migrations/index.ts";

it("takes over what was stored as a reversal without its pair", () => {
  const database = new BetterSqlite3(":memory:");
  for (const { version, up } of migrations) if (version < reversals.version) database.exec(up);
  const memos = ["转账", "冲正", "交易冲正失败", "抹账"];
  for (const [i, memo] of memos.entries())
    database.exec(`INSERT INTO transfer (id, at, precision, amount_fen, currency, state, side, channel, reference, memo, source_id, row)
      VALUES (${i + 1}, ${i}, 0, 5, 'CNY', ${i === 2 ? 1 : 0}, 0, '', '', '${memo}', 7, ${i + 1})`);
  database.exec(reversals.up);
  expect(database.prepare("SELECT transfer_id, source_id, original_id FROM reversal ORDER BY 1").all()).toEqual([
    { transfer_id: 2, source_id: 7, original_id: null },
    { transfer_id: 4, source_id: 7, original_id: null },
  ]);
  database.close();
});
