// The name of a suspected subgraph's shape, with how sure and why. Shapes too small to tell apart say so and list what they could be.
import { type ShapeScore, scoreCycle, scoreGatherScatter, scoreRandom, scoreScatterGather, scoreStack } from "./shapeScores.ts";
import { buildSubgraph, listComponents, listPassThrough, type ShapeTransfer, type Subgraph } from "./subgraph.ts";

export const shapeNames = ["fan-in", "fan-out", "cycle", "scatter-gather", "gather-scatter", "bipartite", "stack", "random"] as const;
export type ShapeName = (typeof shapeNames)[number];

export const shapeReasons = [
  "single-edge",
  "self-transfer-beside",
  "several-parts",
  "no-pass-through",
  "ring",
  "chain",
  "best-of-shapes",
] as const;
export type ShapeReason = (typeof shapeReasons)[number];

export interface NamedShape {
  readonly motif: ShapeName;
  /** 0..1: lead over the next shape; low where the subgraph is too small to name. */
  readonly confidence: number;
  readonly reason: ShapeReason;
  /** Other shapes that a subgraph of this form often is. */
  readonly couldBe: readonly ShapeName[];
  readonly accounts: number;
  readonly edges: number;
}

type Finding = Pick<NamedShape, "motif" | "confidence" | "reason" | "couldBe">;

const sure = (motif: ShapeName, reason: ShapeReason, confidence: number, ...couldBe: ShapeName[]): Finding => ({
  motif,
  confidence,
  reason,
  couldBe,
});

export function nameShape(transfers: readonly ShapeTransfer[]): NamedShape {
  const graph = buildSubgraph(transfers);
  const rules = [nameSmall, nameParts, nameTwoSided, nameRing, nameBest];
  let finding: Finding | null = null;
  for (const rule of rules) finding ??= rule(graph);
  return { ...finding!, accounts: graph.nodes.length, edges: graph.edges.length };
}

function nameSmall({ edges, hasSelfTransfer }: Subgraph): Finding | null {
  if (edges.length > 1) return null;
  if (hasSelfTransfer) return sure("gather-scatter", "self-transfer-beside", 0.5, "random");
  return sure("random", "single-edge", 0.3, "fan-out", "fan-in", "bipartite");
}

/** Several parts: layers told one by one when some of them pass money through, pairs otherwise. */
function nameParts(graph: Subgraph): Finding | null {
  const components = listComponents(graph);
  if (components.length < 2) return null;
  const passThrough = new Set(listPassThrough(graph));
  const passing = components.filter((nodes) => nodes.some((node) => passThrough.has(node))).length;
  return passing * 3 >= components.length
    ? sure("stack", "several-parts", 0.7, "bipartite")
    : sure("bipartite", "several-parts", 0.8, "stack");
}

function nameTwoSided(graph: Subgraph): Finding | null {
  if (listPassThrough(graph).length > 0) return null;
  const payers = graph.outgoing.filter((edges) => edges.length > 0).length;
  const payees = graph.incoming.filter((edges) => edges.length > 0).length;
  if (payers === 1) return sure("fan-out", "no-pass-through", 0.95);
  return payees === 1 ? sure("fan-in", "no-pass-through", 0.95) : sure("bipartite", "no-pass-through", 0.9);
}

function nameRing({ nodes, edges, outgoing, incoming, hasSelfTransfer }: Subgraph): Finding | null {
  if (outgoing.some((list) => list.length > 1) || incoming.some((list) => list.length > 1)) return null;
  if (edges.length < nodes.length) return sure("random", "chain", edges.length > 2 ? 0.8 : 0.4, "stack");
  if (hasSelfTransfer) return sure("gather-scatter", "self-transfer-beside", 0.5, "cycle");
  return nodes.length === 2 ? sure("cycle", "ring", 0.4, "scatter-gather", "gather-scatter", "stack") : sure("cycle", "ring", 0.95);
}

const shapeScores: readonly (readonly [ShapeName, ShapeScore])[] = [
  ["gather-scatter", scoreGatherScatter],
  ["scatter-gather", scoreScatterGather],
  ["stack", scoreStack],
  ["cycle", scoreCycle],
  ["random", scoreRandom],
];

function nameBest(graph: Subgraph): Finding {
  const scores = shapeScores.map(([motif, score]) => ({ motif, score: score(graph) })).sort((a, b) => b.score - a.score);
  const [best, second] = [scores[0]!, scores[1]!];
  return sure(best.motif, "best-of-shapes", Math.min(1, Math.max(0.1, 0.5 + best.score - second.score)), second.motif);
}
