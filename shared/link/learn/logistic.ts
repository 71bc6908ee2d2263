// Penalised logistic regression with a prior mean: Newton steps on a few columns.

export interface LogisticRows {
  readonly columns: readonly Float64Array[];
  readonly labels: Uint8Array;
  /** Weight of a row (a sampled row stands for several). */
  readonly weights: Float64Array;
  /** Fixed part of the log odds, natural logarithm. */
  readonly offsets: Float64Array;
}

export interface LogisticFit {
  readonly intercept: number;
  readonly weights: readonly number[];
}

/** Gaussian elimination with pivoting; small systems only. */
export function solveLinear(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = rows.length;
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let i = k + 1; i < size; i++) if (Math.abs(rows[i]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = i;
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    for (let i = k + 1; i < size; i++) {
      const factor = rows[i]![k]! / (rows[k]![k]! || 1e-12);
      for (let j = k; j <= size; j++) rows[i]![j]! -= factor * rows[k]![j]!;
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    let sum = rows[i]![size]!;
    for (let j = i + 1; j < size; j++) sum -= rows[i]![j]! * solution[j]!;
    solution[i] = sum / (rows[i]![i]! || 1e-12);
  }
  return solution;
}

/** Weighted mean and standard deviation of a column. */
function momentsOf(column: Float64Array, weights: Float64Array): { mean: number; deviation: number } {
  let [total, sum, square] = [0, 0, 0];
  column.forEach((x, i) => {
    total += weights[i]!;
    sum += weights[i]! * x;
    square += weights[i]! * x * x;
  });
  return { mean: sum / total, deviation: Math.sqrt(Math.max(0, square / total - (sum / total) ** 2)) };
}

/** Gradient and Hessian of the penalised loss; index 0 is the intercept. */
function differentiate(rows: LogisticRows, beta: readonly number[], means: readonly number[], penalties: readonly number[]) {
  const size = beta.length;
  const gradient = beta.map((value, j) => (j === 0 ? 0 : penalties[j - 1]! * (value - means[j - 1]!)));
  const hessian = beta.map((_, j) => beta.map((__, k) => (j === k && j > 0 ? penalties[j - 1]! : 0)));
  const x = new Float64Array(size).fill(1);
  for (let i = 0; i < rows.labels.length; i++) {
    let z = rows.offsets[i]! + beta[0]!;
    for (let j = 1; j < size; j++) {
      x[j] = rows.columns[j - 1]![i]!;
      z += beta[j]! * x[j]!;
    }
    const p = 1 / (1 + Math.exp(-z));
    const residual = rows.weights[i]! * (p - rows.labels[i]!);
    const curvature = rows.weights[i]! * p * (1 - p);
    for (let j = 0; j < size; j++) {
      gradient[j]! += residual * x[j]!;
      for (let k = 0; k <= j; k++) hessian[j]![k]! += curvature * x[j]! * x[k]!;
    }
  }
  for (let j = 0; j < size; j++) for (let k = j + 1; k < size; k++) hessian[j]![k] = hessian[k]![j]!;
  return { gradient, hessian };
}

const mostSteps = 60;

/** Log odds of the labels, where the intercept starts. */
function startOf({ labels, weights }: LogisticRows): number {
  let [linked, total] = [0.5, 1];
  labels.forEach((label, i) => {
    linked += label * weights[i]!;
    total += weights[i]!;
  });
  return Math.log(linked / Math.max(total - linked, 0.5));
}

/** Minimises loss + ½ · ridge · Σ (sd_f · (w_f − mean_f))²; the intercept is free, steps are limited to 1. */
export function fitLogistic(rows: LogisticRows, means: readonly number[], ridge: number): LogisticFit {
  const moments = rows.columns.map((column) => momentsOf(column, rows.weights));
  const penalties = moments.map(({ deviation }) => Math.max(1e-9, ridge * deviation ** 2));
  // Centred columns keep the intercept and the weights apart, so that Newton's steps do not overshoot.
  const centred = { ...rows, columns: rows.columns.map((column, f) => column.map((x) => x - moments[f]!.mean)) };
  let beta = [startOf(rows), ...means];
  for (let step = 0; step < mostSteps; step++) {
    const { gradient, hessian } = differentiate(centred, beta, means, penalties);
    hessian[0]![0]! += 1e-9;
    const change = solveLinear(hessian, gradient);
    beta = beta.map((value, j) => value - Math.max(-1, Math.min(1, change[j]!)));
    if (change.every((each) => Math.abs(each) < 1e-7)) break;
  }
  const weights = beta.slice(1);
  return { intercept: beta[0]! - weights.reduce((sum, weight, f) => sum + weight * moments[f]!.mean, 0), weights };
}
