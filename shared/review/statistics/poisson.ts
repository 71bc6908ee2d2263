// The exact interval of a count that chance rules as Poisson: the means under which so few, or so many, come with 2.5 % (F. Garwood, "Fiducial limits for
// the Poisson distribution", Biometrika 28, 1936, 437–442). P(X ≥ n | λ) is the regularised lower incomplete gamma function P(n, λ).
import { logGamma } from "./countTest.ts";

const accuracy = 1e-14;
const mostSteps = 100_000;

/** By series below the mean, by continued fraction above it (Press et al., Numerical Recipes, §6.2). */
export function lowerGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? front * gammaSeries(a, x) : 1 - front * gammaFraction(a, x);
}

function gammaSeries(a: number, x: number): number {
  let [term, sum] = [1 / a, 1 / a];
  for (let k = 1; k < mostSteps && term > sum * accuracy; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

/** Lentz's method. */
function gammaFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let i = 1; i < mostSteps; i++) {
    const numerator = -i * (i - a);
    b += 2;
    d = 1 / (Math.abs(numerator * d + b) < tiny ? tiny : numerator * d + b);
    c = Math.abs(b + numerator / c) < tiny ? tiny : b + numerator / c;
    value *= d * c;
    if (Math.abs(d * c - 1) < accuracy) break;
  }
  return value;
}

/** The λ under which n or more come with chance `share`. */
function meanFor(n: number, share: number): number {
  let [low, high] = [0, n + 10 * Math.sqrt(n) + 20];
  for (let i = 0; i < 200 && high - low > 1e-12 * high; i++) {
    const middle = (low + high) / 2;
    if (lowerGamma(n, middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Nineteen of twenty such intervals hold the mean, or more; ends included. */
export const poissonInterval = (count: number): readonly [low: number, high: number] => [
  count === 0 ? 0 : meanFor(count, 0.025),
  meanFor(count + 1, 0.975),
];
