// The same questions put to graphology, for comparison in one run.

import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import { connectedComponents } from "graphology-components";
import pagerank from "graphology-metrics/centrality/pagerank.js";
import { seededRandom } from "../../shared/random.ts";
import { printFigure, timed } from "./figure.ts";

// Their types describe a default export that Node gives as the module itself.
const rankPages = pagerank as unknown as typeof pagerank.default;
const findCommunities = louvain as unknown as typeof louvain.default;

interface Edges {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

function build({ nodes, from, to }: Edges): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (let v = 0; v < nodes; v++) graph.addNode(v);
  for (let i = 0; i < from.length; i++) if (from[i] !== to[i]) graph.mergeEdge(from[i], to[i]);
  return graph;
}

export async function measurePeer(edges: Edges): Promise<void> {
  const show = async <T>(figure: string, work: () => T): Promise<T> => {
    const { value, seconds } = await timed(work);
    printFigure({ bench: "graphology", figure, value: seconds * 1000, unit: "ms" });
    return value;
  };
  const graph = await show("build", () => build(edges));
  await show("weakComponents", () => connectedComponents(graph).length);
  await show("pageRankTo1e-6", () => rankPages(graph, { tolerance: 1e-6, getEdgeWeight: null }));
  const { modularity } = await show("louvain", () => findCommunities.detailed(graph, { rng: seededRandom(1), getEdgeWeight: null }));
  printFigure({ bench: "graphology", figure: "louvainModularity", value: modularity, unit: "Q" });
}
