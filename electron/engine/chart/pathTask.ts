// Paths in a child: the whole graph is read once and stays warm for the next question about the same data.
import type { ChartLink } from "../../../shared/chart/elements.ts";
import type { Connections, FoundPath, NoPathReason, PathAnswer, PathLink } from "../../../shared/chart/pathCalls.ts";
import { CaseweaveError } from "../../../shared/errors.ts";
import { connectSeeds } from "../../../shared/graph/connectSeeds.ts";
import { kShortestPaths } from "../../../shared/graph/kShortestPaths.ts";
import { allShortestPaths, shortestPath } from "../../../shared/graph/shortestPaths.ts";
import { earliestPath, type TimedEdges } from "../../../shared/graph/timedPaths.ts";
import { isoTime } from "../../../shared/model/time.ts";
import type { Task } from "../jobs/task.ts";
import type { GraphReader } from "../store/graphReader.ts";
import { type ProjectedGraph, projectGraph } from "../store/projectGraph.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { openWorkspaceFile } from "../store/sqlite/open.ts";
import { createSqliteGraphReader } from "../store/sqlite/sqliteGraphReader.ts";
import { iterateDatedSteps } from "../store/sqlite/tables/projection.ts";

interface Question {
  readonly path: string;
  readonly key: string | null;
  /** Version of the facts: the same finds the graph of the question before. */
  readonly dataVersion: number;
  /** Lower case; null: all. */
  readonly links: readonly string[] | null;
  readonly max: number;
}

export interface PathTaskInput extends Question {
  readonly from: string;
  readonly to: string;
  readonly allShortest: boolean;
  readonly best: number | null;
  readonly inTime: boolean;
}

export interface ConnectionTaskInput extends Question {
  readonly entities: readonly string[];
}

const mostPaths = 1_000;

let warm: { readonly state: string; readonly projected: ProjectedGraph } | null = null;

function graphOf(db: ReadableDb, { path, dataVersion, links }: Question): ProjectedGraph {
  const state = JSON.stringify([path, dataVersion, links]);
  if (warm?.state !== state) warm = { state, projected: projectGraph(db, { kind: null, links, isUndirected: true }) };
  return warm.projected;
}

function nodeOf({ nodeOf: nodes }: ProjectedGraph, entity: string): number {
  const node = nodes.get(entity);
  if (node === undefined) throw new CaseweaveError("entity-unknown", { entity });
  return node;
}

function withDatabase<T>({ path, key }: Question, work: (db: ReadableDb) => T): T {
  const db = openWorkspaceFile(path, { readOnly: true, key });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

export const pathTask: Task<PathTaskInput, PathAnswer> = async (input, { signal }) =>
  withDatabase(input, (db) => {
    const projected = graphOf(db, input);
    const [from, to] = [nodeOf(projected, input.from), nodeOf(projected, input.to)];
    if (input.inTime) return findInTime(db, projected, input, from, to);
    const reader = createSqliteGraphReader(db);
    const { paths, isCut } = search(projected, input, from, to, signal);
    const named = paths.map((path) => path.map((node) => projected.refs[node]!));
    const why = paths.length > 0 ? null : whyNone(projected, from, to);
    return { paths: named.map((nodes) => describePath(reader, nodes, input.links)), why, isCut };
  });

interface NodePaths {
  readonly paths: readonly (readonly number[])[];
  readonly isCut: boolean;
}

function search(
  { graph }: ProjectedGraph,
  { allShortest, best, max }: PathTaskInput,
  from: number,
  to: number,
  signal: AbortSignal,
): NodePaths {
  if (best !== null) return { paths: kShortestPaths(graph, from, to, max, best, { signal }), isCut: false };
  if (allShortest) return allShortestPaths(graph, from, to, max, mostPaths);
  const path = shortestPath(graph, from, to, max);
  return { paths: path ? [path] : [], isCut: false };
}

const whyNone = ({ graph }: ProjectedGraph, from: number, to: number): NoPathReason =>
  shortestPath(graph, from, to, graph.nodes) === null ? "apart" : "too-long";

function describePath(reader: GraphReader, nodes: readonly string[], links: readonly string[] | null): FoundPath {
  const among = reader.readLinksAmong(nodes).filter(({ kind }) => links === null || links.includes(kind.toLowerCase()));
  const steps = nodes.slice(1).flatMap((node, i) => among.filter((link) => joins(link, nodes[i]!, node)));
  return { length: nodes.length - 1, nodes, links: steps.map(toPathLink) };
}

const joins = ({ from, to }: ChartLink, a: string, b: string) => (from === a && to === b) || (from === b && to === a);
const timeOf = (at: number | null) => (at === null ? null : isoTime(at));

const toPathLink = ({ kind, from, to, directed, count, firstAt, lastAt }: ChartLink): PathLink => ({
  kind,
  from,
  to,
  directed,
  count,
  firstAt: timeOf(firstAt),
  lastAt: timeOf(lastAt),
});

function findInTime(db: ReadableDb, projected: ProjectedGraph, input: PathTaskInput, from: number, to: number): PathAnswer {
  const { edges, kinds } = readTimedEdges(db, projected, input.links);
  const path = earliestPath(edges, from, to, input.max);
  if (!path)
    return {
      paths: [],
      why: shortestPath(projected.graph, from, to, input.max) ? "not-in-time" : whyNone(projected, from, to),
      isCut: false,
    };
  const { refs } = projected;
  const links = path.edges.map((edge): PathLink => {
    const at = isoTime(edges.at[edge]!);
    return {
      kind: kinds[edge]!,
      from: refs[edges.from[edge]!]!,
      to: refs[edges.to[edge]!]!,
      directed: true,
      count: 1,
      firstAt: at,
      lastAt: at,
    };
  });
  return { paths: [{ length: path.edges.length, nodes: path.nodes.map((node) => refs[node]!), links }], why: null, isCut: false };
}

/** Links are walked both ways; only time is not. */
function readTimedEdges(
  db: ReadableDb,
  { nodeOfId }: ProjectedGraph,
  links: readonly string[] | null,
): { edges: TimedEdges; kinds: readonly string[] } {
  const [from, to, at, kinds]: [number[], number[], number[], string[]] = [[], [], [], []];
  for (const step of iterateDatedSteps(db, links)) {
    const [a, b] = [nodeOfId.get(step.from), nodeOfId.get(step.to)];
    if (a === undefined || b === undefined) continue;
    from.push(a);
    to.push(b);
    at.push(step.at);
    kinds.push(step.kind);
  }
  const edges = {
    count: from.length,
    nodes: nodeOfId.size,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    at: Float64Array.from(at),
    directed: new Uint8Array(from.length),
  };
  return { edges, kinds };
}

export const connectionTask: Task<ConnectionTaskInput, Connections> = async (input, { signal }) =>
  withDatabase(input, (db) => {
    const projected = graphOf(db, input);
    const { graph, refs } = projected;
    const seeds = [...new Set(input.entities)].map((entity) => nodeOf(projected, entity));
    const { pairs, nodes: between, edges } = connectSeeds(graph, seeds, input.max, { signal });
    const reader = createSqliteGraphReader(db);
    const nodes = reader.readNodes(between.map((node) => refs[node]!).sort());
    const isBetween = new Set(edges.flatMap(([a, b]) => [`${refs[a]} ${refs[b]}`, `${refs[b]} ${refs[a]}`]));
    const isWanted = ({ kind, from, to }: ChartLink) =>
      isBetween.has(`${from} ${to}`) && (input.links === null || input.links.includes(kind.toLowerCase()));
    return {
      pairs: pairs.map(({ a, b, length }) => ({
        a: refs[seeds[a]!]!,
        b: refs[seeds[b]!]!,
        length,
        why: length === null ? whyNone(projected, seeds[a]!, seeds[b]!) : null,
      })),
      nodes,
      links: reader.readLinksAmong(nodes.map(({ ref }) => ref)).filter(isWanted),
    };
  });
