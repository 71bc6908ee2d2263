// Edges of which nobody knows how many come, in typed columns: 17 bytes each, where lists of numbers take twice that and copies while they grow.
import type { EdgeList } from "./csr.ts";

const firstCapacity = 2 ** 10;

const createColumns = (capacity: number) => ({
  from: new Int32Array(capacity),
  to: new Int32Array(capacity),
  weight: new Float64Array(capacity),
  directed: new Uint8Array(capacity),
});

export class EdgeColumns {
  count = 0;
  private columns = createColumns(firstCapacity);

  add(from: number, to: number, weight: number, directed: number): void {
    if (this.count === this.columns.from.length) this.grow();
    const { columns } = this;
    const i = this.count++;
    columns.from[i] = from;
    columns.to[i] = to;
    columns.weight[i] = weight;
    columns.directed[i] = directed;
  }

  list(): Required<EdgeList> {
    const { from, to, weight, directed } = this.columns;
    const { count } = this;
    return {
      from: from.subarray(0, count),
      to: to.subarray(0, count),
      weight: weight.subarray(0, count),
      directed: directed.subarray(0, count),
    };
  }

  private grow(): void {
    const larger = createColumns(this.columns.from.length * 2);
    larger.from.set(this.columns.from);
    larger.to.set(this.columns.to);
    larger.weight.set(this.columns.weight);
    larger.directed.set(this.columns.directed);
    this.columns = larger;
  }
}
