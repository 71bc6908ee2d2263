// The record of each series, newest last, and the cases that people took out of it.
import type { SeriesRecord, TakenOut } from "../../../../../shared/group/seriesCalls.ts";
import { isoTime } from "../../../../../shared/model/time.ts";
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";
import { readMeta, writeMeta } from "./meta.ts";

const keyOf = (series: string) => `seriesRecord/${series}`;

export const listSeriesRecords = (db: ReadableDb, series: string): readonly SeriesRecord[] =>
  JSON.parse(readMeta(db, keyOf(series)) ?? "[]") as SeriesRecord[];

export function appendSeriesRecord(db: WritableDb, series: string, record: SeriesRecord): void {
  writeMeta(db, keyOf(series), JSON.stringify([...listSeriesRecords(db, series), record]));
}

/** Cases whose latest judgement in the series is a rejection. */
export const listTakenOut = (db: ReadableDb, series: string): readonly TakenOut[] =>
  db
    .all<{ case: string; reason: string; by: string; at: number }>(
      sql`SELECT b AS "case", reason, by, at FROM decision
        WHERE id IN (SELECT max(id) FROM decision WHERE subject = 'series' AND a = ${series} GROUP BY b) AND verdict = 'reject' ORDER BY b`,
    )
    .map(({ at, ...row }) => ({ ...row, at: isoTime(at) }));
