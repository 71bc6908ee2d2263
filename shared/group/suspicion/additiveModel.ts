// Log-odds as a sum of one step function a measure, so that every score unfolds into bars: gradient boosting with one split a round
// (Friedman 2001), read back as an additive model (Lou, Caruana & Gehrke 2012). What is missing weighs nothing, as everywhere in linkage.

/** One measure of every entity; NaN: not known. */
export type Measure = Float64Array;

export interface NamedMeasure {
  readonly name: string;
  readonly values: Measure;
}

/** Measures cut into bins of equal count; `binCount`: missing. */
export interface BinnedMeasures {
  readonly entities: number;
  readonly bins: readonly Uint8Array[];
}

interface Stump {
  readonly measure: number;
  /** Last bin of the left side. */
  readonly cut: number;
  readonly left: number;
  readonly right: number;
}

export interface AdditiveModel {
  readonly intercept: number;
  readonly stumps: readonly Stump[];
}

export const binCount = 32;
const learningRate = 0.1;
/** Prior weight of a leaf at 0, in units of the second derivative. */
const ridge = 2;
const leastSide = 10;

/** Ties stay in one bin. */
export function binMeasures(measures: readonly Measure[], entities: number): BinnedMeasures {
  return { entities, bins: measures.map(binMeasure) };
}

function binMeasure(values: Measure): Uint8Array {
  const bins = new Uint8Array(values.length).fill(binCount);
  const order = new Uint32Array(values.length)
    .map((_, i) => i)
    .filter((i) => !Number.isNaN(values[i]!))
    .sort((a, b) => values[a]! - values[b]! || a - b);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end += 1;
    const bin = Math.min(binCount - 1, Math.floor(((start + end - 1) / 2 / order.length) * binCount));
    for (let i = start; i < end; i++) bins[order[i]!] = bin;
    start = end;
  }
  return bins;
}

/** truth: 1 or 0 by entity, read at `sample` only. `rounds`: at most; ends earlier where no split gains. */
export function fitAdditive(
  { entities, bins }: BinnedMeasures,
  truth: ArrayLike<number>,
  sample: Uint32Array,
  rounds: number,
): AdditiveModel {
  const positives = sample.reduce((sum, i) => sum + truth[i]!, 0);
  const intercept = Math.log((positives + 0.5) / (sample.length - positives + 0.5));
  const odds = new Float64Array(entities).fill(intercept);
  const [gradient, curvature] = [new Float64Array(entities), new Float64Array(entities)];
  const stumps: Stump[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const i of sample) {
      const p = 1 / (1 + Math.exp(-odds[i]!));
      gradient[i] = truth[i]! - p;
      curvature[i] = p * (1 - p);
    }
    const stump = findStump(bins, sample, gradient, curvature);
    if (stump === null) break;
    stumps.push(stump);
    for (const i of sample) odds[i]! += weightOf(stump, bins[stump.measure]![i]!);
  }
  return { intercept, stumps };
}

const weightOf = ({ cut, left, right }: Stump, bin: number): number => (bin === binCount ? 0 : bin <= cut ? left : right);

function findStump(bins: readonly Uint8Array[], sample: Uint32Array, gradient: Float64Array, curvature: Float64Array): Stump | null {
  let best: Stump | null = null;
  let most = 1e-9;
  const [g, h, n] = [new Float64Array(binCount + 1), new Float64Array(binCount + 1), new Uint32Array(binCount + 1)];
  for (let measure = 0; measure < bins.length; measure++) {
    g.fill(0);
    h.fill(0);
    n.fill(0);
    const bin = bins[measure]!;
    for (const i of sample) {
      g[bin[i]!]! += gradient[i]!;
      h[bin[i]!]! += curvature[i]!;
      n[bin[i]!]! += 1;
    }
    const [allG, allH, allN] = [sumOf(g), sumOf(h), sumOf(n)];
    let [leftG, leftH, leftN] = [0, 0, 0];
    for (let cut = 0; cut < binCount - 1; cut++) {
      leftG += g[cut]!;
      leftH += h[cut]!;
      leftN += n[cut]!;
      if (n[cut] === 0 || leftN < leastSide || allN - leftN < leastSide) continue;
      const gain = leftG ** 2 / (leftH + ridge) + (allG - leftG) ** 2 / (allH - leftH + ridge);
      if (gain <= most) continue;
      most = gain;
      best = { measure, cut, left: step(leftG, leftH), right: step(allG - leftG, allH - leftH) };
    }
  }
  return best;
}

const step = (gradient: number, curvature: number): number => (learningRate * gradient) / (curvature + ridge);

/** Without the bin of the missing. */
const sumOf = (values: Float64Array | Uint32Array): number => {
  let sum = 0;
  for (let bin = 0; bin < binCount; bin++) sum += values[bin]!;
  return sum;
};

/** The model's step functions: by measure, what each bin weighs, natural log-odds; the missing weigh 0. */
export function readSteps({ stumps }: AdditiveModel, measures: number, rounds = stumps.length): readonly Float64Array[] {
  const steps = Array.from({ length: measures }, () => new Float64Array(binCount + 1));
  for (const stump of stumps.slice(0, rounds)) for (let bin = 0; bin < binCount; bin++) steps[stump.measure]![bin]! += weightOf(stump, bin);
  return steps;
}

/** Log-odds of every entity after the first `rounds`. */
export function scoreAdditive(model: AdditiveModel, { entities, bins }: BinnedMeasures, rounds = model.stumps.length): Float64Array {
  const steps = readSteps(model, bins.length, rounds);
  const odds = new Float64Array(entities).fill(model.intercept);
  bins.forEach((bin, measure) => {
    const weights = steps[measure]!;
    for (let i = 0; i < entities; i++) odds[i]! += weights[bin[i]!]!;
  });
  return odds;
}
