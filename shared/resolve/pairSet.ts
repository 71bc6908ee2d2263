// A growing set of pairs of records, each with the fields that all rules that found it have in common (bits of a number).

const emptySlot = -1;

export class PairSet {
  size = 0;
  left = new Int32Array(1 << 12);
  right = new Int32Array(1 << 12);
  /** Bit f is set where every rule that found the pair uses field f: then the pair says nothing about how often f agrees. */
  commonFields = new Int32Array(1 << 12);
  private slots = new Int32Array(1 << 13).fill(emptySlot);

  private slotOf(a: number, b: number): number {
    const mask = this.slots.length - 1;
    let slot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & mask;
    for (let found = this.slots[slot]!; found !== emptySlot; found = this.slots[slot]!) {
      if (this.left[found] === a && this.right[found] === b) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  add(one: number, other: number, fields: number): void {
    const [a, b] = one < other ? [one, other] : [other, one];
    const slot = this.slotOf(a, b);
    const found = this.slots[slot]!;
    if (found !== emptySlot) {
      this.commonFields[found]! &= fields;
      return;
    }
    if (this.size === this.left.length) this.grow();
    const index = this.size++;
    this.left[index] = a;
    this.right[index] = b;
    this.commonFields[index] = fields;
    if (this.size * 2 > this.slots.length) this.rehash();
    else this.slots[slot] = index;
  }

  private grow(): void {
    const wider = (array: Int32Array) => {
      const next = new Int32Array(array.length * 2);
      next.set(array);
      return next;
    };
    [this.left, this.right, this.commonFields] = [wider(this.left), wider(this.right), wider(this.commonFields)];
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(emptySlot);
    for (let i = 0; i < this.size; i++) this.slots[this.slotOf(this.left[i]!, this.right[i]!)] = i;
  }
}
