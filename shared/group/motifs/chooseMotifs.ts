// Patterns compete for the same edges: the best is taken, what it used counts little for the next.
import type { HotEdges } from "./hotEdges.ts";
import type { Candidate, MotifKind } from "./motif.ts";

export interface ChosenMotif extends Candidate {
  readonly score: number;
}

/** What an edge and a pattern of a kind cost: kinds that chance makes everywhere cost more. */
const costs: Readonly<Record<MotifKind, { readonly edge: number; readonly pattern: number }>> = {
  "fan-out": { edge: 0.9, pattern: -2 },
  "fan-in": { edge: 1.2, pattern: 2 },
  bipartite: { edge: 1.2, pattern: -2 },
  cycle: { edge: 0.6, pattern: -2 },
  stack: { edge: 0.9, pattern: 1 },
  "scatter-gather": { edge: 0, pattern: 1 },
  "gather-scatter": { edge: 2, pattern: -2 },
  "fast-in-fast-out": { edge: 1.2, pattern: 2 },
};
const usedShare = 0.2;
const spanCost = 0.01;

/** Every candidate comes out, once, unless a chosen one of its kind holds all its edges. */
export function chooseMotifs(hot: HotEdges, candidates: readonly Candidate[]): ChosenMotif[] {
  const used = new Uint8Array(hot.count);
  const queue = candidates.map((found) => ({ ...found, score: scoreOf(hot, found, used) })).sort(compare);
  const chosen: ChosenMotif[] = [];
  const covered = new Covered();
  const heap = new Heap(queue, compare);
  for (let top = heap.pop(); top; top = heap.pop()) {
    if (covered.has(top)) continue;
    const score = scoreOf(hot, top, used);
    const next = heap.peek();
    if (score < top.score && next && compare({ ...top, score }, next) > 0) heap.push({ ...top, score });
    else {
      chosen.push({ ...top, score });
      covered.add(top);
      for (const edge of top.edges) used[edge] = 1;
    }
  }
  return chosen;
}

/** Sets of edges chosen so far, by kind and edge. */
class Covered {
  private readonly sets = new Map<string, Set<number>[]>();

  add({ kind, edges }: Candidate): void {
    const set = new Set(edges);
    for (const edge of edges) {
      const name = `${kind} ${edge}`;
      this.sets.set(name, [...(this.sets.get(name) ?? []), set]);
    }
  }

  has({ kind, edges }: Candidate): boolean {
    return (this.sets.get(`${kind} ${edges[0]}`) ?? []).some((set) => edges.every((edge) => set.has(edge)));
  }
}

const compare = (a: ChosenMotif, b: ChosenMotif): number =>
  b.score - a.score || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) || a.edges[0]! - b.edges[0]! || a.edges.length - b.edges.length;

function scoreOf({ gain, day }: HotEdges, { kind, edges }: Candidate, used: Uint8Array): number {
  let [sum, first, last] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const edge of edges) {
    sum += gain[edge]! * (used[edge] ? usedShare : 1);
    first = Math.min(first, day[edge]!);
    last = Math.max(last, day[edge]!);
  }
  const { edge, pattern } = costs[kind];
  return sum - edge * edges.length - pattern - spanCost * (last - first) * Math.sqrt(edges.length);
}

/** A binary heap, the least by `order` on top. */
class Heap<Item> {
  private readonly items: Item[];
  private readonly order: (a: Item, b: Item) => number;

  /** `sorted` is in order already. */
  constructor(sorted: readonly Item[], order: (a: Item, b: Item) => number) {
    this.items = [...sorted];
    this.order = order;
  }

  peek(): Item | undefined {
    return this.items[0];
  }

  push(item: Item): void {
    let at = this.items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.order(this.items[parent]!, this.items[at]!) <= 0) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  pop(): Item | undefined {
    const top = this.items[0];
    const last = this.items.pop();
    if (last === undefined || this.items.length === 0) return top;
    this.items[0] = last;
    this.sink();
    return top;
  }

  private sink(): void {
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      let least = at;
      for (const child of [left, left + 1])
        if (child < this.items.length && this.order(this.items[child]!, this.items[least]!) < 0) least = child;
      if (least === at) return;
      this.swap(at, least);
      at = least;
    }
  }

  private swap(a: number, b: number): void {
    [this.items[a], this.items[b]] = [this.items[b]!, this.items[a]!];
  }
}
