// Handlers of the workspace calls.

import { basename } from "node:path";
import { isoTime } from "../../../shared/model/time.ts";
import type { workspaceCalls } from "../../../shared/workspace/calls.ts";
import { auditSoFar } from "../audit/auditSoFar.ts";
import { selfTest } from "../demo/selfTest.ts";
import type { Handlers, ReadContext } from "../handler.ts";
import { listOwed } from "../import/tellOf.ts";
import { latestVersion } from "../store/sqlite/migrations/index.ts";
import { countAlertStates } from "../store/sqlite/tables/alert.ts";
import { countDecisionsUntil } from "../store/sqlite/tables/asOf.ts";
import { readAuditHead } from "../store/sqlite/tables/audit.ts";
import { listCharts } from "../store/sqlite/tables/chart.ts";
import { countMergedCases } from "../store/sqlite/tables/countedCases.ts";
import { countEntities, countEvents, countSources, readCaseSpan } from "../store/sqlite/tables/counts.ts";
import { readIdentityState } from "../store/sqlite/tables/identityOf.ts";
import { allPairs, countPairs, readLastLinkRun } from "../store/sqlite/tables/linkRun.ts";
import { readLastGroupRun, readLinkState } from "../store/sqlite/tables/linkState.ts";
import { readDataVersion } from "../store/sqlite/tables/meta.ts";
import { listSeriesRows } from "../store/sqlite/tables/series.ts";
import { graphHandlers } from "./graphHandlers.ts";
import { isForeign } from "./graphServer.ts";
import { queryViews } from "./queryViews.ts";
import { readOverview } from "./readOverview.ts";
import { remember } from "./remember.ts";
import { searchEntities } from "./searchEntities.ts";
import { searchForeign } from "./searchForeign.ts";

function readInfo({ db, workspace, user, telling }: ReadContext) {
  const linkRun = readLastLinkRun(db);
  const groupRun = readLastGroupRun(db);
  const state = readLinkState(db);
  const pairs = remember(db, "pairs", `${state}.${linkRun?.id}`, () =>
    linkRun ? countPairs(db, linkRun.id, allPairs) : { all: 0, judged: 0 },
  );
  const version = String(readDataVersion(db));
  const sources = countSources(db);
  const span = remember(db, "span", version, () => readCaseSpan(db));
  return {
    path: workspace.path,
    name: basename(workspace.path, ".caseweave"),
    readOnly: workspace.readOnly,
    encrypted: workspace.encrypted,
    schemaVersion: latestVersion,
    dataVersion: readDataVersion(db),
    entities: remember(db, "entities", version, () => countEntities(db)),
    mergedCases: remember(db, "mergedCases", `${version}.${readIdentityState(db)}`, () => countMergedCases(db)),
    events: remember(db, "events", version, () => countEvents(db)),
    sources: sources.sources,
    rejectedRows: sources.rejected,
    pairsWaiting: pairs.all - pairs.judged,
    series: groupRun ? listSeriesRows(db, groupRun.id).length : 0,
    charts: listCharts(db).length,
    linkedAt: linkRun?.dataVersion ?? null,
    groupedAt: groupRun?.dataVersion ?? null,
    auditEntries: readAuditHead(db)?.sequence ?? 0,
    auditIntact: auditSoFar(db),
    decisions: countDecisionsUntil(db, Number.MAX_SAFE_INTEGER),
    newAlerts: countAlertStates(db).new,
    untold: listOwed({ db, telling }).length,
    firstAt: span.first,
    lastAt: span.last,
    user,
  };
}

export const workspaceHandlers: Handlers<typeof workspaceCalls> = {
  ...graphHandlers,
  "workspace.readInfo": (_params, context) => readInfo(context),
  "workspace.runSelfTest": (params, context) => selfTest(context, params),
  "workspace.readOverview": (_params, { db, clock }) => readOverview(db, clock()),
  "workspace.listJobs": (_params, { running }) =>
    running.list().map(({ startedAt, ...job }) => ({ ...job, startedAt: isoTime(startedAt) })),
  "workspace.cancelJob": ({ id }, { running }) => ({ id, wasRunning: running.cancel(id) }),
  "workspace.queryViews": (asked, context) => queryViews(context, asked),
  "workspace.searchEntities": ({ words, kind, limit }, { db, graph, graphs, show }) =>
    isForeign(graphs.server) ? searchForeign(graph, words, kind, limit, show) : searchEntities(db, words, kind, limit, show),
};
