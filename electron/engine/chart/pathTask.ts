// Paths in a child: the whole graph is read once and stays warm for the next question about the same data.
import type { ChartLink } from "../../../shared/chart/elements.ts";
import type { Connections, FoundPath, NoPathReason, PathAnswer, PathLink } from "../../../shared/chart/pathCalls.ts";
import { CaseweaveError } from "../../../shared/errors.ts";
import { kShortestPaths } from "../../../shared/graph/kShortestPaths.ts";
import { earliestPath, type TimedEdges } from "../../../shared/graph/timedPaths.ts";
import { isoTime } from "../../../shared/model/time.ts";
import type { Task } from "../jobs/task.ts";
import { nodeNumber } from "../store/corePaths.ts";
import type { GraphReader, NodePaths } from "../store/graphReader.ts";
import { type GraphSource, type OpenGraph, withGraphSource } from "../store/graphSource.ts";
import { requireKnownKinds } from "../store/knownKinds.ts";
import { type ProjectedGraph, streamGraph } from "../store/projectGraph.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { iterateDatedSteps } from "../store/sqlite/tables/projection.ts";
import { warmGraph } from "../store/warmGraph.ts";

interface Question extends GraphSource {
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

const graphOf = (db: ReadableDb, { links, ...source }: Pick<Question, "path" | "dataVersion" | "links">): ProjectedGraph =>
  warmGraph(db, source, { kind: null, links, isUndirected: true });

const withGraph = <T>(source: GraphSource, signal: AbortSignal, work: (graph: OpenGraph) => Promise<T>): Promise<T> =>
  withGraphSource(source, { signal, readProjected: (db, links) => graphOf(db, { ...source, links }) }, work);

export const pathTask: Task<PathTaskInput, PathAnswer> = async (input, { signal }) =>
  withGraph(input, signal, async ({ reader, db }) => {
    await requireKnownKinds(reader, { links: input.links });
    if (input.inTime) return await findInTime(needFacts(db), reader, input);
    const { paths, isCut } = input.best === null ? await reader.findPaths(input) : await findBest(reader, db, input, input.best, signal);
    const why = paths.length > 0 ? null : await whyNone(reader, input);
    const found: FoundPath[] = [];
    for (const nodes of paths) found.push(await describePath(reader, nodes, input.links));
    return { paths: found, why, isCut };
  });

/** The best paths need the whole graph: from another store it travels here. */
async function findBest(
  reader: GraphReader,
  db: ReadableDb | null,
  input: PathTaskInput,
  best: number,
  signal: AbortSignal,
): Promise<NodePaths> {
  const projected = db ? graphOf(db, input) : (await streamGraph(reader, { kind: null, links: input.links, isUndirected: true })).projected;
  const [from, to] = [nodeNumber(projected, input.from), nodeNumber(projected, input.to)];
  const paths = kShortestPaths(projected.graph, from, to, input.max, best, { signal });
  return { paths: paths.map((path) => path.map((node) => projected.refs[node]!)), isCut: false };
}

async function whyNone(reader: GraphReader, { from, to, links }: Pick<PathTaskInput, "from" | "to" | "links">): Promise<NoPathReason> {
  const { paths } = await reader.findPaths({ from, to, links, max: null, allShortest: false });
  return paths.length === 0 ? "apart" : "too-long";
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

async function findInTime(db: ReadableDb, reader: GraphReader, input: PathTaskInput): Promise<PathAnswer> {
  const projected = graphOf(db, input);
  const [from, to] = [nodeNumber(projected, input.from), nodeNumber(projected, input.to)];
  const { edges, kinds } = readTimedEdges(db, projected, input.links);
  const path = earliestPath(edges, from, to, input.max);
  if (!path) {
    const { paths } = await reader.findPaths({ ...input, allShortest: false });
    return { paths: [], why: paths.length > 0 ? "not-in-time" : await whyNone(reader, input), isCut: false };
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
  withGraph(input, signal, async ({ reader }) => {
    await requireKnownKinds(reader, { links: input.links });
    const { pairs, nodes: between, steps } = await reader.findNetwork(input);
    const nodes = await reader.readNodes(between);
    const isBetween = new Set(steps.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
    const isWanted = ({ kind, from, to }: ChartLink) =>
      isBetween.has(`${from} ${to}`) && (input.links === null || input.links.includes(kind.toLowerCase()));
    const told: Connections["pairs"][number][] = [];
    for (const { a, b, length } of pairs)
      told.push({ a, b, length, why: length === null ? await whyNone(reader, { from: a, to: b, links: input.links }) : null });
    return { pairs: told, nodes, links: (await reader.readLinksAmong(nodes.map(({ ref }) => ref))).filter(isWanted) };
  });
