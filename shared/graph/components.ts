// Connected parts: weakly, whatever the direction; strongly, there and back (Tarjan 1972, without recursion). The largest part is number 0.
import type { Csr } from "./csr.ts";

/** Number of each node's part, ordered by size, then by the smallest node. */
export function weakComponents({ nodes, isDirected, outStart, target, inStart, source }: Csr): Int32Array {
  const part = new Int32Array(nodes).fill(-1);
  const queue = new Int32Array(nodes);
  let parts = 0;
  for (let first = 0; first < nodes; first++) {
    if (part[first]! >= 0) continue;
    let end = 1;
    const visit = (v: number) => {
      if (part[v]! >= 0) return;
      part[v] = parts;
      queue[end] = v;
      end += 1;
    };
    part[first] = parts;
    queue[0] = first;
    for (let place = 0; place < end; place++) {
      const v = queue[place]!;
      for (let i = outStart[v]!; i < outStart[v + 1]!; i++) visit(target[i]!);
      if (isDirected) for (let i = inStart[v]!; i < inStart[v + 1]!; i++) visit(source[i]!);
    }
    parts += 1;
  }
  return numberBySize(part, parts);
}

export function strongComponents({ nodes, outStart, target }: Csr): Int32Array {
  const index = new Int32Array(nodes).fill(-1);
  const low = new Int32Array(nodes);
  const next = outStart.slice(0, nodes);
  const part = new Int32Array(nodes).fill(-1);
  const open: number[] = [];
  let [found, parts] = [0, 0];
  for (let first = 0; first < nodes; first++) {
    if (index[first]! >= 0) continue;
    const path = [first];
    while (path.length > 0) {
      const v = path[path.length - 1]!;
      if (index[v]! < 0) {
        index[v] = low[v] = found;
        found += 1;
        open.push(v);
      }
      if (next[v]! < outStart[v + 1]!) {
        const w = target[next[v]!]!;
        next[v]! += 1;
        if (index[w]! < 0) path.push(w);
        else if (part[w]! < 0) low[v] = Math.min(low[v]!, index[w]!);
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[v]!);
      if (low[v] === index[v]) {
        for (let w = open.pop()!; ; w = open.pop()!) {
          part[w] = parts;
          if (w === v) break;
        }
        parts += 1;
      }
    }
  }
  return numberBySize(part, parts);
}

/** Renames parts: the largest is 0, equal ones by their smallest node. */
export function numberBySize(part: Int32Array, parts: number): Int32Array {
  const size = new Int32Array(parts);
  const first = new Int32Array(parts).fill(-1);
  part.forEach((number, v) => {
    size[number]! += 1;
    if (first[number]! < 0) first[number] = v;
  });
  const order = Int32Array.from({ length: parts }, (_, number) => number).sort((a, b) => size[b]! - size[a]! || first[a]! - first[b]!);
  const renamed = new Int32Array(parts);
  order.forEach((number, place) => {
    renamed[number] = place;
  });
  return part.map((number) => renamed[number]!);
}
