// A watched series keeps being watched when people or a run merge it into another one: where most of the cases are that it held last.
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { readLastGroupRun } from "../../store/sqlite/tables/linkState.ts";
import { countMembersAmong, listMembers, readLastRunOf, readSeriesRow } from "../../store/sqlite/tables/series.ts";

/** Its name in the last grouping: its own, that of the series that it went into, or null where its cases are in none. */
export function followSeries(db: ReadableDb, series: string): string | null {
  const run = readLastGroupRun(db);
  if (!run) return null;
  if (readSeriesRow(db, run.id, series)) return series;
  const last = readLastRunOf(db, series);
  if (last === undefined) return null;
  const cases = listMembers(db, last, series).map((member) => member.case);
  return countMembersAmong(db, run.id, cases)[0]?.series ?? null;
}
