// Reads the links among the entities of one kind, or of all, into the graph core.
import { buildCsr, type Csr } from "../../../shared/graph/csr.ts";
import { entityRef } from "../../../shared/model/entity.ts";
import type { ReadableDb } from "./sqlite/database.ts";
import { iterateEntities, iterateLinks } from "./sqlite/tables/projection.ts";

export interface Projection {
  /** null: entities of every kind. */
  readonly kind: string | null;
  /** Kinds of link, lower case; null: all. */
  readonly links: readonly string[] | null;
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
export function projectGraph(db: ReadableDb, { kind, links, isUndirected }: Projection): ProjectedGraph {
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
