// Paths that go forward in time: every step at or after the one before (time-respecting walks, Kempe, Kleinberg and Kumar 2002).

export interface TimedEdges {
  readonly count: number;
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly at: Float64Array;
  /** 1: only from → to. */
  readonly directed: Uint8Array;
}

export interface TimedPath {
  readonly nodes: readonly number[];
  /** Edge of each step. */
  readonly edges: readonly number[];
}

/**
 * A path with the fewest steps, and of those the earliest arrival; null when none of at most `max` steps exists.
 * arrival[h][v]: earliest time at which h steps can reach v; O(max · edges).
 */
export function earliestPath(edges: TimedEdges, from: number, to: number, max: number): TimedPath | null {
  if (from === to) return { nodes: [from], edges: [] };
  let arrival: Float64Array = new Float64Array(edges.nodes).fill(Number.POSITIVE_INFINITY);
  arrival[from] = Number.NEGATIVE_INFINITY;
  const via: Int32Array[] = [];
  for (let hops = 1; hops <= max; hops++) {
    const next = new Float64Array(edges.nodes).fill(Number.POSITIVE_INFINITY);
    const by = new Int32Array(edges.nodes).fill(-1);
    for (let e = 0; e < edges.count; e++) {
      step(edges.from[e]!, edges.to[e]!, e, edges.at[e]!, arrival, next, by);
      if (!edges.directed[e]) step(edges.to[e]!, edges.from[e]!, e, edges.at[e]!, arrival, next, by);
    }
    via.push(by);
    if (by[to]! >= 0) return unwind(edges, to, via);
    arrival = next;
  }
  return null;
}

function step(u: number, v: number, edge: number, at: number, arrival: Float64Array, next: Float64Array, by: Int32Array): void {
  if (arrival[u]! > at || at >= next[v]!) return;
  next[v] = at;
  by[v] = edge;
}

function unwind({ from, to }: TimedEdges, last: number, via: readonly Int32Array[]): TimedPath {
  const nodes = [last];
  const steps: number[] = [];
  for (let hops = via.length - 1; hops >= 0; hops--) {
    const v = nodes[nodes.length - 1]!;
    const edge = via[hops]![v]!;
    nodes.push(to[edge] === v ? from[edge]! : to[edge]!);
    steps.push(edge);
  }
  return { nodes: nodes.reverse(), edges: steps.reverse() };
}
