// How surprising a count is beside earlier counts of the same thing, and which of many surprising ones stand out.
// Given n cases in a baseline K times as long, a period's count follows, for Jeffreys' prior on the rate, a negative binomial of size n + ½ and mean
// (n + ½) / K: Poisson chance and the uncertainty of the baseline in one (Bernardo & Smith, Bayesian Theory, 1994, §3.2.2). Where the baselines scatter
// more than Poisson counts do, the variance is widened by their index of dispersion φ = Σ (c − c̄)² / c̄ ÷ df, as surveillance of epidemics does
// (Farrington et al., J. R. Statist. Soc. A 159, 1996, 547–563); never narrowed.

/** Lanczos' approximation, g = 7: 15 digits (Press et al., Numerical Recipes, §6.1). */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const z = x - 1;
  const sum = lanczos.reduce((total, value, i) => (i === 0 ? value : total + value / (z + i)), 0);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

export interface Expectation {
  readonly mean: number;
  /** Variance = mean + mean² ÷ size. */
  readonly size: number;
}

/** `baseline`: counts of earlier periods; `exposure`: length of the period ÷ summed length of those. */
export function expectationOf(baseline: readonly number[], exposure: number, dispersion: number): Expectation {
  const seen = baseline.reduce((sum, count) => sum + count, 0) + 0.5;
  const mean = seen * exposure;
  return { mean, size: 1 / ((dispersion - 1) / mean + 1 / seen) };
}

/** Index of dispersion of many things' baselines together; at least 1. Each is a list of counts in periods of like length. */
export function dispersionOf(baselines: Iterable<readonly number[]>): number {
  let [scatter, freedom] = [0, 0];
  for (const counts of baselines) {
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    if (mean === 0 || counts.length < 2) continue;
    scatter += counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / mean;
    freedom += counts.length - 1;
  }
  return freedom === 0 ? 1 : Math.max(1, scatter / freedom);
}

const chanceOf = (count: number, { mean, size }: Expectation): number =>
  Math.exp(
    logGamma(count + size) -
      logGamma(size) -
      logGamma(count + 1) +
      size * Math.log(size / (size + mean)) +
      (count === 0 ? 0 : count * Math.log(mean / (size + mean))),
  );

const negligible = 1e-17;

/** P(count or more): summed from the count on upwards, so that small chances keep their digits. */
export function upperTail(count: number, expected: Expectation): number {
  if (count <= 0) return 1;
  if (count < expected.mean) {
    let below = 0;
    for (let k = 0; k < count; k++) below += chanceOf(k, expected);
    return Math.max(0, 1 - below);
  }
  const ratio = expected.mean / (expected.size + expected.mean);
  let [term, sum] = [chanceOf(count, expected), 0];
  for (let k = count; term > sum * negligible && term > 0; k++) {
    sum += term;
    term *= ((k + expected.size) / (k + 1)) * ratio;
  }
  return Math.min(1, sum);
}

/** The smallest count below which lies at least `share` of all chance. */
export function quantile(share: number, expected: Expectation): number {
  let [count, sum] = [0, chanceOf(0, expected)];
  while (sum < share && count < 1e7) sum += chanceOf(++count, expected);
  return count;
}

/** q for each p: the least share of false finds at which it would be told (Benjamini & Hochberg, J. R. Statist. Soc. B 57, 1995, 289–300). */
export function adjust(chances: readonly number[]): readonly number[] {
  const order = chances.map((p, at) => ({ p, at })).sort((a, b) => b.p - a.p);
  const adjusted = new Array<number>(chances.length).fill(1);
  let least = 1;
  order.forEach(({ p, at }, i) => {
    least = Math.min(least, (p * chances.length) / (chances.length - i));
    adjusted[at] = least;
  });
  return adjusted;
}

/** 1 in so many, in two digits: 1/397 is told as 400. */
export function oneIn(p: number): number {
  const times = 1 / Math.max(p, 1e-12);
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(times)) - 1);
  return Math.max(1, Math.round(times / unit) * unit);
}
