// How often each pair met at most, in one byte a cell: pairs that share a cell are counted together, so a pair is never counted too low.
// A count-min sketch of one row (Cormode and Muthukrishnan 2005). Most pairs meet once by chance; what they would take is never stored.

const most = 255;
const smallest = 2 ** 16;
const largest = 2 ** 27;

export class PairSketch {
  private readonly cells: Uint8Array;

  /** `expected`: pairs that will be counted, roughly. */
  constructor(expected: number) {
    this.cells = new Uint8Array(Math.min(largest, Math.max(smallest, 2 ** Math.ceil(Math.log2(Math.max(1, expected * 4))))));
  }

  add(a: number, b: number): void {
    const cell = hashPair(a, b) & (this.cells.length - 1);
    if (this.cells[cell]! < most) this.cells[cell]! += 1;
  }

  /** Whether the pair may have been added `times` times. */
  mayReach(a: number, b: number, times: number): boolean {
    return this.cells[hashPair(a, b) & (this.cells.length - 1)]! >= Math.min(times, most);
  }

  /** Additions that went to cells with at least so many: at least those of the pairs that reach it, up to cells that are full. */
  countReaching(times: number): number {
    let sum = 0;
    for (const count of this.cells) if (count >= Math.min(times, most)) sum += count;
    return sum;
  }
}

/** 32 bits of two numbers; the finalizer of MurmurHash3. */
export function hashPair(a: number, b: number): number {
  let mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
