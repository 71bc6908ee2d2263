// Paths in a child: the whole graph is read once and stays warm for the next question about the same data.
import type { ChartLink } from "../../../shared/chart/elements.ts";
import type { Connections, FoundPath, NoPathReason, PathAnswer, PathLink } from "../../../shared/chart/pathCalls.ts";
import { CaseweaveError } from "../../../shared/errors.ts";
import { kShortestPaths } from "../../../shared/graph/kShortestPaths.ts";
import { earliestPath, type TimedEdges } from "../../../shared/graph/timedPaths.ts";
import { withoutNodes } from "../../../shared/graph/withoutNodes.ts";
import { isoTime } from "../../../shared/model/time.ts";
import type { Task } from "../jobs/task.ts";
import { findCoreNetwork, findCorePaths, nodeNumber } from "../store/corePaths.ts";
import type { GraphReader, Network, NetworkQuestion, NodePaths, PathQuestion } from "../store/graphReader.ts";
import { type GraphSource, type OpenGraph, withGraphSource } from "../store/graphSource.ts";
import { requireKnownKinds } from "../store/knownKinds.ts";
import { type ProjectedGraph, streamGraph } from "../store/projectGraph.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { iterateDatedSteps } from "../store/sqlite/tables/projection.ts";
import { warmGraph } from "../store/warmGraph.ts";

interface Question extends GraphSource {
  /** Lower case; null: all. */
  readonly links: readonly string[] | null;
  /** Entities that no path may pass. */
  readonly without: readonly string[];
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

const graphOf = (db: ReadableDb, { links, ...source }: Pick<Question, "path" | "dataVersion" | "links">): ProjectedGraph =>
  warmGraph(db, source, { kind: null, links, isUndirected: true });

const withGraph = <T>(source: GraphSource, signal: AbortSignal, work: (graph: OpenGraph) => Promise<T>): Promise<T> =>
  withGraphSource(source, { signal, readProjected: (db, links) => graphOf(db, { ...source, links }) }, work);

/** Paths and networks past what is excluded: asked of the store while nothing is, else of the graph core, where nodes can be left out. */
interface Finder {
  projected(): Promise<ProjectedGraph>;
  paths(question: PathQuestion): Promise<NodePaths>;
  network(question: NetworkQuestion): Promise<Network>;
  /** Links that came from a server so far. */
  readonly travelled: number | null;
}

function finderOf({ reader, db }: OpenGraph, input: Question, ends: readonly string[]): Finder {
  let travelled: number | null = null;
  const whole = async () => {
    if (db) return graphOf(db, input);
    const streamed = await streamGraph(reader, { kind: null, links: input.links, isUndirected: true });
    travelled = (travelled ?? 0) + streamed.travelled;
    return streamed.projected;
  };
  const told = {
    get travelled() {
      return travelled;
    },
  };
  const excluded = input.without.filter((ref) => !ends.includes(ref));
  if (excluded.length === 0)
    return Object.assign(told, {
      projected: whole,
      paths: (question: PathQuestion) => reader.findPaths(question),
      network: (question: NetworkQuestion) => reader.findNetwork(question),
    });
  const rest = async (): Promise<ProjectedGraph> => {
    const projected = await whole();
    const nodes = excluded.flatMap((ref) => projected.nodeOf.get(ref) ?? []);
    return { ...projected, graph: withoutNodes(projected.graph, nodes) };
  };
  const once = rest();
  return Object.assign(told, {
    projected: () => once,
    paths: async (question: PathQuestion) => findCorePaths(await once, question),
    network: async (question: NetworkQuestion) => findCoreNetwork(await once, question),
  });
}

export const pathTask: Task<PathTaskInput, PathAnswer> = async (input, { signal }) =>
  withGraph(input, signal, async (graph) => {
    const { reader, db } = graph;
    await requireKnownKinds(reader, { links: input.links });
    const finder = finderOf(graph, input, [input.from, input.to]);
    if (input.inTime) return await findInTime(needFacts(db), graph, input, finder);
    const { paths, isCut } = input.best === null ? await finder.paths(input) : await findBest(finder, input, input.best, signal);
    const why = paths.length > 0 ? null : await whyNone(finder, reader, input);
    const found: FoundPath[] = [];
    for (const nodes of paths) found.push(await describePath(reader, nodes, input.links));
    return { paths: found, why, isCut, travelled: finder.travelled };
  });

/** The best paths need the whole graph: from another store it travels here. */
async function findBest({ projected }: Finder, input: PathTaskInput, best: number, signal: AbortSignal): Promise<NodePaths> {
  const graph = await projected();
  const [from, to] = [nodeNumber(graph, input.from), nodeNumber(graph, input.to)];
  const paths = kShortestPaths(graph.graph, from, to, input.max, best, { signal });
  return { paths: paths.map((path) => path.map((node) => graph.refs[node]!)), isCut: false };
}

type Ends = Pick<PathTaskInput, "from" | "to" | "links" | "max" | "without">;

async function whyNone(finder: Finder, reader: GraphReader, { from, to, links, max, without }: Ends): Promise<NoPathReason> {
  const { paths } = await finder.paths({ from, to, links, max: null, allShortest: false });
  if (paths.length > 0) return "too-long";
  if (without.length === 0) return "apart";
  return (await reader.findPaths({ from, to, links, max, allShortest: false })).paths.length > 0 ? "excluded" : "apart";
}

/** Single events with their times stand in a workspace only. */
function needFacts(db: ReadableDb | null): ReadableDb {
  if (db === null) throw new CaseweaveError("graph-cannot-answer", { question: "in-time" });
  return db;
}

async function describePath(reader: GraphReader, nodes: readonly string[], links: readonly string[] | null): Promise<FoundPath> {
  const among = (await reader.readLinksAmong(nodes)).filter(({ kind }) => links === null || links.includes(kind.toLowerCase()));
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

async function findInTime(db: ReadableDb, { reader }: OpenGraph, input: PathTaskInput, finder: Finder): Promise<PathAnswer> {
  const projected = graphOf(db, input);
  const [from, to] = [nodeNumber(projected, input.from), nodeNumber(projected, input.to)];
  const { edges, kinds } = readTimedEdges(db, projected, input);
  const path = earliestPath(edges, from, to, input.max);
  if (!path) {
    const { paths } = await finder.paths({ ...input, allShortest: false });
    return { paths: [], why: paths.length > 0 ? "not-in-time" : await whyNone(finder, reader, input), isCut: false, travelled: null };
  }
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
  return {
    paths: [{ length: path.edges.length, nodes: path.nodes.map((node) => refs[node]!), links }],
    why: null,
    isCut: false,
    travelled: null,
  };
}

/** Links are walked both ways; only time is not. */
function readTimedEdges(
  db: ReadableDb,
  { nodeOf, nodeOfId }: ProjectedGraph,
  { links, without, from: first, to: last }: PathTaskInput,
): { edges: TimedEdges; kinds: readonly string[] } {
  const [from, to, at, kinds]: [number[], number[], number[], string[]] = [[], [], [], []];
  const gone = new Set(without.filter((ref) => ref !== first && ref !== last).flatMap((ref) => nodeOf.get(ref) ?? []));
  for (const step of iterateDatedSteps(db, links)) {
    const [a, b] = [nodeOfId.get(step.from), nodeOfId.get(step.to)];
    if (a === undefined || b === undefined || gone.has(a) || gone.has(b)) continue;
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
  withGraph(input, signal, async (graph) => {
    const { reader } = graph;
    await requireKnownKinds(reader, { links: input.links });
    const finder = finderOf(graph, input, input.entities);
    const { pairs, nodes: between, steps } = await finder.network(input);
    const nodes = await reader.readNodes(between);
    const isBetween = new Set(steps.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
    const isWanted = ({ kind, from, to }: ChartLink) =>
      isBetween.has(`${from} ${to}`) && (input.links === null || input.links.includes(kind.toLowerCase()));
    const told: Connections["pairs"][number][] = [];
    for (const { a, b, length } of pairs)
      told.push({ a, b, length, why: length === null ? await whyNone(finder, reader, { ...input, from: a, to: b }) : null });
    const { travelled } = finder;
    return { pairs: told, nodes, travelled, links: (await reader.readLinksAmong(nodes.map(({ ref }) => ref))).filter(isWanted) };
  });
