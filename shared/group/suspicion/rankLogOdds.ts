// Any score as "how much above the base rate": L = ln(base rate ÷ share of accounts that rank as high). No scale has to be tuned.

const baseRate = 0.07;

/** Ties share their mean rank. */
export function rankLogOdds(scores: Float64Array): Float64Array {
  const count = scores.length;
  const order = new Uint32Array(count).map((_, i) => i).sort((a, b) => scores[b]! - scores[a]! || a - b);
  const odds = new Float64Array(count);
  for (let start = 0; start < count; ) {
    let end = start + 1;
    while (end < count && scores[order[end]!] === scores[order[start]!]) end += 1;
    const rank = (start + 1 + end) / 2;
    for (let i = start; i < end; i++) odds[order[i]!] = Math.log(baseRate / ((rank - 0.5) / count));
    start = end;
  }
  return odds;
}

export const clip = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
