// Union of indices: the smallest index of a set stands for it.

export class DisjointSets {
  private readonly parents: Int32Array;

  constructor(count: number) {
    this.parents = Int32Array.from({ length: count }, (_, i) => i);
  }

  find(index: number): number {
    let root = index;
    while (this.parents[root] !== root) root = this.parents[root]!;
    for (let walk = index; walk !== root; ) {
      const next = this.parents[walk]!;
      this.parents[walk] = root;
      walk = next;
    }
    return root;
  }

  join(a: number, b: number): void {
    const [left, right] = [this.find(a), this.find(b)];
    if (left < right) this.parents[right] = left;
    else this.parents[left] = right;
  }

  /** Members by root, both ascending. */
  groups(): Map<number, number[]> {
    const groups = new Map<number, number[]>();
    for (let i = 0; i < this.parents.length; i++) {
      const root = this.find(i);
      const members = groups.get(root);
      if (members) members.push(i);
      else groups.set(root, [i]);
    }
    return groups;
  }
}
