// A graph in compressed rows: nodes are numbers from 0, edges stand by their first end, and again by their second.
// Typed arrays only, so that workers share one without copying.

export interface Csr {
  readonly nodes: number;
  /** Directed edges as stored; an undirected graph holds each edge from both ends. */
  readonly edges: number;
  readonly isDirected: boolean;
  /** Successors of v: target[outStart[v] … outStart[v + 1] − 1], ascending. */
  readonly outStart: Int32Array;
  readonly target: Int32Array;
  readonly outWeight: Float64Array;
  /** Predecessors of v, ascending; the same arrays as above when undirected. */
  readonly inStart: Int32Array;
  readonly source: Int32Array;
  readonly inWeight: Float64Array;
}

export interface EdgeList {
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  /** 1 each when left out. */
  readonly weight?: ArrayLike<number>;
  /** 0: the edge runs both ways in a directed graph. All directed when left out. */
  readonly directed?: ArrayLike<number>;
}

interface Halves {
  readonly start: Int32Array;
  readonly other: Int32Array;
  readonly weight: Float64Array;
}

/** A simple graph: parallel edges become one with the sum of their weights, loops are left out. */
export function buildCsr(nodes: number, list: EdgeList, isDirected: boolean): Csr {
  const [from, to, weight] = spread(list, isDirected);
  const out = compress(nodes, from, to, weight);
  const into = isDirected ? compress(nodes, to, from, weight) : out;
  return {
    nodes,
    edges: out.other.length,
    isDirected,
    outStart: out.start,
    target: out.other,
    outWeight: out.weight,
    inStart: into.start,
    source: into.other,
    inWeight: into.weight,
  };
}

/** Every edge as directed ones: two where it runs both ways. */
function spread({ from, to, weight, directed }: EdgeList, isDirected: boolean): [Int32Array, Int32Array, Float64Array] {
  const isBoth = (i: number) => !isDirected || directed?.[i] === 0;
  let count = 0;
  for (let i = 0; i < from.length; i++) if (from[i] !== to[i]) count += isBoth(i) ? 2 : 1;
  const [heads, tails, weights] = [new Int32Array(count), new Int32Array(count), new Float64Array(count)];
  let place = 0;
  const put = (a: number, b: number, w: number) => {
    heads[place] = a;
    tails[place] = b;
    weights[place] = w;
    place += 1;
  };
  for (let i = 0; i < from.length; i++) {
    if (from[i] === to[i]) continue;
    put(from[i]!, to[i]!, weight?.[i] ?? 1);
    if (isBoth(i)) put(to[i]!, from[i]!, weight?.[i] ?? 1);
  }
  return [heads, tails, weights];
}

/** First place of every node's row, and the end of the last. */
function startsOf(nodes: number, keys: Int32Array): Int32Array {
  const start = new Int32Array(nodes + 1);
  for (let i = 0; i < keys.length; i++) start[keys[i]! + 1]! += 1;
  for (let v = 0; v < nodes; v++) start[v + 1]! += start[v]!;
  return start;
}

/**
 * Two passes of counting sort: by second end, then by first, which leaves neighbours ascending, in linear time.
 * The values themselves are moved, so that each pass reads in order and only writes here and there.
 */
function compress(nodes: number, from: Int32Array, to: Int32Array, weight: Float64Array): Halves {
  const bucket = startsOf(nodes, to);
  const next = bucket.slice(0, nodes);
  const near = new Int32Array(from.length);
  const nearWeight = new Float64Array(from.length);
  for (let i = 0; i < from.length; i++) {
    const place = next[to[i]!]!;
    next[to[i]!] = place + 1;
    near[place] = from[i]!;
    nearWeight[place] = weight[i]!;
  }
  const start = startsOf(nodes, from);
  const end = start.slice(0, nodes);
  const other = new Int32Array(from.length);
  const sums = new Float64Array(from.length);
  for (let v = 0; v < nodes; v++)
    for (let i = bucket[v]!; i < bucket[v + 1]!; i++) {
      const row = near[i]!;
      const place = end[row]!;
      if (place > start[row]! && other[place - 1] === v) sums[place - 1]! += nearWeight[i]!;
      else {
        other[place] = v;
        sums[place] = nearWeight[i]!;
        end[row] = place + 1;
      }
    }
  return closeGaps(start, end, other, sums);
}

/** Moves the rows together where parallel edges became one. */
function closeGaps(start: Int32Array, end: Int32Array, other: Int32Array, weight: Float64Array): Halves {
  const closed = new Int32Array(start.length);
  for (let v = 0; v < end.length; v++) {
    const [first, place] = [start[v]!, closed[v]!];
    if (first !== place) {
      other.copyWithin(place, first, end[v]!);
      weight.copyWithin(place, first, end[v]!);
    }
    closed[v + 1] = place + end[v]! - first;
  }
  const edges = closed[end.length]!;
  if (edges === other.length) return { start: closed, other, weight };
  return { start: closed, other: other.slice(0, edges), weight: weight.slice(0, edges) };
}

/** The same graph with every edge running both ways. */
export function toUndirected(graph: Csr): Csr {
  if (!graph.isDirected) return graph;
  const from = new Int32Array(graph.edges);
  for (let v = 0; v < graph.nodes; v++) from.fill(v, graph.outStart[v]!, graph.outStart[v + 1]!);
  return buildCsr(graph.nodes, { from, to: graph.target, weight: graph.outWeight }, false);
}

export const outDegree = ({ outStart }: Csr, v: number): number => outStart[v + 1]! - outStart[v]!;
export const inDegree = ({ inStart }: Csr, v: number): number => inStart[v + 1]! - inStart[v]!;
