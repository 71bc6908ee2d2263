// Handlers of the chart calls.
import type { chartCalls } from "../../../shared/chart/calls.ts";
import { type ChartDocument, chartDocumentSchema } from "../../../shared/chart/calls.ts";
import type { Connections, PathAnswer } from "../../../shared/chart/pathCalls.ts";
import { CaseweaveError } from "../../../shared/errors.ts";
import { isoTime } from "../../../shared/model/time.ts";
import type { Handlers, JobContext, ReadContext } from "../handler.ts";
import { readBroughtBy } from "../store/sqlite/tables/bundle.ts";
import { deleteChart, listCharts, nextChartId, readChart, upsertChart } from "../store/sqlite/tables/chart.ts";
import { deleteSnapshots, deleteWork, moveWork, readWork } from "../store/sqlite/tables/chartWork.ts";
import { graphChild } from "../store/warmGraph.ts";
import { graphSourceOf, isForeign } from "../workspace/graphServer.ts";
import { attachmentHandlers } from "./attachmentHandlers.ts";
import { listTimes, placeElements } from "./chartViews.ts";
import { readEvidenceLinks } from "./evidenceLinks.ts";
import { countNeighbours, expandEntity } from "./expandEntity.ts";
import { keepClear } from "./keepClear.ts";
import { openSubject } from "./openSubject.ts";
import type { ConnectionTaskInput, PathTaskInput } from "./pathTask.ts";
import { readEntityFacts } from "./readEntityFacts.ts";
import { readForeignEntity } from "./readForeignEntity.ts";
import { workHandlers } from "./workHandlers.ts";

async function readElements({ graph, db }: ReadContext, refs: readonly string[], ids: readonly string[]) {
  const nodes = await graph.readNodes(refs);
  const known = new Set(nodes.map(({ ref }) => ref));
  const links = [...(await graph.readLinksAmong([...known])), ...readEvidenceLinks(db, ids)];
  return { nodes, links, missing: refs.filter((ref) => !known.has(ref)) };
}

/** Questions about the same graph go to the same child. */
const keep = graphChild;

const questionOf = (context: JobContext, links: readonly string[] | null) => ({
  ...graphSourceOf(context),
  links: links?.map((kind) => kind.toLowerCase()) ?? null,
});

/** The number of links that travelled also stands with the state of the graph. */
async function toldOf<Answer extends { readonly travelled: number | null }>(
  { graphs }: JobContext,
  asked: Promise<Answer>,
): Promise<Answer> {
  const answer = await asked;
  if (answer.travelled !== null) graphs.travelled = answer.travelled;
  return answer;
}

export const chartHandlers: Handlers<typeof chartCalls> = {
  ...workHandlers,
  ...attachmentHandlers,
  "chart.findPaths": ({ links, ...asked }, context) => {
    const { signal, report } = context;
    const input: PathTaskInput = { ...questionOf(context, links), ...asked };
    return toldOf(context, context.jobs.run<PathAnswer>("findPaths", input, { signal, report, keep }));
  },
  "chart.findConnections": ({ links, ...asked }, context) => {
    const { signal, report } = context;
    const input: ConnectionTaskInput = { ...questionOf(context, links), ...asked };
    return toldOf(context, context.jobs.run<Connections>("findConnections", input, { signal, report, keep }));
  },
  "chart.openSubject": ({ subject }, context) => openSubject(context, subject),
  "chart.countNeighbours": (params, { graph }) => countNeighbours(graph, params),
  "chart.expandEntity": (params, context) => expandEntity(params, context),
  "chart.readElements": ({ refs, links }, context) => readElements(context, refs, links),
  "chart.readEntity": ({ entity, events }, { db, graph, graphs: { server } }) =>
    isForeign(server) ? readForeignEntity(graph, server, entity) : readEntityFacts(db, entity, events),
  "chart.listTimes": ({ refs, limit }, { db }) => listTimes(db, refs, limit),
  "chart.placeElements": ({ refs }, { db }) => placeElements(db, refs),
  "chart.listCharts": (_params, { db }) =>
    listCharts(db).map(({ id, name, savedAt, entities }) => ({
      id,
      name,
      savedAt: isoTime(savedAt),
      entities,
      from: readBroughtBy(db, "chart", id),
    })),
  "chart.readChart": ({ id }, { db }) => {
    const chart = readChart(db, id);
    if (!chart) throw new CaseweaveError("chart-unknown", { id });
    const document: ChartDocument = chartDocumentSchema.parse(JSON.parse(chart.document));
    return {
      id,
      name: chart.name,
      savedAt: isoTime(chart.savedAt),
      entities: document.nodes.length,
      from: readBroughtBy(db, "chart", id),
      document,
    };
  },
  "chart.saveChart": ({ id, name, document, work }, { db, clock, show, changed }) => {
    const clear = keepClear([id === null ? "" : (readChart(db, id)?.document ?? ""), readWork(db, work ?? id ?? "")?.document ?? ""], show);
    const chart = { id: id ?? nextChartId(db), name, document: JSON.stringify(clear(document)), savedAt: clock() };
    upsertChart(db, chart);
    if (work !== null && work !== chart.id) moveWork(db, work, chart.id);
    changed("charts");
    const from = readBroughtBy(db, "chart", chart.id);
    return { id: chart.id, name, savedAt: isoTime(chart.savedAt), entities: document.nodes.length, from };
  },
  "chart.deleteChart": ({ id }, { db, changed }) => {
    if (!deleteChart(db, id)) throw new CaseweaveError("chart-unknown", { id });
    deleteWork(db, id);
    deleteSnapshots(db, id);
    changed("charts");
    return { id };
  },
};
