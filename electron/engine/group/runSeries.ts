// Runs grouping: the child clusters, the engine stores the new version in one commit.
import { CaseweaveError } from "../../../shared/errors.ts";
import type { GroupRun } from "../../../shared/group/calls.ts";
import type { JobContext } from "../handler.ts";
import { readLastLinkRun } from "../store/sqlite/tables/linkRun.ts";
import { insertGroupRun } from "../store/sqlite/tables/series.ts";
import type { GroupTaskResult } from "./groupTask.ts";

export async function runSeries(context: JobContext): Promise<GroupRun> {
  return await context.exclusive(async () => {
    const began = context.clock();
    const linkRun = readLastLinkRun(context.db);
    if (!linkRun) throw new CaseweaveError("not-linked-yet");
    const task = { path: context.workspace.path, key: context.workspace.key, linkRunId: linkRun.id };
    const { series, members, changes } = await context.jobs.run<GroupTaskResult>("groupSeries", task, { signal: context.signal, report: context.report });
    const seconds = (context.clock() - began) / 1000;
    const run = { linkRunId: linkRun.id, dataVersion: linkRun.dataVersion, at: context.clock(), seconds, changes };
    const detail = { series: series.length, members: members.length };
    const runId = context.commit({ action: "group.stored", detail }, ["group"], (db) => insertGroupRun(db, run, series, members));
    return { runId, dataVersion: linkRun.dataVersion, series: series.length, cases: members.length, seconds };
  });
}
