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

/** Two passes of counting sort: by second end, then stably by first; neighbours come out ascending in linear time. */
function compress(nodes: number, from: Int32Array, to: Int32Array, weight: Float64Array): Halves {
  const order = countingSort(nodes, from, countingSort(nodes, to, null));
  const start = new Int32Array(nodes + 1);
  const other = new Int32Array(order.length);
  const sums = new Float64Array(order.length);
  let place = -1;
  let [lastFrom, lastTo] = [-1, -1];
  for (const i of order) {
    if (from[i] !== lastFrom || to[i] !== lastTo) {
      place += 1;
      [lastFrom, lastTo] = [from[i]!, to[i]!];
      other[place] = lastTo;
      start[lastFrom + 1]! += 1;
    }
    sums[place]! += weight[i]!;
  }
  for (let v = 0; v < nodes; v++) start[v + 1]! += start[v]!;
  return { start, other: other.slice(0, place + 1), weight: sums.slice(0, place + 1) };
}

function countingSort(nodes: number, keys: Int32Array, order: Int32Array | null): Int32Array {
  const next = new Int32Array(nodes + 1);
  for (const key of keys) next[key + 1]! += 1;
  for (let v = 0; v < nodes; v++) next[v + 1]! += next[v]!;
  const sorted = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const item = order === null ? i : order[i]!;
    sorted[next[keys[item]!]!] = item;
    next[keys[item]!]! += 1;
  }
  return sorted;
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
