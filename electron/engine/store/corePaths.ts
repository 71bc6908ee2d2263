// Paths and networks by our own graph core, for a store whose graph has been read into it.

import { CaseweaveError } from "../../../shared/errors.ts";
import { connectSeeds } from "../../../shared/graph/connectSeeds.ts";
import { allShortestPaths, shortestPath } from "../../../shared/graph/shortestPaths.ts";
import { mostPaths, type Network, type NetworkQuestion, type NodePaths, type PathQuestion } from "./graphReader.ts";
import type { ProjectedGraph } from "./projectGraph.ts";

export function nodeNumber({ nodeOf }: ProjectedGraph, entity: string): number {
  const node = nodeOf.get(entity);
  if (node === undefined) throw new CaseweaveError("entity-unknown", { entity });
  return node;
}

export function findCorePaths(projected: ProjectedGraph, { from, to, max, allShortest }: PathQuestion): NodePaths {
  const { graph, refs } = projected;
  const [a, b] = [nodeNumber(projected, from), nodeNumber(projected, to)];
  const named = (path: readonly number[]) => path.map((node) => refs[node]!);
  const most = max ?? graph.nodes;
  if (allShortest) {
    const { paths, isCut } = allShortestPaths(graph, a, b, most, mostPaths);
    return { paths: paths.map(named), isCut };
  }
  const path = shortestPath(graph, a, b, most);
  return { paths: path ? [named(path)] : [], isCut: false };
}

export function findCoreNetwork(projected: ProjectedGraph, { entities, max }: NetworkQuestion): Network {
  const { graph, refs } = projected;
  const seeds = [...new Set(entities)].map((entity) => nodeNumber(projected, entity));
  const { pairs, nodes, edges } = connectSeeds(graph, seeds, max);
  return {
    pairs: pairs.map(({ a, b, length }) => ({ a: refs[seeds[a]!]!, b: refs[seeds[b]!]!, length })),
    nodes: nodes.map((node) => refs[node]!).sort(),
    steps: edges.map(([a, b]) => orderedStep(refs[a]!, refs[b]!)).sort(byStep),
  };
}

export const orderedStep = (a: string, b: string): readonly [string, string] => (a < b ? [a, b] : [b, a]);
export const byStep = (x: readonly [string, string], y: readonly [string, string]): number =>
  x[0] < y[0] ? -1 : x[0] > y[0] ? 1 : x[1] < y[1] ? -1 : x[1] > y[1] ? 1 : 0;
