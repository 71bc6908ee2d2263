// Reads the links among the entities of one kind, or of all, into the graph core.
import { buildCsr, type Csr } from "../../../shared/graph/csr.ts";
import { EdgeColumns } from "../../../shared/graph/edgeColumns.ts";
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
  const edges = new EdgeColumns();
  let isDirected = false;
  for (const link of iterateLinks(db, links)) {
    const [a, b] = [nodeOfId.get(link.from), nodeOfId.get(link.to)];
    if (a === undefined || b === undefined) continue;
    edges.add(a, b, link.weight, link.directed);
    isDirected ||= link.directed === 1;
  }
  return { graph: buildCsr(refs.length, edges.list(), isDirected && !isUndirected), refs, nodeOf, nodeOfId };
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
  const edges = new EdgeColumns();
  let isDirected = false;
  for await (const batch of reader.streamProjection(projection)) {
    for (const ref of batch.nodes) refs.push(ref);
    for (let i = 0; i < batch.from.length; i++) {
      edges.add(batch.from[i]!, batch.to[i]!, batch.weight[i]!, batch.directed[i]!);
      isDirected ||= batch.directed[i] === 1;
    }
    report(edges.count);
  }
  const graph = buildCsr(refs.length, edges.list(), isDirected && !isUndirected);
  const nodeOf = new Map(refs.map((ref, node) => [ref, node]));
  return { projected: { graph, refs, nodeOf, nodeOfId: new Map() }, travelled: edges.count };
}
