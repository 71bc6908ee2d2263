// Graphs of the facts as last asked about, kept in the child for the next question: twelve measures of one graph read it once.
import type { GraphSource } from "./graphSource.ts";
import { type ProjectedGraph, projectGraph, type WantedGraph } from "./projectGraph.ts";
import type { ReadableDb } from "./sqlite/database.ts";

/** Name under which the child with the graphs is kept. */
export const graphChild = "graph";

/** Graphs kept at once, and links in all of them: some 30 bytes a link, and as much as ten times that a node. The last one stays, however large. */
const mostKept = 3;
const mostLinks = 8_000_000;

let facts = "";
/** The one asked about last stands last. */
const kept = new Map<string, ProjectedGraph>();

function dropOldest(): void {
  const countLinks = () => [...kept.values()].reduce((sum, { graph }) => sum + graph.edges, 0);
  while (kept.size > mostKept || (kept.size > 1 && countLinks() > mostLinks)) kept.delete(kept.keys().next().value!);
}

/** The graph wanted, of the facts at `dataVersion`: read where it is not at hand, and all forgotten when the facts are others. */
export function warmGraph(
  db: ReadableDb,
  { path, dataVersion }: Pick<GraphSource, "path" | "dataVersion">,
  wanted: WantedGraph,
): ProjectedGraph {
  const now = `${dataVersion} ${path}`;
  if (now !== facts) kept.clear();
  facts = now;
  const name = JSON.stringify([wanted.kind, wanted.links, wanted.isUndirected]);
  const projected = kept.get(name) ?? projectGraph(db, wanted);
  kept.delete(name);
  kept.set(name, projected);
  dropOldest();
  return projected;
}
