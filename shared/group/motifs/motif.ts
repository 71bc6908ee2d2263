// What a finder of patterns gives: a kind and the edges it is made of.
import type { HotEdges } from "./hotEdges.ts";

export const motifKinds = [
  "fan-in",
  "fan-out",
  "cycle",
  "scatter-gather",
  "gather-scatter",
  "bipartite",
  "stack",
  "fast-in-fast-out",
] as const;
export type MotifKind = (typeof motifKinds)[number];

export interface Candidate {
  readonly kind: MotifKind;
  /** Indices into the hot edges, ascending. */
  readonly edges: readonly number[];
}

/** Times are days; `windowDays` is the longest a pattern may last. One finder a shape, registered in findMotifs.ts. */
export type MotifFinder = (hot: HotEdges, windowDays: number) => Candidate[];

/** The lengths below were measured for a window of 28 days and shrink or grow with it. */
export const scaleDays = (days: number, windowDays: number): number => (days * windowDays) / 28;

export const candidate = (kind: MotifKind, edges: Iterable<number>): Candidate => ({
  kind,
  edges: [...new Set(edges)].sort((a, b) => a - b),
});
