// The assignment of rows to columns with the greatest total (Kuhn–Munkres, shortest augmenting paths with potentials; Jonker and Volgenant 1987).

/** scores[row][column], any shape. Gives the column of each row, -1 where rows outnumber columns. Cubic in the larger side. */
export function assignBest(scores: readonly (readonly number[])[]): number[] {
  const rows = scores.length;
  const columns = scores[0]?.length ?? 0;
  const size = Math.max(rows, columns);
  const cost = (row: number, column: number) => (row < rows && column < columns ? -scores[row]![column]! : 0);
  const rowPotential = new Float64Array(size + 1);
  const columnPotential = new Float64Array(size + 1);
  /** Row of each column, 1-based; 0: none. */
  const rowOf = new Int32Array(size + 1);
  for (let row = 1; row <= size; row++) augment(row, size, cost, rowPotential, columnPotential, rowOf);
  const columnOf = new Array<number>(rows).fill(-1);
  for (let column = 1; column <= columns; column++) if (rowOf[column]! <= rows) columnOf[rowOf[column]! - 1] = column - 1;
  return columnOf;
}

function augment(
  row: number,
  size: number,
  cost: (row: number, column: number) => number,
  rowPotential: Float64Array,
  columnPotential: Float64Array,
  rowOf: Int32Array,
): void {
  const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
  const previous = new Int32Array(size + 1);
  const used = new Uint8Array(size + 1);
  rowOf[0] = row;
  let column = 0;
  while (rowOf[column] !== 0) {
    used[column] = 1;
    const at = rowOf[column]!;
    let [delta, next] = [Number.POSITIVE_INFINITY, 0];
    for (let j = 1; j <= size; j++) {
      if (used[j]) continue;
      const reduced = cost(at - 1, j - 1) - rowPotential[at]! - columnPotential[j]!;
      if (reduced < least[j]!) {
        least[j] = reduced;
        previous[j] = column;
      }
      if (least[j]! < delta) [delta, next] = [least[j]!, j];
    }
    for (let j = 0; j <= size; j++) {
      if (used[j]) {
        rowPotential[rowOf[j]!]! += delta;
        columnPotential[j]! -= delta;
      } else least[j]! -= delta;
    }
    column = next;
  }
  while (column !== 0) {
    rowOf[column] = rowOf[previous[column]!]!;
    column = previous[column]!;
  }
}
