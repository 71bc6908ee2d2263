// Handlers of the chart calls.
import type { chartCalls, Expansion } from "../../../shared/chart/calls.ts";
import { type ChartDocument, chartDocumentSchema } from "../../../shared/chart/calls.ts";
import type { ChartNode } from "../../../shared/chart/elements.ts";
import type { Connections, PathAnswer } from "../../../shared/chart/pathCalls.ts";
import { CaseweaveError } from "../../../shared/errors.ts";
import { publicReason } from "../../../shared/link/publicEntities.ts";
import { parseEntityRef } from "../../../shared/model/entity.ts";
import { isoTime } from "../../../shared/model/time.ts";
import type { Handlers, JobContext, ReadContext } from "../handler.ts";
import type { GraphReader } from "../store/graphReader.ts";
import { requireKnownKinds } from "../store/knownKinds.ts";
import { deleteChart, listCharts, nextChartId, readChart, upsertChart } from "../store/sqlite/tables/chart.ts";
import { deleteSnapshots, deleteWork, moveWork, readWork } from "../store/sqlite/tables/chartWork.ts";
import { graphChild } from "../store/warmGraph.ts";
import { graphSourceOf, isForeign } from "../workspace/graphServer.ts";
import { readEvidenceLinks } from "./evidenceLinks.ts";
import { keepClear } from "./keepClear.ts";
import { openSubject } from "./openSubject.ts";
import type { ConnectionTaskInput, PathTaskInput } from "./pathTask.ts";
import { readEntityFacts } from "./readEntityFacts.ts";
import { readForeignEntity } from "./readForeignEntity.ts";
import { workHandlers } from "./workHandlers.ts";

/** Neighbours from which on expanding asks first. */
const hubNeighbours = 200;

interface ExpandParams {
  readonly entity: string;
  readonly groups?: readonly { readonly link: string; readonly direction: "out" | "in" | "both"; readonly kind: string }[] | undefined;
  readonly links?: readonly string[] | undefined;
  readonly limit: number;
  readonly present: readonly string[];
  readonly withPublic: boolean;
}

async function requireNode(graph: GraphReader, ref: string): Promise<ChartNode> {
  const [node] = await graph.readNodes([ref]);
  if (!node) throw new CaseweaveError("entity-unknown", { entity: ref });
  return node;
}

async function expandEntity(params: ExpandParams, { graph }: ReadContext): Promise<Expansion> {
  await requireNode(graph, params.entity);
  await requireKnownKinds(graph, { links: params.links });
  const counts = await graph.countNeighbours(params.entity, new Set(params.present));
  const wantedLinks = params.links && new Set(params.links.map((link) => link.toLowerCase()));
  const groups = params.groups ?? (wantedLinks ? counts.filter(({ link }) => wantedLinks.has(link.toLowerCase())) : null);
  const { neighbours, total } = await graph.listNeighbours(params.entity, groups, params.limit, params.withPublic);
  const nodes = await graph.readNodes([params.entity, ...neighbours.map(({ node }) => node.ref)]);
  const links = await graph.readLinksAmong([...new Set([...nodes.map(({ ref }) => ref), ...params.present])]);
  return { counts, nodes, links, total, left: total - neighbours.length };
}

async function countNeighbours(graph: GraphReader, entity: string, present: readonly string[]) {
  const { kind, label } = await requireNode(graph, entity);
  const counts = await graph.countNeighbours(entity, new Set(present));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const reason = publicReason(kind, parseEntityRef(entity).key, label);
  return { counts, total, hub: reason ?? (total > hubNeighbours ? "many-neighbours" : null) };
}

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

export const chartHandlers: Handlers<typeof chartCalls> = {
  ...workHandlers,
  "chart.findPaths": ({ links, ...asked }, context) => {
    const { signal, report } = context;
    const input: PathTaskInput = { ...questionOf(context, links), ...asked };
    return context.jobs.run<PathAnswer>("findPaths", input, { signal, report, keep });
  },
  "chart.findConnections": ({ links, ...asked }, context) => {
    const { signal, report } = context;
    const input: ConnectionTaskInput = { ...questionOf(context, links), ...asked };
    return context.jobs.run<Connections>("findConnections", input, { signal, report, keep });
  },
  "chart.openSubject": ({ subject }, context) => openSubject(context, subject),
  "chart.countNeighbours": ({ entity, present }, { graph }) => countNeighbours(graph, entity, present),
  "chart.expandEntity": (params, context) => expandEntity(params, context),
  "chart.readElements": ({ refs, links }, context) => readElements(context, refs, links),
  "chart.readEntity": ({ entity, events }, { db, graph, graphs: { server } }) =>
    isForeign(server) ? readForeignEntity(graph, server, entity) : readEntityFacts(db, entity, events),
  "chart.listCharts": (_params, { db }) =>
    listCharts(db).map(({ id, name, savedAt, entities }) => ({ id, name, savedAt: isoTime(savedAt), entities })),
  "chart.readChart": ({ id }, { db }) => {
    const chart = readChart(db, id);
    if (!chart) throw new CaseweaveError("chart-unknown", { id });
    const document: ChartDocument = chartDocumentSchema.parse(JSON.parse(chart.document));
    return { id, name: chart.name, savedAt: isoTime(chart.savedAt), entities: document.nodes.length, document };
  },
  "chart.saveChart": ({ id, name, document, work }, { db, clock, show, changed }) => {
    const clear = keepClear([id === null ? "" : (readChart(db, id)?.document ?? ""), readWork(db, work ?? id ?? "")?.document ?? ""], show);
    const chart = { id: id ?? nextChartId(db), name, document: JSON.stringify(clear(document)), savedAt: clock() };
    upsertChart(db, chart);
    if (work !== null && work !== chart.id) moveWork(db, work, chart.id);
    changed("charts");
    return { id: chart.id, name, savedAt: isoTime(chart.savedAt), entities: document.nodes.length };
  },
  "chart.deleteChart": ({ id }, { db, changed }) => {
    if (!deleteChart(db, id)) throw new CaseweaveError("chart-unknown", { id });
    deleteWork(db, id);
    deleteSnapshots(db, id);
    changed("charts");
    return { id };
  },
};
