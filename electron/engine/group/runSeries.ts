// Runs grouping: the child clusters, the engine stores the new version in one commit.
import { CaseweaveError } from "../../../shared/errors.ts";
import type { GroupRun, SeriesItem, SeriesWithout } from "../../../shared/group/calls.ts";
import type { WithoutEffect } from "../../../shared/group/previewWithout.ts";
import type { Cut } from "../../../shared/link/withoutLinks.ts";
import type { JobContext } from "../handler.ts";
import { databaseOf, keep, preparedOf } from "../link/runLink.ts";
import { readAddressState } from "../store/sqlite/tables/addressMatch.ts";
import { keepAddressesSeen } from "../store/sqlite/tables/addressSeen.ts";
import { readIdentityState } from "../store/sqlite/tables/identityOf.ts";
import { keepIdentitiesSeen } from "../store/sqlite/tables/identitySeen.ts";
import { readLastLinkRun } from "../store/sqlite/tables/linkRun.ts";
import { keepPreparedState, readLastGroupRun } from "../store/sqlite/tables/linkState.ts";
import { insertGroupRun, listSeriesRows } from "../store/sqlite/tables/series.ts";
import type { GroupTaskResult } from "./groupTask.ts";
import type { PreviewTaskInput } from "./previewTask.ts";

export async function runSeries(context: JobContext): Promise<GroupRun> {
  return await context.exclusive(async () => {
    const began = context.clock();
    const linkRun = readLastLinkRun(context.db);
    if (!linkRun) throw new CaseweaveError("not-linked-yet");
    const options = { signal: context.signal, report: context.report, keep };
    const input = databaseOf(context);
    const [identities, addresses] = [readIdentityState(context.db), readAddressState(context.db)];
    const { series, members, changes } = await context.jobs.run<GroupTaskResult>("groupSeries", input, options);
    const seconds = (context.clock() - began) / 1000;
    const run = { linkRunId: linkRun.id, dataVersion: linkRun.dataVersion, at: context.clock(), seconds, changes };
    const detail = { series: series.length, members: members.length };
    const runId = context.commit({ action: "group.stored", detail }, ["group"], (db) => {
      keepPreparedState(db, input.state);
      keepIdentitiesSeen(db, "series", identities);
      keepAddressesSeen(db, "series", addresses);
      return insertGroupRun(db, run, series, members);
    });
    return { runId, dataVersion: linkRun.dataVersion, series: series.length, cases: members.length, seconds };
  });
}

interface Asked {
  readonly cases: readonly string[];
  readonly without: readonly string[];
  readonly cuts: readonly Cut[];
}

/** Series of the last run that hold any of the cases, without some identifiers and links. */
export async function previewSeries(context: JobContext, { cases, without, cuts }: Asked): Promise<SeriesWithout[]> {
  const run = readLastGroupRun(context.db);
  if (!run) throw new CaseweaveError("not-grouped-yet");
  const asked = new Set(cases);
  const rows = listSeriesRows(context.db, run.id).map((row) => JSON.parse(row.detail) as SeriesItem);
  const touched = rows.filter((one) => one.cases.some((number) => asked.has(number)));
  if (touched.length === 0) return [];
  const input: PreviewTaskInput = { ...preparedOf(context), series: touched.map((one) => one.cases), without, cuts };
  const options = { signal: context.signal, report: context.report, keep };
  const effects = await context.jobs.run<WithoutEffect[]>("previewWithout", input, options);
  return touched.map(({ series, title }, i) => ({ series, title, ...effects[i]! }));
}
