// Reads the links among the entities of one kind, or of all, into the graph core.
import { buildCsr, type Csr } from "../../../shared/graph/csr.ts";
import { entityRef } from "../../../shared/model/entity.ts";
import type { GraphReader, Projection } from "./graphReader.ts";
import type { ReadableDb } from "./sqlite/database.ts";
import { iterateEntities, iterateLinks } from "./sqlite/tables/projection.ts";

export interface WantedGraph extends Projection {
  readonly isUndirected: boolean;
}

export interface ProjectedGraph {
  readonly graph: Csr;
  readonly refs: readonly string[];
  /** `kind:key` → node. */
  readonly nodeOf: ReadonlyMap<string, number>;
  /** Entity id → node. */
  readonly nodeOfId: ReadonlyMap<number, number>;
}

/** A graph whose links all run both ways is undirected, asked for or not. */
export function projectGraph(db: ReadableDb, { kind, links, isUndirected }: WantedGraph): ProjectedGraph {
  const nodeOfId = new Map<number, number>();
  const nodeOf = new Map<string, number>();
  const refs: string[] = [];
  for (const entity of iterateEntities(db, kind)) {
    const ref = entityRef(entity.kind, entity.key);
    nodeOfId.set(entity.id, refs.length);
    nodeOf.set(ref, refs.length);
    refs.push(ref);
  }
  const [from, to, weight, directed]: [number[], number[], number[], number[]] = [[], [], [], []];
  let isDirected = false;
  for (const link of iterateLinks(db, links)) {
    const [a, b] = [nodeOfId.get(link.from), nodeOfId.get(link.to)];
    if (a === undefined || b === undefined) continue;
    from.push(a);
    to.push(b);
    weight.push(link.weight);
    directed.push(link.directed);
    isDirected ||= link.directed === 1;
  }
  return { graph: buildCsr(refs.length, { from, to, weight, directed }, isDirected && !isUndirected), refs, nodeOf, nodeOfId };
}

export interface StreamedGraph {
  readonly projected: ProjectedGraph;
  /** Links that the store sent for it. */
  readonly travelled: number;
}

/** The same from a store that sends its graph in batches. */
export async function streamGraph(
  reader: GraphReader,
  { isUndirected, ...projection }: WantedGraph,
  report: (travelled: number) => void = () => {},
): Promise<StreamedGraph> {
  const refs: string[] = [];
  const [from, to, weight, directed]: [number[], number[], number[], number[]] = [[], [], [], []];
  for await (const batch of reader.streamProjection(projection)) {
    for (const ref of batch.nodes) refs.push(ref);
    for (let i = 0; i < batch.from.length; i++) {
      from.push(batch.from[i]!);
      to.push(batch.to[i]!);
      weight.push(batch.weight[i]!);
      directed.push(batch.directed[i]!);
    }
    report(from.length);
  }
  const graph = buildCsr(refs.length, { from, to, weight, directed }, directed.includes(1) && !isUndirected);
  const nodeOf = new Map(refs.map((ref, node) => [ref, node]));
  return { projected: { graph, refs, nodeOf, nodeOfId: new Map() }, travelled: from.length };
}
