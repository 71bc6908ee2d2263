// The registry of metrics. All equal networkx 3: PageRank with damping .85, betweenness unnormalised, closeness by Wasserman and Faust.
import { betweenness } from "../../graph/betweenness.ts";
import { closeness } from "../../graph/closeness.ts";
import { weakComponents } from "../../graph/components.ts";
import { degrees, inDegrees, outDegrees, weightedDegrees } from "../../graph/degree.ts";
import { eigenvector } from "../../graph/eigenvector.ts";
import { coreNumbers } from "../../graph/kCore.ts";
import { pageRank } from "../../graph/pagerank.ts";
import { clustering, countTriangles } from "../../graph/triangles.ts";
import type { Metric } from "./metric.ts";

export const graphMetrics = {
  degree: degrees,
  "in-degree": inDegrees,
  "out-degree": outDegrees,
  "weighted-degree": weightedDegrees,
  pagerank: (graph, progress) => pageRank(graph, 0.85, 1e-14, progress),
  betweenness,
  closeness,
  eigenvector,
  core: coreNumbers,
  triangles: countTriangles,
  clustering,
  component: weakComponents,
} as const satisfies Record<string, Metric>;

export type GraphMetricName = keyof typeof graphMetrics;

/** `suspicion` reads transfers, not a graph of links. */
export const metricNames = ["suspicion", ...(Object.keys(graphMetrics) as GraphMetricName[])] as const;
export type MetricName = (typeof metricNames)[number];
