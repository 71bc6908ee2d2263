// The derived edges: per source, so that a source that is loading or taken out never has to be subtracted from a sum.
import type { WritableDb } from "../database.ts";
import { RowInserter } from "../rowInserter.ts";

export interface EdgeDelta {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  readonly directed: boolean;
  readonly sourceId: number;
  readonly count: number;
  /** Transfers: 1/100 of the currency; calls: seconds; else 0. */
  readonly sum: number;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
}

/** Events of all sources add up; a link that several files tell is one link, however many tell it. `edge` names the table. */
export const countOfEdges = (edge: string): string =>
  `CASE WHEN ${edge}.kind IN ('transfer', 'call', 'stay', 'capture', 'login') THEN sum(${edge}.count) ELSE max(${edge}.count) END`;

const columns = "edge (from_id, to_id, kind, source_id, directed, count, sum, first_at, last_at)";
const addUp = `ON CONFLICT (from_id, to_id, kind, source_id) DO UPDATE SET count = count + excluded.count, sum = sum + excluded.sum,
    first_at = min(coalesce(first_at, excluded.first_at), coalesce(excluded.first_at, first_at)),
    last_at = max(coalesce(last_at, excluded.last_at), coalesce(excluded.last_at, last_at))`;

export function addEdges(db: WritableDb, edges: readonly EdgeDelta[]): void {
  const rows = new RowInserter(db, columns, 9, addUp);
  for (const { from, to, kind, sourceId, directed, count, sum, firstAt, lastAt } of edges)
    rows.add(from, to, kind, sourceId, directed ? 1 : 0, count, sum, firstAt, lastAt);
  rows.flush();
}
