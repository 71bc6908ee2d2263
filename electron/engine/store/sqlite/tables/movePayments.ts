// A source that is read anew has another number: what people judged of its rows goes with it, and what they joined is joined again.
import type { WritableDb } from "../database.ts";
import { rawSql, sql, sqlJsonList } from "../sql.ts";
import { applyPaymentVerdict } from "./paymentJudgement.ts";
import { listPaymentRows } from "./paymentPair.ts";

const judged = sqlJsonList(["accepted", "rejected"]);
const sides = ["paid", "received"] as const;

/** To be called when the old source is out and the new one is ready. A joined row that is no transfer any more leaves its judgement in the log only. */
export function movePayments(db: WritableDb, oldSource: number, newSource: number): void {
  for (const side of sides) {
    const [source, row, id] = [rawSql(`${side}_source`), rawSql(`${side}_row`), rawSql(`${side}_id`)];
    db.run(sql`UPDATE OR IGNORE payment_pair SET ${source} = ${newSource} WHERE ${source} = ${oldSource} AND state IN ${judged}`);
    db.run(sql`UPDATE payment_pair SET ${id} = e.event_id FROM event_source e
      WHERE e.kind = 'transfer' AND e.source_id = ${newSource} AND e.row = ${row} AND ${source} = ${newSource}`);
    db.run(sql`UPDATE payment_pair SET ${id} = t.id FROM transfer t
      WHERE t.source_id = ${newSource} AND t.row = ${row} AND ${source} = ${newSource}`);
  }
  for (const pair of listPaymentRows(db, ["accepted"], 0, -1)) {
    if (pair.paidSource !== newSource && pair.receivedSource !== newSource) continue;
    if (!applyPaymentVerdict(db, pair, "confirm")) db.run(sql`DELETE FROM payment_pair WHERE id = ${pair.id}`);
  }
}
