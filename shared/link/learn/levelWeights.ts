// From counts to level weights: m and u with Beta priors, bits that do not fall with similarity.
import type { LevelWeights } from "../prepared.ts";

/** Linked pairs that the assumed m is worth, and unlinked ones that an unseen level is worth. */
const assumedPairs = 20;
const unseenPairs = 0.5;

export interface LevelShape {
  readonly contexts: number;
  readonly levelCount: number;
  readonly defaultBits: readonly number[];
  readonly isMonotone: boolean;
}

/** No level speaks more than this against a link: what stations write down differs for reasons nobody learned. */
const mostAgainst = -4;

const sumOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);

/** u with a little weight on unseen levels. */
function shareOf(counts: Float64Array): Float64Array {
  const total = sumOf(counts) + unseenPairs * counts.length;
  return counts.map((count) => (count + unseenPairs) / total);
}

/** The assumed bits tilt u and are scaled to add up to one, so a level that everybody reaches weighs nothing. */
export function assumedShares(u: Float64Array, defaultBits: readonly number[]): Float64Array {
  const tilted = u.map((share, level) => share * 2 ** defaultBits[level]!);
  const total = sumOf(tilted);
  return tilted.map((share) => share / total);
}

/** Pools neighbouring levels until m/u does not fall (pool adjacent violators, Barlow 1972). */
export function poolFalling(m: Float64Array, u: Float64Array): Float64Array {
  const pools: { m: number; u: number; levels: number }[] = [];
  m.forEach((share, level) => {
    pools.push({ m: share, u: u[level]!, levels: 1 });
    while (pools.length > 1 && pools.at(-2)!.m / pools.at(-2)!.u > pools.at(-1)!.m / pools.at(-1)!.u) {
      const last = pools.pop()!;
      const before = pools.pop()!;
      pools.push({ m: before.m + last.m, u: before.u + last.u, levels: before.levels + last.levels });
    }
  });
  return Float64Array.from(pools.flatMap((pool) => Array.from({ length: pool.levels }, () => Math.log2(pool.m / pool.u))));
}

function weighContext(mCounts: Float64Array, uCounts: Float64Array, { defaultBits, isMonotone }: LevelShape) {
  const u = shareOf(uCounts);
  const assumed = assumedShares(u, defaultBits);
  const total = sumOf(mCounts) + assumedPairs;
  const m = mCounts.map((count, level) => (count + assumedPairs * assumed[level]!) / total);
  const bits = isMonotone ? poolFalling(m, u) : m.map((share, level) => Math.log2(share / u[level]!));
  return { m, u, bits: bits.map((each) => Math.max(mostAgainst, each)) };
}

export function weighLevels(mCounts: Float64Array, uCounts: Float64Array, shape: LevelShape): LevelWeights {
  const contexts = Array.from({ length: shape.contexts }, (_, context) => {
    const [from, to] = [context * shape.levelCount, (context + 1) * shape.levelCount];
    const counts = { m: mCounts.slice(from, to), u: uCounts.slice(from, to) };
    return { ...weighContext(counts.m, counts.u, shape), mTotal: sumOf(counts.m), uTotal: sumOf(counts.u) };
  });
  const join = (read: (context: (typeof contexts)[number]) => Float64Array) =>
    Float64Array.from(contexts.flatMap((context) => [...read(context)]));
  return {
    m: join(({ m }) => m),
    u: join(({ u }) => u),
    bits: join(({ bits }) => bits),
    mCounts,
    uCounts,
    mTotals: Float64Array.from(contexts, ({ mTotal }) => mTotal),
    uTotals: Float64Array.from(contexts, ({ uTotal }) => uTotal),
  };
}

/** Both have identifiers of the kind: 0 disjoint, 1 shared. Here the assumed m is a share of its own, not a tilt of u. */
export function weighShared(mCounts: Float64Array, uCounts: Float64Array, linkedShare: number): LevelWeights {
  const u = shareOf(uCounts);
  const total = sumOf(mCounts) + assumedPairs;
  const m = Float64Array.from([
    (mCounts[0]! + assumedPairs * (1 - linkedShare)) / total,
    (mCounts[1]! + assumedPairs * linkedShare) / total,
  ]);
  const bits = Float64Array.from([Math.min(0, Math.log2(m[0]! / u[0]!)), Math.log2(m[1]! / u[1]!)]);
  return { m, u, bits, mCounts, uCounts, mTotals: Float64Array.of(sumOf(mCounts)), uTotals: Float64Array.of(sumOf(uCounts)) };
}
