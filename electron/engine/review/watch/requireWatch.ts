// What a call about watching must name: a reason, a watch that stands, a series of the last run.
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { WatchSubject } from "../../../../shared/review/watch/subject.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { readLastGroupRun } from "../../store/sqlite/tables/linkState.ts";
import { accountRefs } from "../../store/sqlite/tables/purse.ts";
import { readSeriesRow } from "../../store/sqlite/tables/series.ts";
import { findSameWatch, readWatchRow, type WatchRow } from "../../store/sqlite/tables/watch.ts";
import { watchName, watchNumber } from "./readAlerts.ts";

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

/** A subject under every number that it has: an account is watched once, whether by its card or by the number behind it. */
export const listNames = (db: ReadableDb, subject: WatchSubject): readonly WatchSubject[] =>
  subject.kind === "entity" ? accountRefs(db, subject.entity).map((entity) => ({ ...subject, entity })) : [subject];

/** The watch that stands for a subject already. */
export function findStanding(db: ReadableDb, subject: WatchSubject, now: number): string | undefined {
  for (const one of listNames(db, subject)) {
    const same = findSameWatch(db, one, now);
    if (same !== undefined) return watchName(same);
  }
  return undefined;
}

export function requireSeries(db: ReadableDb, series: string): void {
  const run = readLastGroupRun(db);
  if (!run || !readSeriesRow(db, run.id, series)) throw new CaseweaveError("series-unknown", { series });
}
