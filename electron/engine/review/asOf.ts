// Handlers of what was held true when.
import type { SeriesItem } from "../../../shared/group/calls.ts";
import { isoTime, parseIsoTime } from "../../../shared/model/time.ts";
import type { asOfCalls, RingThen, SeriesThen, SignOff } from "../../../shared/review/asOfCalls.ts";
import { readStoredRing } from "../group/storedRing.ts";
import type { Handlers } from "../handler.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { countDecisionsUntil, listSignOffsUntil, readGroupRunAt, readRingRunAt } from "../store/sqlite/tables/asOf.ts";
import { readLastGroupRun } from "../store/sqlite/tables/linkState.ts";
import { listRingRows } from "../store/sqlite/tables/rings.ts";
import { listMembers, listSeriesRows } from "../store/sqlite/tables/series.ts";

const dayMilliseconds = 86_400_000;

function seriesThen(db: ReadableDb, runId: number, at: number): readonly SeriesThen[] {
  const signed = new Map(listSignOffsUntil(db, at).map(({ series, verdict }) => [series, verdict]));
  return listSeriesRows(db, runId)
    .map((row): SeriesThen => {
      const { cases, loss, firstAt, lastAt } = JSON.parse(row.detail) as SeriesItem;
      return { series: row.id, title: row.title, count: cases.length, loss, firstAt, lastAt, signedOff: signed.get(row.id) ?? null };
    })
    .sort((a, b) => b.count - a.count || (a.series < b.series ? -1 : 1));
}

function ringsThen(db: ReadableDb, runId: number): readonly RingThen[] {
  return listRingRows(db, runId).map(({ detail }) => {
    const { ring, namedBy, title, cases, people, loss } = readStoredRing(detail);
    return { ring, namedBy, title, count: cases.length, people, loss };
  });
}

const casesOf = (db: ReadableDb, runId: number, series: string): readonly string[] =>
  listMembers(db, runId, series).map((member) => member.case);

function readSignOff(db: ReadableDb, series: string): SignOff | null {
  const last = listSignOffsUntil(db, Number.MAX_SAFE_INTEGER).find((one) => one.series === series);
  if (last === undefined) return null;
  const { id, verdict, reason, by, at } = last;
  const cases = casesOf(db, Number(last.run), series);
  const now = casesOf(db, readLastGroupRun(db)?.id ?? 0, series);
  return {
    decision: id,
    verdict,
    reason,
    by,
    at: isoTime(at),
    runId: Number(last.run),
    cases,
    joined: now.filter((number) => !cases.includes(number)),
    gone: cases.filter((number) => !now.includes(number)),
  };
}

export const asOfHandlers: Handlers<typeof asOfCalls> = {
  "review.readSignOff": ({ series }, { db }) => readSignOff(db, series),
  "review.readAsOf": ({ day }, { db }) => {
    const end = parseIsoTime(day)!.at + dayMilliseconds - 1;
    const [group, rings] = [readGroupRunAt(db, end), readRingRunAt(db, end)];
    return {
      seriesAt: group ? isoTime(group.at) : null,
      ringsAt: rings ? isoTime(rings.at) : null,
      series: group ? seriesThen(db, group.id, end) : [],
      rings: rings ? ringsThen(db, rings.id) : [],
      decisions: countDecisionsUntil(db, end),
    };
  },
};
