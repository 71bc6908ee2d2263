// Runs grouping: the child clusters, the engine stores the new version in one commit.
import { CaseweaveError } from "../../../shared/errors.ts";
import type { GroupRun } from "../../../shared/group/calls.ts";
import type { JobContext } from "../handler.ts";
import { databaseOf, keep } from "../link/runLink.ts";
import { readLastLinkRun } from "../store/sqlite/tables/linkRun.ts";
import { keepPreparedState } from "../store/sqlite/tables/linkState.ts";
import { insertGroupRun } from "../store/sqlite/tables/series.ts";
import type { GroupTaskResult } from "./groupTask.ts";

export async function runSeries(context: JobContext): Promise<GroupRun> {
  return await context.exclusive(async () => {
    const began = context.clock();
    const linkRun = readLastLinkRun(context.db);
    if (!linkRun) throw new CaseweaveError("not-linked-yet");
    const options = { signal: context.signal, report: context.report, keep };
    const input = databaseOf(context);
    const { series, members, changes } = await context.jobs.run<GroupTaskResult>("groupSeries", input, options);
    const seconds = (context.clock() - began) / 1000;
    const run = { linkRunId: linkRun.id, dataVersion: linkRun.dataVersion, at: context.clock(), seconds, changes };
    const detail = { series: series.length, members: members.length };
    const runId = context.commit({ action: "group.stored", detail }, ["group"], (db) => {
      keepPreparedState(db, input.state);
      return insertGroupRun(db, run, series, members);
    });
    return { runId, dataVersion: linkRun.dataVersion, series: series.length, cases: members.length, seconds };
  });
}
