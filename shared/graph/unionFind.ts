// Joins ids that are one and the same; `find` gives the id that stands for all of them.

export class UnionFind {
  private readonly parents = new Map<number, number>();

  find(id: number): number {
    let root = id;
    for (let next = this.parents.get(root); next !== undefined; next = this.parents.get(root)) root = next;
    let walk = id;
    for (let next = this.parents.get(walk); next !== undefined && next !== root; next = this.parents.get(walk)) {
      this.parents.set(walk, root);
      walk = next;
    }
    return root;
  }

  /** The smaller id stands for both. */
  join(a: number, b: number): void {
    const left = this.find(a);
    const right = this.find(b);
    if (left !== right) this.parents.set(Math.max(left, right), Math.min(left, right));
  }
}
