// The reading port for graph questions (design §8): what a chart asks. SQLite implements it; later Neo4j does. Nothing writes through it.
import type { NeighbourCount } from "../../../shared/chart/calls.ts";
import type { ChartLink, ChartNode } from "../../../shared/chart/elements.ts";

export interface NeighbourGroup {
  readonly link: string;
  readonly direction: "out" | "in" | "both";
  readonly kind: string;
}

export interface Neighbour {
  readonly node: ChartNode;
  readonly strength: number;
}

export interface GraphReader {
  /** The nodes that exist, in the order asked for. */
  readNodes(refs: readonly string[]): ChartNode[];
  /** Links between any two of the given nodes. */
  readLinksAmong(refs: readonly string[]): ChartLink[];
  /** Neighbours of an entity by link kind, direction and kind of neighbour; `present` are on the chart already. */
  countNeighbours(ref: string, present: ReadonlySet<string>): NeighbourCount[];
  /** Neighbours of the chosen groups, strongest first (count, then sum, then key). `total` before the limit. */
  listNeighbours(
    ref: string,
    groups: readonly NeighbourGroup[] | null,
    limit: number,
    withPublic: boolean,
  ): { readonly neighbours: Neighbour[]; readonly total: number };
}
