// The same graph without the edges of some nodes: the numbers of all nodes stay.
import type { Csr } from "./csr.ts";

interface Half {
  readonly start: Int32Array;
  readonly other: Int32Array;
  readonly weight: Float64Array;
}

function dropHalf({ start, other, weight }: Half, gone: Uint8Array): Half {
  const kept = { start: new Int32Array(start.length), other: new Int32Array(other.length), weight: new Float64Array(weight.length) };
  let count = 0;
  for (let v = 0; v < start.length - 1; v++) {
    for (let i = start[v]!; i < start[v + 1]!; i++) {
      if (gone[v] === 1 || gone[other[i]!] === 1) continue;
      kept.other[count] = other[i]!;
      kept.weight[count] = weight[i]!;
      count++;
    }
    kept.start[v + 1] = count;
  }
  return { start: kept.start, other: kept.other.subarray(0, count), weight: kept.weight.subarray(0, count) };
}

export function withoutNodes(graph: Csr, nodes: Iterable<number>): Csr {
  const gone = new Uint8Array(graph.nodes);
  for (const node of nodes) gone[node] = 1;
  const out = dropHalf({ start: graph.outStart, other: graph.target, weight: graph.outWeight }, gone);
  const into = graph.isDirected ? dropHalf({ start: graph.inStart, other: graph.source, weight: graph.inWeight }, gone) : out;
  return {
    ...{ nodes: graph.nodes, edges: out.other.length, isDirected: graph.isDirected },
    ...{ outStart: out.start, target: out.other, outWeight: out.weight },
    ...{ inStart: into.start, source: into.other, inWeight: into.weight },
  };
}
