// Handlers of the group calls.
import { CaseweaveError } from "../../../shared/errors.ts";
import type { groupCalls, SeriesItem } from "../../../shared/group/calls.ts";
import type { SourceShape } from "../../../shared/group/motifCalls.ts";
import { fenOf } from "../../../shared/model/money.ts";
import type { Handlers } from "../handler.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { countDecisionsSince } from "../store/sqlite/tables/decision.ts";
import { readLastGroupRun } from "../store/sqlite/tables/linkState.ts";
import { readDataVersion } from "../store/sqlite/tables/meta.ts";
import { tellNumbers } from "../store/sqlite/tables/purse.ts";
import { listSeriesRows } from "../store/sqlite/tables/series.ts";
import { isSeriesRunStale } from "../store/sqlite/tables/seriesSeen.ts";
import { graphChild } from "../store/warmGraph.ts";
import { graphSourceOf } from "../workspace/graphServer.ts";
import type { MotifsTaskInput, MotifsTaskResult } from "./motifsTask.ts";
import type { Ranked, RankTaskInput } from "./rankTask.ts";
import { readSeriesDetail } from "./readSeries.ts";
import { listRings, listSellers, readRing, runRings } from "./runRings.ts";
import { previewSeries, runSeries } from "./runSeries.ts";
import { compareSeries, mergeSeries, recordSeries, splitSeries } from "./seriesDesk.ts";

type Sort = "cases" | "loss" | "last" | "cohesion";

const orders: Record<Sort, (a: SeriesItem, b: SeriesItem) => number> = {
  cases: (a, b) => b.cases.length - a.cases.length,
  loss: (a, b) => (fenOf(b.loss) ?? 0) - (fenOf(a.loss) ?? 0),
  last: (a, b) => ((a.lastAt ?? "") < (b.lastAt ?? "") ? 1 : (a.lastAt ?? "") > (b.lastAt ?? "") ? -1 : 0),
  cohesion: (a, b) => b.cohesionBits - a.cohesionBits,
};

const numberOf = (series: string) => Number(series.slice(2));

function listSeries(db: ReadableDb, sort: Sort) {
  const run = readLastGroupRun(db);
  if (!run) return { series: [], stale: readDataVersion(db) > 0, runId: null, decidedSince: 0 };
  const series = listSeriesRows(db, run.id).map((row) => JSON.parse(row.detail) as SeriesItem);
  series.sort((a, b) => orders[sort](a, b) || numberOf(a.series) - numberOf(b.series));
  const stale = isSeriesRunStale(db, run);
  return { series, stale, runId: run.id, decidedSince: countDecisionsSince(db, run.at) };
}

export const groupHandlers: Handlers<typeof groupCalls> = {
  "group.findMotifs": ({ kinds, windowDays }, { jobs, workspace: { path, key }, signal, report }) => {
    const input: MotifsTaskInput = { path, key, kinds, windowDays };
    return jobs.run<MotifsTaskResult>("findMotifs", input, { signal, report });
  },
  "group.rankEntities": async (asked, context) => {
    const { jobs, signal, report } = context;
    const input: RankTaskInput = { ...graphSourceOf(context), ...asked, links: asked.links?.map((kind) => kind.toLowerCase()) ?? null };
    const { entities, travelled } = await jobs.run<Ranked>("rankEntities", input, { signal, report, keep: graphChild });
    context.graphs.travelled = travelled;
    return entities;
  },
  "group.nameSources": (_params, { jobs, workspace: { path, key }, signal, report }) =>
    jobs.run<SourceShape[]>("nameSources", { path, key }, { signal, report }),
  "group.findRings": (_params, context) => runRings(context),
  "group.listRings": ({ sort }, { db }) => tellNumbers(db, listRings(db, sort)),
  "group.readRing": ({ ring }, { db }) => tellNumbers(db, readRing(db, ring)),
  "group.listSellers": (_params, { db }) => tellNumbers(db, listSellers(db)),
  "group.recordSeries": (params, context) => recordSeries(context, params),
  "group.compareSeries": async (params, context) => tellNumbers(context.db, await compareSeries(context, params)),
  "group.mergeSeries": (params, context) => mergeSeries(context, params),
  "group.splitSeries": (params, context) => splitSeries(context, params),
  "group.runSeries": (_params, context) => runSeries(context),
  "group.listSeries": ({ sort }, { db }) => listSeries(db, sort),
  "group.previewWithout": (asked, context) => previewSeries(context, asked),
  "group.readSeries": ({ series }, { db }) => {
    const detail = readSeriesDetail(db, series);
    if (!detail) throw new CaseweaveError("series-unknown", { series });
    return tellNumbers(db, detail);
  },
};
