// What people do with a series: keep its record, compare it, merge it with another, split cases off.
import { CaseweaveError } from "../../../shared/errors.ts";
import type { SeriesComparison } from "../../../shared/group/compareParts.ts";
import type { SeriesRecord, SeriesStatus } from "../../../shared/group/seriesCalls.ts";
import type { Verdict } from "../../../shared/model/decision.ts";
import { isoTime } from "../../../shared/model/time.ts";
import type { JobContext, WriteContext } from "../handler.ts";
import { keep, preparedOf } from "../link/runLink.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { isCase } from "../store/sqlite/tables/caseHead.ts";
import { insertDecision } from "../store/sqlite/tables/decision.ts";
import { readLastGroupRun } from "../store/sqlite/tables/linkState.ts";
import { listMembers, readSeriesRow } from "../store/sqlite/tables/series.ts";
import { appendSeriesRecord } from "../store/sqlite/tables/seriesRecord.ts";
import type { CompareTaskInput } from "./compareTask.ts";

function casesOf(db: ReadableDb, series: string): string[] {
  const run = readLastGroupRun(db);
  if (!run || !readSeriesRow(db, run.id, series)) throw new CaseweaveError("series-unknown", { series });
  return listMembers(db, run.id, series).map((member) => member.case);
}

function mustDiffer(series: string, other: string | null): void {
  if (series === other) throw new CaseweaveError("series-same", { series });
}

interface RecordParams {
  readonly series: string;
  readonly status: SeriesStatus;
  readonly unit: string;
  readonly note: string;
}

export function recordSeries({ db, user, clock, changed }: WriteContext, { series, status, unit, note }: RecordParams): SeriesRecord {
  casesOf(db, series);
  const record = { status, unit: unit.trim(), note: note.trim(), by: user, at: isoTime(clock()) };
  appendSeriesRecord(db, series, record);
  changed("group");
  return record;
}

interface CompareParams {
  readonly series: string;
  readonly other: string | null;
  readonly without: readonly string[];
  readonly having: readonly string[];
}

/** The other series, the part that would be split off, or cases that would come in. */
function otherSide(db: ReadableDb, own: readonly string[], { other, without, having }: CompareParams): readonly string[] {
  if (other !== null) return casesOf(db, other);
  const stranger = without.find((number) => !own.includes(number)) ?? having.find((number) => !isCase(db, number));
  if (stranger !== undefined) throw new CaseweaveError("case-unknown", { case: stranger });
  return [...without, ...having];
}

export async function compareSeries(context: JobContext, asked: CompareParams): Promise<SeriesComparison> {
  const { series, other } = asked;
  mustDiffer(series, other);
  const own = casesOf(context.db, series);
  const part = otherSide(context.db, own, asked);
  const input: CompareTaskInput = {
    ...preparedOf(context),
    one: own.filter((number) => !part.includes(number)),
    other: part,
  };
  return await context.jobs.run<SeriesComparison>("compareSeries", input, { signal: context.signal, report: context.report, keep });
}

function judgeAll({ db, user, clock, changed }: WriteContext, series: string, cases: readonly string[], verdict: Verdict, reason: string) {
  if (reason.trim() === "") throw new CaseweaveError("reason-missing");
  for (const number of cases)
    insertDecision(db, { subject: "series", a: series, b: number, verdict, reason: reason.trim(), by: user, at: clock() });
  changed("decisions");
  return { decisions: cases.length };
}

export function mergeSeries(context: WriteContext, { series, other, reason }: { series: string; other: string; reason: string }) {
  mustDiffer(series, other);
  return judgeAll(context, series, [...casesOf(context.db, series), ...casesOf(context.db, other)], "confirm", reason);
}

export function splitSeries(
  context: WriteContext,
  { series, cases, reason }: { series: string; cases: readonly string[]; reason: string },
) {
  const own = casesOf(context.db, series);
  const stranger = cases.find((number) => !own.includes(number));
  if (stranger !== undefined) throw new CaseweaveError("case-unknown", { case: stranger });
  return judgeAll(context, series, cases, "reject", reason);
}
