// A heap of possible merges, best average first; equal ones by the smallest members, so that the order never depends on chance.

export interface Merge {
  readonly average: number;
  /** Smallest members of the two clusters, and the clusters, smaller first. */
  readonly a: number;
  readonly b: number;
  readonly first: number;
  readonly second: number;
}

const isBefore = (one: Merge, other: Merge): boolean =>
  one.average !== other.average ? one.average > other.average : one.a !== other.a ? one.a < other.a : one.b < other.b;

export function makeMergeHeap() {
  const heap: Merge[] = [];
  const swap = (i: number, j: number) => {
    [heap[i], heap[j]] = [heap[j]!, heap[i]!];
  };
  const push = (merge: Merge) => {
    heap.push(merge);
    for (let i = heap.length - 1; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!isBefore(heap[i]!, heap[parent]!)) return;
      swap(i, parent);
      i = parent;
    }
  };
  const pop = (): Merge | undefined => {
    const top = heap[0];
    const last = heap.pop();
    if (heap.length === 0 || last === undefined) return top;
    heap[0] = last;
    for (let i = 0; ; ) {
      let best = i;
      for (const child of [2 * i + 1, 2 * i + 2]) if (child < heap.length && isBefore(heap[child]!, heap[best]!)) best = child;
      if (best === i) return top;
      swap(i, best);
      i = best;
    }
  };
  return { push, pop };
}
