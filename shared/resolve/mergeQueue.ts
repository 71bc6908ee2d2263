// A heap of possible merges, best first; equal ones by the smallest members, so that the order never depends on chance.

export interface PossibleMerge {
  readonly score: number;
  readonly a: number;
  readonly b: number;
  /** Versions of the two clusters when this was offered: an older one is void. */
  readonly versions: number;
}

const isBefore = (one: PossibleMerge, other: PossibleMerge) =>
  one.score > other.score || (one.score === other.score && (one.a < other.a || (one.a === other.a && one.b < other.b)));

export class MergeQueue {
  private readonly heap: PossibleMerge[] = [];

  push(merge: PossibleMerge): void {
    const { heap } = this;
    let at = heap.push(merge) - 1;
    while (at > 0 && isBefore(merge, heap[(at - 1) >> 1]!)) {
      heap[at] = heap[(at - 1) >> 1]!;
      at = (at - 1) >> 1;
    }
    heap[at] = merge;
  }

  pop(): PossibleMerge | undefined {
    const { heap } = this;
    const top = heap[0];
    const last = heap.pop();
    if (heap.length === 0 || last === undefined) return top;
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++;
      if (!isBefore(heap[child]!, last)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return top;
  }
}
