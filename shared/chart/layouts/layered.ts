// Layered: arrows run from left to right. Cycles are cut by depth-first search, layers by the longest path, order by barycentres (Sugiyama, Tagawa, Toda 1981).
import { roomHeight, roomWidth } from "../placeNew.ts";
import type { LayoutInput, Places } from "./layoutInput.ts";
import { placeByParts, type Spot } from "./parts.ts";

const layerWidth = roomWidth * 1.8;
const rowHeight = roomHeight * 1.1;
const sweeps = 8;
const mostRows = 40;

type Lists = readonly (readonly number[])[];

/** Arrows without those that close a cycle, found by an iterative depth-first search in the order of the nodes. */
function forwardArrows(input: LayoutInput): { readonly out: Lists; readonly into: Lists } {
  const count = input.refs.length;
  const all: number[][] = Array.from({ length: count }, () => []);
  input.from.forEach((from, i) => {
    if (from !== input.to[i]) all[from]!.push(input.to[i]!);
  });
  const [out, into]: [number[][], number[][]] = [all.map(() => []), all.map(() => [])];
  const state = new Uint8Array(count);
  for (let root = 0; root < count; root++) {
    if (state[root] !== 0) continue;
    const stack = [{ node: root, next: 0 }];
    state[root] = 1;
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const to = all[top.node]![top.next++];
      if (to === undefined) {
        state[top.node] = 2;
        stack.pop();
        continue;
      }
      if (state[to] === 1) continue;
      out[top.node]!.push(to);
      into[to]!.push(top.node);
      if (state[to] === 0) {
        state[to] = 1;
        stack.push({ node: to, next: 0 });
      }
    }
  }
  return { out, into };
}

/** Longest path from a source, by taking nodes whose predecessors all have their layer. */
function layersOf(out: Lists, into: Lists): Int32Array {
  const layer = new Int32Array(out.length);
  const waiting = Int32Array.from(into, (list) => list.length);
  const ready = [...waiting.keys()].filter((node) => waiting[node] === 0);
  for (let head = 0; head < ready.length; head++) {
    const node = ready[head]!;
    for (const next of out[node]!) {
      layer[next] = Math.max(layer[next]!, layer[node]! + 1);
      waiting[next]! -= 1;
      if (waiting[next] === 0) ready.push(next);
    }
  }
  return layer;
}

function orderByBarycentre(columns: number[][], beside: Lists): void {
  const row = new Map<number, number>();
  const note = (column: readonly number[]) => column.forEach((node, i) => void row.set(node, i - column.length / 2));
  for (const column of columns) note(column);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const column of sweep % 2 === 0 ? columns : columns.toReversed()) {
      const weight = new Map(
        column.map((node) => {
          const near = beside[node]!;
          return [node, near.length === 0 ? row.get(node)! : near.reduce((sum, other) => sum + row.get(other)!, 0) / near.length];
        }),
      );
      column.sort((a, b) => weight.get(a)! - weight.get(b)! || a - b);
      note(column);
    }
  }
}

export function placeLayered(input: LayoutInput): Places {
  const { out, into } = forwardArrows(input);
  const layer = layersOf(out, into);
  const beside = out.map((list, node) => [...list, ...into[node]!]);
  return placeByParts(input, (part) => {
    const columns = [...Map.groupBy(part, (node) => layer[node]!)].sort(([a], [b]) => a - b);
    const filled = columns.map(([, column]) => column);
    orderByBarycentre(filled, beside);
    let x = 0;
    return filled.flatMap((column): Spot[] => {
      const folds = Math.ceil(column.length / mostRows);
      const rows = Math.ceil(column.length / folds);
      const spots = column.map((node, i) => ({
        node,
        x: x + Math.floor(i / rows) * roomWidth * 1.1,
        y: ((i % rows) - (Math.min(rows, column.length - Math.floor(i / rows) * rows) - 1) / 2) * rowHeight,
      }));
      x += layerWidth + (folds - 1) * roomWidth * 1.1;
      return spots;
    });
  });
}
