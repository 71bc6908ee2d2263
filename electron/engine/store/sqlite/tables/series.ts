// Series of the group runs: each run keeps its own, so that a version can be compared with the one before.
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";

export interface SeriesRow {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
}

export interface MemberRow {
  readonly series: string;
  readonly case: string;
  readonly bits: number;
  readonly membership: number;
  readonly state: "core" | "borderline" | "waiting";
}

export interface NewGroupRun {
  readonly linkRunId: number;
  readonly dataVersion: number;
  readonly at: number;
  readonly seconds: number;
  readonly changes: Readonly<Record<string, readonly string[]>>;
}

export function insertGroupRun(db: WritableDb, run: NewGroupRun, series: readonly SeriesRow[], members: readonly MemberRow[]): number {
  const { lastId } = db.run(sql`INSERT INTO group_run (link_run_id, data_version, at, seconds, changes)
    VALUES (${run.linkRunId}, ${run.dataVersion}, ${run.at}, ${run.seconds}, ${JSON.stringify(run.changes)})`);
  const insertSeries = db.prepare("INSERT INTO series (run_id, id, title, detail) VALUES (?, ?, ?, ?)");
  for (const one of series) insertSeries.run(lastId, one.id, one.title, one.detail);
  const insertMember = db.prepare('INSERT INTO series_member (run_id, series, "case", bits, membership, state) VALUES (?, ?, ?, ?, ?, ?)');
  for (const member of members) insertMember.run(lastId, member.series, member.case, member.bits, member.membership, member.state);
  return lastId;
}

export const listSeriesRows = (db: ReadableDb, runId: number) =>
  db.all<SeriesRow>(sql`SELECT id, title, detail FROM series WHERE run_id = ${runId} ORDER BY id`);

export const readSeriesRow = (db: ReadableDb, runId: number, id: string) =>
  db.get<SeriesRow>(sql`SELECT id, title, detail FROM series WHERE run_id = ${runId} AND id = ${id}`);

export const listMembers = (db: ReadableDb, runId: number, series: string) =>
  db.all<MemberRow>(
    sql`SELECT series, "case", bits, membership, state FROM series_member WHERE run_id = ${runId} AND series = ${series} ORDER BY "case"`,
  );

export const listAllMembers = (db: ReadableDb, runId: number) =>
  db.all<MemberRow>(sql`SELECT series, "case", bits, membership, state FROM series_member WHERE run_id = ${runId} ORDER BY series, "case"`);

export const readSeriesOfCase = (db: ReadableDb, runId: number, number: string) =>
  db.get<{ series: string }>(
    sql`SELECT series FROM series_member WHERE run_id = ${runId} AND "case" = ${number} AND state <> 'waiting' LIMIT 1`,
  )?.series ?? null;

/** The last run that had a series of this name. */
export const readLastRunOf = (db: ReadableDb, series: string): number | undefined =>
  db.get<{ run: number }>(sql`SELECT run_id AS run FROM series WHERE id = ${series} ORDER BY run_id DESC LIMIT 1`)?.run;

/** Series that hold some of the cases, those that hold most of them first. */
export const countMembersAmong = (db: ReadableDb, runId: number, cases: readonly string[]) =>
  db.all<{ series: string; count: number }>(
    sql`SELECT series, count(*) AS count FROM series_member WHERE run_id = ${runId} AND state <> 'waiting' AND "case" IN ${sqlJsonList(cases)}
      GROUP BY series ORDER BY count DESC, series`,
  );
