// The reading port for graph questions (design §8): counts, neighbours, paths, networks, search, entities, projections, who may have met.
// SQLite and Neo4j implement it and pass one suite. Nothing writes through it. Entities are `kind:key` on both sides of it.
import type { NeighbourCount } from "../../../shared/chart/calls.ts";
import type { ChartLink, ChartNode } from "../../../shared/chart/elements.ts";

export interface NeighbourGroup {
  readonly link: string;
  readonly direction: "out" | "in" | "both";
  readonly kind: string;
}

export type NeighbourOrder = "strongest" | "newest";

export interface Neighbour {
  readonly node: ChartNode;
  readonly strength: number;
}

export interface KindCount {
  readonly kind: string;
  readonly count: number;
}

export interface PathQuestion {
  readonly from: string;
  readonly to: string;
  /** Kinds of link, lower case; null: all. Links are walked both ways. */
  readonly links: readonly string[] | null;
  /** Steps; null: as many as it takes. */
  readonly max: number | null;
  readonly allShortest: boolean;
}

export interface NodePaths {
  /** Of one length; in order when there are several. */
  readonly paths: readonly (readonly string[])[];
  readonly isCut: boolean;
}

export interface NetworkQuestion {
  readonly entities: readonly string[];
  readonly links: readonly string[] | null;
  readonly max: number;
}

export interface Network {
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly length: number | null }[];
  /** Seeds and what lies between, in order. */
  readonly nodes: readonly string[];
  /** Steps on a shortest path, each once, the smaller reference first. */
  readonly steps: readonly (readonly [string, string])[];
}

export interface Projection {
  /** null: entities of every kind. */
  readonly kind: string | null;
  /** Kinds of link, lower case; null: all. */
  readonly links: readonly string[] | null;
}

/** First every node, then the links by the places of their ends in the order of the nodes. */
export interface ProjectionBatch {
  readonly nodes: readonly string[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly weight: readonly number[];
  readonly directed: readonly number[];
}

export interface MeetingQuestion {
  /** Places at least. */
  readonly min: number;
  /** Milliseconds that two periods may lie apart. */
  readonly within: number;
  readonly limit: number;
}

export interface MeetingCandidate {
  readonly a: string;
  readonly b: string;
  readonly places: number;
}

export interface GraphReader {
  readonly store: "sqlite" | "neo4j";
  readCounts(): Promise<{ readonly nodes: readonly KindCount[]; readonly links: readonly KindCount[] }>;
  /** The nodes that exist, in the order asked for. */
  readNodes(refs: readonly string[]): Promise<ChartNode[]>;
  /** Links between any two of the given nodes. */
  readLinksAmong(refs: readonly string[]): Promise<ChartLink[]>;
  /** Neighbours of an entity by link kind, direction and kind of neighbour; `present` are on the chart already. */
  countNeighbours(ref: string, present: ReadonlySet<string>): Promise<NeighbourCount[]>;
  /** Neighbours of the chosen groups, strongest first (count, then key) or last heard of first. `total` before the limit. */
  listNeighbours(
    ref: string,
    groups: readonly NeighbourGroup[] | null,
    limit: number,
    withPublic: boolean,
    order?: NeighbourOrder,
  ): Promise<{ readonly neighbours: Neighbour[]; readonly total: number }>;
  findPaths(question: PathQuestion): Promise<NodePaths>;
  findNetwork(question: NetworkQuestion): Promise<Network>;
  /** By part of a number with `*` and `?`, part of a name, pinyin or initials. */
  searchNodes(words: string, kind: string | null, limit: number): Promise<ChartNode[]>;
  /** Entities of a kind by reference, page by page; `after` is the last reference of the page before. */
  listEntities(kind: string, after: string, limit: number): Promise<ChartNode[]>;
  streamProjection(projection: Projection): AsyncIterable<ProjectionBatch>;
  listMeetingCandidates(question: MeetingQuestion): Promise<MeetingCandidate[]>;
}

/** At most so many paths of one length are told. */
export const mostPaths = 1000;
/** Kinds of link that tell who was where. */
export const sightingKinds = ["stay", "capture"] as const;
