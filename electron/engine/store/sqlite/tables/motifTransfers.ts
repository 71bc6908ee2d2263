// Transfers between two known accounts, as patterns are looked for among them; and which sources tell of which.
import type { ReadableDb } from "../database.ts";
import { sql } from "../sql.ts";
import { ready } from "./entity.ts";

export interface PairTransferRow {
  readonly id: number;
  readonly at: number | null;
  readonly from: number;
  readonly to: number;
  readonly fen: number;
  readonly currency: string;
}

/** Transfers that moved money, in the order of their numbers. */
export const iteratePairTransfers = (db: ReadableDb) =>
  db.iterate<PairTransferRow>(sql`SELECT id, at, from_id AS "from", to_id AS "to", amount_fen AS fen, currency FROM transfer
    WHERE state = 0 AND from_id IS NOT NULL AND to_id IS NOT NULL AND source_id ${ready} ORDER BY id`);

export interface SourceTransferRow {
  readonly source: number;
  readonly at: number | null;
  readonly from: string;
  readonly to: string;
}

/** Every transfer that a source tells of, told first there or not; accounts by key. */
export const iterateSourceTransfers = (db: ReadableDb) =>
  db.iterate<SourceTransferRow>(sql`
    WITH told AS (SELECT id, source_id FROM transfer WHERE source_id ${ready}
      UNION SELECT event_id, source_id FROM event_source WHERE kind = 'transfer' AND source_id ${ready})
    SELECT told.source_id AS source, t.at, a.key AS "from", b.key AS "to" FROM told
    JOIN transfer t ON t.id = told.id JOIN entity a ON a.id = t.from_id JOIN entity b ON b.id = t.to_id
    WHERE t.state = 0 ORDER BY told.source_id, t.id`);
