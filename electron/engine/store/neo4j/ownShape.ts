// The shape of the graph that `push` keeps on a server.
import type { NeighbourCount } from "../../../../shared/chart/calls.ts";
import type { ChartNode } from "../../../../shared/chart/elements.ts";
import { publicTables } from "../../../../shared/link/publicEntities.ts";
import { type Projection, type ProjectionBatch, sightingKinds } from "../graphReader.ts";
import { searchPattern } from "../searchPattern.ts";
import type { Neo4jSession } from "./connect.ts";
import { ownCypher } from "./cypher.ts";
import type { GraphShape } from "./neo4jReader.ts";
import { fromOwnLink, fromOwnNode, nodeId } from "./ownGraph.ts";
import type { Row } from "./plainValue.ts";
import { streamBatches } from "./streamBatches.ts";

export function ownShape(session: Neo4jSession, graph: string, signal?: AbortSignal): GraphShape {
  const read = (statement: Parameters<Neo4jSession["read"]>[0], parameters: Row | object) =>
    session.read(statement, { graph, ...parameters }, { signal });
  const linkParameters = (links: readonly string[] | null) => ({ links });
  const toNodes = (rows: readonly Row[]): ChartNode[] => rows.map(({ properties }) => fromOwnNode(properties as Row));
  return {
    statements: ownCypher,
    linkParameters,
    find: async (refs) => {
      const rows = await read(ownCypher.find, { ids: refs.map((ref) => nodeId(graph, ref)) });
      return new Map(rows.map(({ ref, element }) => [String(ref), String(element)]));
    },
    toNode: (_element, _labels, properties) => fromOwnNode(properties),
    toLink: (from, to, _type, properties) => fromOwnLink(from, to, properties),
    readCounts: async () => ({
      nodes: toCounts(await read(ownCypher.countKinds, {})),
      links: toCounts(await read(ownCypher.countLinks, {})),
    }),
    countNeighbours: async (element, present) =>
      (await read(ownCypher.countNeighbours, { element, present: [...present], ...publicTables })).map(toNeighbourCount),
    searchNodes: async (words, kind, limit) => {
      const typed = searchPattern(words);
      return typed === null ? [] : toNodes(await read(ownCypher.search, { ...typed, kind, limit }));
    },
    listEntities: async (kind, after, limit) => toNodes(await read(ownCypher.entities, { kind, after, limit })),
    streamProjection: (projection) => streamProjection(session, graph, projection, signal),
    listMeetingCandidates: async ({ min, within, limit }) => {
      const rows = await read(ownCypher.meetings, { kinds: sightingKinds, min, within, limit });
      return rows.map(({ a, b, places }) => ({ a: String(a), b: String(b), places: Number(places) }));
    },
  };
}

const toNeighbourCount = ({ link, direction, kind, count, publicCount, onChart }: Row): NeighbourCount => ({
  link: String(link),
  direction: direction as NeighbourCount["direction"],
  kind: String(kind),
  count: Number(count),
  publicCount: Number(publicCount),
  onChart: Number(onChart),
});

const toCounts = (rows: readonly Row[]) =>
  rows.map(({ kind, count }) => ({ kind: String(kind), count: Number(count) })).sort((a, b) => (a.kind < b.kind ? -1 : 1));

async function* streamProjection(
  session: Neo4jSession,
  graph: string,
  projection: Projection,
  signal: AbortSignal | undefined,
): AsyncGenerator<ProjectionBatch> {
  const parameters = { graph, ...projection };
  const nodes = session.stream(ownCypher.projectedNodes, parameters, { signal });
  const links = session.stream(ownCypher.projectedLinks, parameters, { signal });
  yield* streamBatches(nodes, [links], ({ ref }) => String(ref));
}
