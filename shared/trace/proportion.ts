// Exact shares of whole sums: products of two sums exceed a double, so they are taken as big integers where they do.

/** a × b ÷ c rounded half up, for whole numbers ≥ 0, c > 0. */
export function roundedProportion(a: number, b: number, c: number): number {
  if (a === 0 || b === 0) return 0;
  const product = a * b;
  if (product <= Number.MAX_SAFE_INTEGER / 4) return Math.floor((2 * product + c) / (2 * c));
  return Number((2n * BigInt(a) * BigInt(b) + BigInt(c)) / (2n * BigInt(c)));
}

/** `total` (≤ the sum of `weights`) shared in proportion to whole weights; what rounding leaves goes to the largest remainders, the earlier first. Never more than a weight. */
export function shareByLargestRemainder(total: number, weights: readonly number[]): number[] {
  if (weights.length === 1) return [total];
  const sum = BigInt(weights.reduce((all, weight) => all + weight, 0));
  const shares: number[] = [];
  const remainders: bigint[] = [];
  let left = total;
  for (const weight of weights) {
    const product = BigInt(total) * BigInt(weight);
    const share = Number(product / sum);
    shares.push(share);
    remainders.push(product % sum);
    left -= share;
  }
  const order = remainders
    .map((_, i) => i)
    .sort((a, b) => (remainders[a]! > remainders[b]! ? -1 : remainders[a]! < remainders[b]! ? 1 : a - b));
  for (const i of order.slice(0, left)) shares[i]! += 1;
  return shares;
}
