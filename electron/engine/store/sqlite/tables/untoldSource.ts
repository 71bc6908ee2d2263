// Sources of which nobody was told yet which series their cases fit and what is watched they name. Marked in the transaction that makes a source ready.
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";

export interface UntoldSource {
  readonly id: number;
  readonly importedAt: number;
}

export const listUntoldSources = (db: ReadableDb) =>
  db.all<UntoldSource>(sql`SELECT id, imported_at AS importedAt FROM source WHERE is_untold = 1 AND state = 'ready' ORDER BY id`);

export const markTold = (db: WritableDb, ids: readonly number[]): void => {
  db.run(sql`UPDATE source SET is_untold = 0 WHERE is_untold = 1 AND id IN ${sqlJsonList(ids)}`);
};
