// The threshold is found from the estimated error: posteriors say how many of the pairs above a cut are wrong and how many below it are right.
// The cut with the best expected F1 is taken (Lipton, Elkan & Naryanaswamy 2014: it lies where the posterior is half of that F1).

export interface ErrorEstimate {
  /** Log-odds from which on two records are taken for one. */
  readonly thresholdBits: number;
  readonly precision: number;
  /** What blocking never proposed is not known: at best nothing was missed, at worst what virtual matches say. */
  readonly recallLow: number;
  readonly recallHigh: number;
  /** Expected matches among the pairs compared. */
  readonly matches: number;
}

const [lowest, highest, width] = [-12, 24, 0.25];
/** Posteriors are fair near 0 only: a cut far from it would trust them too much. */
const farthest = 3;

/** `coverage`: share of the virtual matches that the blocking rules find. */
export function estimateErrors(bits: Float64Array, coverage: number): ErrorEstimate {
  const bins = new Float64Array((highest - lowest) / width);
  for (const value of bits) {
    const bin = Math.floor((Math.max(lowest, Math.min(highest - width, value)) - lowest) / width);
    bins[bin]!++;
  }
  const posterior = (bin: number) => 1 / (1 + 2 ** -(lowest + (bin + 0.5) * width));
  const matches = bins.reduce((sum, count, bin) => sum + count * posterior(bin), 0);
  let [taken, right] = [0, 0];
  let best = { f1: -1, bits: 0, taken: 0, right: 0 };
  for (let bin = bins.length - 1; bin >= 0; bin--) {
    taken += bins[bin]!;
    right += bins[bin]! * posterior(bin);
    const cut = lowest + bin * width;
    if (Math.abs(cut) > farthest) continue;
    const f1 = (2 * right) / (taken + matches);
    if (f1 >= best.f1) best = { f1, bits: cut, taken, right };
  }
  const recallHigh = matches > 0 ? best.right / matches : 1;
  return {
    thresholdBits: best.taken > 0 ? best.bits : 0,
    precision: best.taken > 0 ? best.right / best.taken : 1,
    recallLow: recallHigh * coverage,
    recallHigh,
    matches,
  };
}
