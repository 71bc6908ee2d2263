// Classes of a map by natural breaks: the parting into k classes with the least squared distance from the classes' means (W. D. Fisher, "On grouping for
// maximum homogeneity", J. Amer. Statist. Assoc. 53, 1958, 789–798; G. F. Jenks, 1967), found exactly.

/** Sum of squared distances from the mean of sorted[from..to], from running sums. */
function spread(sums: Float64Array, squares: Float64Array, from: number, to: number): number {
  const [count, sum] = [to - from + 1, sums[to + 1]! - sums[from]!];
  return Math.max(0, squares[to + 1]! - squares[from]! - (sum * sum) / count);
}

function runningSums(sorted: readonly number[]) {
  const sums = new Float64Array(sorted.length + 1);
  const squares = new Float64Array(sorted.length + 1);
  sorted.forEach((value, i) => {
    sums[i + 1] = sums[i]! + value;
    squares[i + 1] = squares[i]! + value * value;
  });
  return { sums, squares };
}

/** The largest value of each class, ascending; as many classes as there are different values where those are fewer. */
export function naturalBreaks(values: readonly number[], most: number): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const k = Math.min(most, new Set(sorted).size);
  if (k === 0) return [];
  const { sums, squares } = runningSums(sorted);
  const n = sorted.length;
  let best = Float64Array.from({ length: n }, (_, end) => spread(sums, squares, 0, end));
  const starts: Int32Array[] = [new Int32Array(n)];
  for (let classes = 2; classes <= k; classes++) {
    const next = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
    const start = new Int32Array(n);
    for (let end = classes - 1; end < n; end++)
      for (let from = classes - 1; from <= end; from++) {
        // Equal values never stand in two classes.
        if (sorted[from] === sorted[from - 1]) continue;
        const cost = best[from - 1]! + spread(sums, squares, from, end);
        if (cost < next[end]!) [next[end], start[end]] = [cost, from];
      }
    best = next;
    starts.push(start);
  }
  const ends: number[] = [];
  for (let classes = k - 1, end = n - 1; classes >= 0; classes--) {
    ends.unshift(sorted[end]!);
    end = starts[classes]![end]! - 1;
  }
  return ends;
}
