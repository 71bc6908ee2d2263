// Graph questions answered from the edge table, whole-graph ones by the graph core.
import type { ChartLink } from "../../../../shared/chart/elements.ts";
import { entityRef, parseEntityRef } from "../../../../shared/model/entity.ts";
import { findCoreNetwork, findCorePaths } from "../corePaths.ts";
import { type GraphReader, type Neighbour, type Projection, type ProjectionBatch, sightingKinds } from "../graphReader.ts";
import { type NeighbourEdge, rankNeighbours } from "../neighbours.ts";
import { type ProjectedGraph, projectGraph } from "../projectGraph.ts";
import { searchPattern } from "../searchPattern.ts";
import type { ReadableDb } from "./database.ts";
import { rawSql, sql, sqlJsonList } from "./sql.ts";
import { findIds, readChartNodes } from "./tables/chartNode.ts";
import { countOfEdges } from "./tables/edge.ts";
import { readEntity, ready } from "./tables/entity.ts";
import { countEntityKinds, countLinkKinds, listEntitiesOfKind, listSharedPlaces } from "./tables/graphRows.ts";
import { countNeighbours } from "./tables/neighbourCounts.ts";
import { iterateEntities, iterateLinks } from "./tables/projection.ts";
import { findEntities } from "./tables/search.ts";

/** Reads the graph of some kinds of link into the core; who asks often keeps it. */
type ReadProjected = (links: readonly string[] | null) => ProjectedGraph;

export function createSqliteGraphReader(db: ReadableDb, readProjected?: ReadProjected): GraphReader {
  const project = readProjected ?? ((links) => projectGraph(db, { kind: null, links, isUndirected: true }));
  return {
    store: "sqlite",
    readCounts: async () => ({ nodes: countEntityKinds(db), links: countLinkKinds(db) }),
    readNodes: async (refs) => readChartNodes(db, refs),
    readLinksAmong: async (refs) => readLinksAmong(db, refs),
    countNeighbours: async (ref, present) =>
      countNeighbours(
        db,
        idOf(db, ref),
        findIds(db, [...present]).map(({ id }) => id),
      ),
    listNeighbours: async (ref, groups, limit, withPublic, order) => {
      const ordered = rankNeighbours(listEdges(db, idOf(db, ref)), groups, withPublic, order);
      const nodes = readChartNodes(
        db,
        ordered.slice(0, limit).map(([other]) => other),
      );
      const strength = new Map(ordered);
      return { neighbours: nodes.map((node): Neighbour => ({ node, strength: strength.get(node.ref)! })), total: ordered.length };
    },
    findPaths: async (question) => findCorePaths(project(question.links), question),
    findNetwork: async (question) => findCoreNetwork(project(question.links), question),
    searchNodes: async (words, kind, limit) => searchNodes(db, words, kind, limit),
    listEntities: async (kind, after, limit) => {
      const page = listEntitiesOfKind(db, kind, after === "" ? "" : parseEntityRef(after).key, limit);
      return readChartNodes(
        db,
        page.map(({ key }) => entityRef(kind, key)),
      );
    },
    streamProjection: (projection) => streamProjection(db, projection),
    listMeetingCandidates: async ({ min, within, limit }) => listSharedPlaces(db, sightingKinds, within, min, limit),
  };
}

function idOf(db: ReadableDb, ref: string): number {
  const { kind, key } = parseEntityRef(ref);
  return readEntity(db, kind, key)?.id ?? -1;
}

function searchNodes(db: ReadableDb, words: string, kind: string | null, limit: number) {
  if (searchPattern(words) === null) return [];
  const found = findEntities(db, words).filter((hit) => kind === null || hit.kind === kind);
  const refs = found.map((hit) => entityRef(hit.kind, hit.key)).sort();
  return readChartNodes(db, refs.slice(0, limit));
}

interface LinkRow {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  readonly directed: number;
  readonly count: number;
  readonly sum: number;
  readonly first: number | null;
  readonly last: number | null;
}

function readLinksAmong(db: ReadableDb, refs: readonly string[]): ChartLink[] {
  const refOf = new Map(findIds(db, refs).map(({ id, kind, key }) => [id, `${kind}:${key}`]));
  const ids = sqlJsonList([...refOf.keys()]);
  // The plus keeps SQLite from trying every pair of the two lists in the index.
  const rows = db.all<LinkRow>(sql`
    SELECT from_id AS "from", to_id AS "to", kind, max(directed) AS directed, ${rawSql(countOfEdges("edge"))} AS count, sum(sum) AS sum, min(first_at) AS first, max(last_at) AS last
    FROM edge WHERE from_id IN ${ids} AND +to_id IN ${ids} AND from_id <> to_id AND source_id ${ready} GROUP BY from_id, to_id, kind`);
  return rows.map((row) => toChartLink(row, refOf.get(row.from)!, refOf.get(row.to)!));
}

const toChartLink = (row: LinkRow, from: string, to: string): ChartLink => ({
  id: `${row.kind}|${from}|${to}`,
  from,
  to,
  kind: row.kind,
  directed: row.directed === 1,
  count: row.count,
  sum: row.kind === "transfer" ? row.sum : null,
  firstAt: row.first,
  lastAt: row.last,
  confirmed: true,
});

function listEdges(db: ReadableDb, id: number): NeighbourEdge[] {
  const side = (own: "from_id" | "to_id", other: "from_id" | "to_id", direction: string) => ({
    text: `SELECT g.kind, CASE WHEN max(g.directed) = 1 THEN '${direction}' ELSE 'both' END AS direction, e.kind AS otherKind, e.key, e.label,
      ${countOfEdges("g")} AS count, max(g.last_at) AS lastAt FROM edge g JOIN entity e ON e.id = g.${other}
      WHERE g.${own} = ? AND g.${other} <> g.${own} AND g.source_id NOT IN (SELECT id FROM source WHERE state = 'loading') GROUP BY g.${other}, g.kind`,
    values: [id],
  });
  return [...db.all<NeighbourEdge>(side("from_id", "to_id", "out")), ...db.all<NeighbourEdge>(side("to_id", "from_id", "in"))];
}

const batchRows = 20_000;

async function* streamProjection(db: ReadableDb, { kind, links }: Projection): AsyncGenerator<ProjectionBatch> {
  const places = new Map<number, number>();
  let nodes: string[] = [];
  for (const entity of iterateEntities(db, kind)) {
    places.set(entity.id, places.size);
    nodes.push(entityRef(entity.kind, entity.key));
    if (nodes.length < batchRows) continue;
    yield { nodes, from: [], to: [], weight: [], directed: [] };
    nodes = [];
  }
  yield { nodes, from: [], to: [], weight: [], directed: [] };
  let [from, to, weight, directed]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (const link of iterateLinks(db, links)) {
    const [a, b] = [places.get(link.from), places.get(link.to)];
    if (a === undefined || b === undefined) continue;
    from.push(a);
    to.push(b);
    weight.push(link.weight);
    directed.push(link.directed);
    if (from.length < batchRows) continue;
    yield { nodes: [], from, to, weight, directed };
    [from, to, weight, directed] = [[], [], [], []];
  }
  yield { nodes: [], from, to, weight, directed };
}
