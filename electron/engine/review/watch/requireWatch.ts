// What a call about watching must name: a reason, a watch that stands, a series of the last run.
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { readLastGroupRun } from "../../store/sqlite/tables/linkState.ts";
import { readSeriesRow } from "../../store/sqlite/tables/series.ts";
import { readWatchRow, type WatchRow } from "../../store/sqlite/tables/watch.ts";
import { watchNumber } from "./readAlerts.ts";

const minReason = 2;

export function requireReason(reason: string): string {
  if (reason.trim().length < minReason) throw new CaseweaveError("reason-missing");
  return reason.trim();
}

export function requireWatch(db: ReadableDb, name: string): WatchRow {
  const watch = readWatchRow(db, watchNumber(name));
  if (!watch || watch.removedAt !== null) throw new CaseweaveError("watch-unknown", { watch: name });
  return watch;
}

export function requireSeries(db: ReadableDb, series: string): void {
  const run = readLastGroupRun(db);
  if (!run || !readSeriesRow(db, run.id, series)) throw new CaseweaveError("series-unknown", { series });
}
