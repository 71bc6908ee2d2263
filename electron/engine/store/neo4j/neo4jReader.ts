// Graph questions answered by a Neo4j server. A shape says how entities stand there: our own graph, or somebody else's read through a mapping.
import type { NeighbourCount } from "../../../../shared/chart/calls.ts";
import type { ChartLink, ChartNode } from "../../../../shared/chart/elements.ts";
import { CaseweaveError } from "../../../../shared/errors.ts";
import { parseEntityRef } from "../../../../shared/model/entity.ts";
import { byStep, orderedStep } from "../corePaths.ts";
import {
  type GraphReader,
  type KindCount,
  mostPaths,
  type Neighbour,
  type Network,
  type NetworkQuestion,
  type NodePaths,
  type PathQuestion,
} from "../graphReader.ts";
import { countByGroup, type NeighbourEdge, rankNeighbours, sortGroups } from "../neighbours.ts";
import type { Neo4jSession, Parameters } from "./connect.ts";
import type { Cypher } from "./cypher.ts";
import type { Row } from "./plainValue.ts";

interface Statements {
  readonly nodes: Cypher;
  readonly linksAmong: Cypher;
  readonly neighbours: Cypher;
  readonly shortestPath: (max: number | null) => Cypher;
  readonly allShortestPaths: (max: number | null) => Cypher;
}

/** How entities and links stand on the server. */
export interface GraphShape {
  readonly statements: Statements;
  /** Parameters that narrow a question to kinds of link. */
  linkParameters(links: readonly string[] | null): Parameters;
  /** References → elements that exist. */
  find(refs: readonly string[]): Promise<ReadonlyMap<string, string>>;
  toNode(element: string, labels: readonly string[], properties: Row): ChartNode;
  toLink(from: string, to: string, type: string, properties: Row): ChartLink;
  readCounts(): Promise<{ readonly nodes: readonly KindCount[]; readonly links: readonly KindCount[] }>;
  /** Counts made on the server, where it can tell public entities; without it every neighbour is sent. */
  readonly countNeighbours?: (element: string, present: ReadonlySet<string>) => Promise<NeighbourCount[]>;
  readonly searchNodes: GraphReader["searchNodes"];
  readonly listEntities: GraphReader["listEntities"];
  readonly streamProjection: GraphReader["streamProjection"];
  readonly listMeetingCandidates: GraphReader["listMeetingCandidates"];
}

export function createNeo4jReader(session: Neo4jSession, shape: GraphShape, signal?: AbortSignal): GraphReader {
  const questions = new Questions(session, shape, signal);
  return {
    store: "neo4j",
    readCounts: () => shape.readCounts(),
    readNodes: (refs) => questions.readNodes(refs),
    readLinksAmong: (refs) => questions.readLinksAmong(refs),
    countNeighbours: (ref, present) => questions.countNeighbours(ref, present),
    listNeighbours: async (ref, groups, limit, withPublic, order) => {
      const ordered = rankNeighbours(await questions.listEdges(ref), groups, withPublic, order);
      const nodes = await questions.readNodes(ordered.slice(0, limit).map(([other]) => other));
      const strength = new Map(ordered);
      return { neighbours: nodes.map((node): Neighbour => ({ node, strength: strength.get(node.ref)! })), total: ordered.length };
    },
    findPaths: (question) => questions.findPaths(question),
    findNetwork: (question) => questions.findNetwork(question),
    searchNodes: shape.searchNodes,
    listEntities: shape.listEntities,
    streamProjection: shape.streamProjection,
    listMeetingCandidates: shape.listMeetingCandidates,
  };
}

class Questions {
  private readonly session: Neo4jSession;
  private readonly shape: GraphShape;
  private readonly signal: AbortSignal | undefined;

  constructor(session: Neo4jSession, shape: GraphShape, signal: AbortSignal | undefined) {
    this.session = session;
    this.shape = shape;
    this.signal = signal;
  }

  private ask(statement: Cypher, parameters: Parameters): Promise<Row[]> {
    return this.session.read(statement, parameters, { signal: this.signal });
  }

  async readNodes(refs: readonly string[]): Promise<ChartNode[]> {
    const found = await this.shape.find(refs);
    const nodes = await this.readElements([...found.values()]);
    return refs.flatMap((ref) => nodes.get(found.get(ref) ?? "") ?? []);
  }

  private async readElements(elements: readonly string[]): Promise<Map<string, ChartNode>> {
    if (elements.length === 0) return new Map();
    const rows = await this.ask(this.shape.statements.nodes, { elements });
    return new Map(rows.map((row) => [String(row["element"]), this.toNode(row, "properties")]));
  }

  private toNode(row: Row, properties: string): ChartNode {
    return this.shape.toNode(String(row["element"]), row["labels"] as readonly string[], row[properties] as Row);
  }

  private toLink(from: string, to: string, row: Row): ChartLink {
    return this.shape.toLink(from, to, String(row["type"]), row["properties"] as Row);
  }

  async readLinksAmong(refs: readonly string[]): Promise<ChartLink[]> {
    const found = await this.shape.find(refs);
    const refOf = new Map([...found].map(([ref, element]) => [element, ref]));
    const elements = [...refOf.keys()];
    const rows =
      elements.length < 2 ? [] : await this.ask(this.shape.statements.linksAmong, { elements, ...this.shape.linkParameters(null) });
    return mergeLinks(rows.map((row) => this.toLink(refOf.get(String(row["a"]))!, refOf.get(String(row["b"]))!, row)));
  }

  private async elementOf(ref: string): Promise<string> {
    const element = (await this.shape.find([ref])).get(ref);
    if (element === undefined) throw new CaseweaveError("entity-unknown", { entity: ref });
    return element;
  }

  async countNeighbours(ref: string, present: ReadonlySet<string>): Promise<NeighbourCount[]> {
    const { countNeighbours } = this.shape;
    if (countNeighbours === undefined) return countByGroup(await this.listEdges(ref), present);
    const element = (await this.shape.find([ref])).get(ref);
    return element === undefined ? [] : sortGroups(await countNeighbours(element, present));
  }

  async listEdges(ref: string): Promise<NeighbourEdge[]> {
    const element = (await this.shape.find([ref])).get(ref);
    if (element === undefined) return [];
    const rows = await this.ask(this.shape.statements.neighbours, { element, ...this.shape.linkParameters(null) });
    const edges = new Map<string, NeighbourEdge>();
    for (const row of rows) {
      const other = this.toNode(row, "node");
      const isOutgoing = row["outgoing"] === true;
      const link = isOutgoing ? this.toLink(ref, other.ref, row) : this.toLink(other.ref, ref, row);
      const direction = !link.directed ? "both" : isOutgoing ? "out" : "in";
      const known = edges.get(`${link.id} ${isOutgoing}`);
      const { key } = parseEntityRef(other.ref);
      const count = (known?.count ?? 0) + link.count;
      const times = [known?.lastAt, link.lastAt].filter((at) => at !== null && at !== undefined);
      const lastAt = times.length === 0 ? null : Math.max(...times);
      edges.set(`${link.id} ${isOutgoing}`, { kind: link.kind, direction, otherKind: other.kind, key, label: other.label, count, lastAt });
    }
    return [...edges.values()];
  }

  async findPaths({ from, to, links, max, allShortest }: PathQuestion): Promise<NodePaths> {
    const [a, b] = [await this.elementOf(from), await this.elementOf(to)];
    if (a === b) return { paths: [[from]], isCut: false };
    const { shortestPath, allShortestPaths } = this.shape.statements;
    const statement = allShortest ? allShortestPaths(max) : shortestPath(max);
    const rows = await this.ask(statement, { from: a, to: b, limit: mostPaths + 1, ...this.shape.linkParameters(links) });
    const paths = rows.map(({ path }) => path as readonly string[]);
    const nodes = await this.readElements([...new Set(paths.flat())]);
    const named = paths.slice(0, mostPaths).map((path) => path.map((element) => nodes.get(element)!.ref));
    return { paths: named.sort((x, y) => (x.join("\n") < y.join("\n") ? -1 : 1)), isCut: paths.length > mostPaths };
  }

  /** All shortest paths of every two seeds, laid over each other. */
  async findNetwork({ entities, links, max }: NetworkQuestion): Promise<Network> {
    const seeds = [...new Set(entities)];
    const nodes = new Set(seeds);
    const steps = new Map<string, readonly [string, string]>();
    const pairs: { a: string; b: string; length: number | null }[] = [];
    for (const [i, a] of seeds.entries())
      for (const b of seeds.slice(i + 1)) {
        const { paths } = await this.findPaths({ from: a, to: b, links, max, allShortest: true });
        pairs.push({ a, b, length: paths[0] ? paths[0].length - 1 : null });
        for (const path of paths)
          for (const [at, ref] of path.entries()) {
            nodes.add(ref);
            if (at > 0) steps.set(orderedStep(path[at - 1]!, ref).join("\n"), orderedStep(path[at - 1]!, ref));
          }
      }
    return { pairs, nodes: [...nodes].sort(), steps: [...steps.values()].sort(byStep) };
  }
}

const least = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.min(a, b));
const most = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.max(a, b));

/** Parallel relationships of one kind are one link with their count. */
function mergeLinks(links: readonly ChartLink[]): ChartLink[] {
  const merged = new Map<string, ChartLink>();
  for (const link of links) {
    const known = merged.get(link.id);
    merged.set(
      link.id,
      known
        ? {
            ...known,
            directed: known.directed || link.directed,
            count: known.count + link.count,
            sum: known.sum === null ? link.sum : known.sum + (link.sum ?? 0),
            firstAt: least(known.firstAt, link.firstAt),
            lastAt: most(known.lastAt, link.lastAt),
          }
        : link,
    );
  }
  return [...merged.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
