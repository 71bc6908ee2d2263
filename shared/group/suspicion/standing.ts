// Suspicion of entities that move no money: how high they stand by several measures together. Each measure is taken as the log-odds of its
// rank, so that none has to be scaled, and their mean ranks; who stands high by one measure only does not lead.
import type { Csr } from "../../graph/csr.ts";
import type { GraphProgress } from "../../graph/progress.ts";
import { type GraphMetricName, graphMetrics } from "../metrics/index.ts";
import type { NamedMeasure } from "./additiveModel.ts";
import { rankLogOdds } from "./rankLogOdds.ts";

const standingMeasures = [
  "degree",
  "weighted-degree",
  "betweenness",
  "pagerank",
  "eigenvector",
] as const satisfies readonly GraphMetricName[];

export interface Standing {
  readonly score: Float64Array;
  /** Log-odds above the base rate by measure. */
  readonly parts: readonly NamedMeasure[];
}

export function rateStanding(graph: Csr, progress: GraphProgress): Standing {
  const parts = standingMeasures.map((name) => ({ name, values: rankLogOdds(Float64Array.from(graphMetrics[name](graph, progress))) }));
  const score = Float64Array.from({ length: graph.nodes }, (_, v) => parts.reduce((sum, { values }) => sum + values[v]!, 0) / parts.length);
  return { score, parts };
}
