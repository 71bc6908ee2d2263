// What became of series in the period, read once for the summary and the section that tells of it.
import type { SeriesItem } from "../../../../shared/group/calls.ts";
import { type SeriesChanges, type SeriesOf, seriesChanges } from "../../../../shared/review/brief/seriesChanges.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { readGroupRunAt } from "../../store/sqlite/tables/asOf.ts";
import { readLastGroupRun } from "../../store/sqlite/tables/linkState.ts";
import { listSeriesRows } from "../../store/sqlite/tables/series.ts";
import type { BriefBase } from "./briefBase.ts";

export interface SeriesNow {
  readonly changes: SeriesChanges;
  /** The groupings that were held against each other; none was made before the period where `before` is undefined. */
  readonly now: { readonly at: number };
  readonly before: { readonly at: number } | undefined;
}

const seriesIn = (db: ReadableDb, runId: number): readonly SeriesOf[] =>
  listSeriesRows(db, runId).map(({ id, title, detail }) => ({ series: id, title, cases: (JSON.parse(detail) as SeriesItem).cases }));

/** Null while cases have not been grouped. */
export function readSeriesNow({ job, startAt, endAt, period, lastDay, dayOf }: BriefBase): SeriesNow | null {
  const now = readGroupRunAt(job.db, endAt) ?? readLastGroupRun(job.db);
  if (!now) return null;
  const before = readGroupRunAt(job.db, startAt - 1);
  const then = before ? seriesIn(job.db, before.id) : null;
  return { changes: seriesChanges(then, seriesIn(job.db, now.id), { from: period.from, to: lastDay }, dayOf), now, before };
}
