// Average linkage against the naive O(n³) twin, constraints and cuts.
import { describe, expect, test } from "vitest";
import { agglomerate, clip, posterior } from "../../../shared/group/agglomerate.ts";
import { chooseCut, cutAbove, groupsAfter } from "../../../shared/group/chooseCut.ts";
import { applyMustLinks, type IndexPair } from "../../../shared/group/constraints.ts";
import { findWeakestLink } from "../../../shared/group/membership.ts";
import { seededRandom } from "../../../shared/random.ts";

type Bits = (a: number, b: number) => number;

/** Two planted groups under noise; whole sixteenths, so that sums are exact. */
function randomBits(count: number, seed: number): Bits {
  const random = seededRandom(seed);
  const values = Array.from({ length: count }, (_, a) =>
    Array.from({ length: count }, (_, b) => Math.round((random() * 14 - 9 + (a % 3 === b % 3 ? 6 : 0)) * 16) / 16),
  );
  return (a, b) => values[Math.min(a, b)]![Math.max(a, b)]!;
}

const allPairs = (count: number, bitsOf: Bits) =>
  Array.from({ length: count }, (_, a) =>
    Array.from({ length: count - a - 1 }, (_, k) => ({ a, b: a + 1 + k, bits: bitsOf(a, a + 1 + k) })),
  ).flat();

/** Looks at all pairs of clusters before every merge. */
function naiveLinkage(
  bitsOf: Bits,
  start: readonly (readonly number[])[],
  cannotLink: readonly IndexPair[],
  threshold: number,
): number[][] {
  let clusters = start.map((members) => [...members]);
  for (;;) {
    let best: { average: number; i: number; j: number } | null = null;
    clusters.forEach((one, i) => {
      clusters.slice(i + 1).forEach((other, k) => {
        if (cannotLink.some(([a, b]) => (one.includes(a) && other.includes(b)) || (one.includes(b) && other.includes(a)))) return;
        const average =
          one.flatMap((a) => other.map((b) => clip(bitsOf(a, b)))).reduce((sum, bits) => sum + bits, 0) / (one.length * other.length);
        if (average > threshold && (best === null || average > best.average)) best = { average, i, j: i + 1 + k };
      });
    });
    if (best === null) return clusters.filter(({ length }) => length > 1);
    const { i, j } = best as { i: number; j: number };
    const merged = [...clusters[i]!, ...clusters[j]!].sort((a, b) => a - b);
    clusters = [...clusters.filter((_, k) => k !== i && k !== j), merged].sort((one, other) => one[0]! - other[0]!);
  }
}

function randomConstraints(count: number, seed: number): { mustLink: IndexPair[]; cannotLink: IndexPair[] } {
  const random = seededRandom(seed);
  const pairs = (size: number) =>
    Array.from({ length: size }, (): IndexPair => [Math.floor(random() * count), Math.floor(random() * count)]).filter(([a, b]) => a !== b);
  return { mustLink: pairs(3), cannotLink: pairs(5) };
}

describe("average linkage", () => {
  test.each(Array.from({ length: 30 }, (_, seed) => seed))(
    "makes the groups of the naive twin, with absent pairs scored on demand (seed %i)",
    (seed) => {
      const count = 14;
      const bitsOf = randomBits(count, seed);
      const constraints = randomConstraints(count, seed + 100);
      const listed = allPairs(count, bitsOf).filter(({ bits }) => bits > -4);
      const merged = agglomerate({ count, pairs: listed, bitsOf, ...constraints, stopAt: -4 });
      const slow = naiveLinkage(bitsOf, merged.start, constraints.cannotLink, 0);
      expect(groupsAfter(merged, cutAbove(merged, 0))).toEqual(slow);
    },
  );

  test("clips, so that one very strong pair cannot chain two groups", () => {
    const strong = (a: number, b: number) => (a === 1 && b === 2 ? 60 : a < 2 === b < 2 ? 5 : -6);
    const merged = agglomerate({ count: 4, pairs: allPairs(4, strong), bitsOf: strong, mustLink: [], cannotLink: [], stopAt: -4 });
    expect(groupsAfter(merged, cutAbove(merged, 0)).some(({ length }) => length === 4)).toBe(false);
  });
});

describe("constraints", () => {
  test.each(Array.from({ length: 40 }, (_, seed) => seed))(
    "cannot-links are never in one group, must-links always unless they contradict one (seed %i)",
    (seed) => {
      const bitsOf: Bits = () => 5;
      const { mustLink, cannotLink } = randomConstraints(10, seed);
      const merged = agglomerate({ count: 10, pairs: allPairs(10, bitsOf), bitsOf, mustLink, cannotLink, stopAt: -4 });
      const groups = groupsAfter(merged, merged.steps.length);
      const areTogether = ([a, b]: IndexPair) => groups.some((group) => group.includes(a) && group.includes(b));
      expect(cannotLink.filter(areTogether)).toEqual([]);
      const refused = new Set(merged.contradictions.map((pair) => pair.join()));
      const broken = mustLink.filter((pair) => !areTogether(pair));
      expect(broken.every(([a, b]) => refused.has([Math.min(a, b), Math.max(a, b)].join()))).toBe(true);
    },
  );

  test("a contradiction through others is found: the rejection wins and the confirmation is reported", () => {
    expect(
      applyMustLinks(
        4,
        [
          [0, 1],
          [1, 2],
        ],
        [[0, 2]],
      ),
    ).toEqual({ groups: [[0, 1], [2], [3]], contradictions: [[1, 2]] });
  });
});

describe("the cut", () => {
  test.each([1, 2, 3, 4, 5])("has the greatest expected F1 of all cuts (seed %i)", (seed) => {
    const count = 12;
    const bitsOf = randomBits(count, seed);
    const pairs = allPairs(count, bitsOf);
    const merged = agglomerate({ count, pairs, bitsOf, mustLink: [], cannotLink: [], stopAt: -9 });
    const all = pairs.reduce((sum, { bits }) => sum + posterior(bits), 0);
    const expected = Array.from({ length: merged.steps.length + 1 }, (_, steps) => {
      const inside = groupsAfter(merged, steps).flatMap((group) =>
        group.flatMap((a, i) => group.slice(i + 1).map((b) => posterior(bitsOf(a, b)))),
      );
      return (2 * inside.reduce((sum, p) => sum + p, 0)) / (inside.length + all);
    });
    expect(chooseCut(merged, all).expectedF1).toBeCloseTo(Math.max(...expected), 9);
  });
});

test.each([1, 2, 3, 4])("the weakest link is the strongest threshold at which all members still hang together (seed %i)", (seed) => {
  const bitsOf = randomBits(8, seed);
  const members = Array.from({ length: 8 }, (_, i) => i);
  const hangTogether = (least: number) => {
    const seen = new Set([0]);
    for (const a of seen) for (const b of members) if (a !== b && bitsOf(a, b) >= least) seen.add(b);
    return seen.size === members.length;
  };
  const slow = allPairs(8, bitsOf)
    .map(({ bits }) => bits)
    .filter(hangTogether)
    .reduce((most, bits) => Math.max(most, bits));
  expect(findWeakestLink(members, bitsOf).bits).toBe(slow);
});

test("an own cut is judged by the pairs whose answer is not known, as counting them one by one does", () => {
  for (let seed = 1; seed <= 30; seed++) {
    const random = seededRandom(seed);
    const count = 12;
    const bits = Array.from({ length: count * count }, () => random() * 14 - 8);
    const bitsOf = (a: number, b: number) => bits[Math.min(a, b) * count + Math.max(a, b)]!;
    const pairs = Array.from({ length: count }, (_, a) =>
      Array.from({ length: count - a - 1 }, (__, k) => ({ a, b: a + k + 1, bits: bitsOf(a, a + k + 1) })),
    ).flat();
    const isKnown = (i: number) => i % 3 === 0;
    const mustLink = [[0, 3]] as const;
    const merged = agglomerate({ count, pairs, bitsOf, mustLink, cannotLink: [], stopAt: -9 });
    const open = pairs.filter(({ a, b }) => !(isKnown(a) && isKnown(b)));
    const all = open.reduce((sum, pair) => sum + posterior(pair.bits), 0);
    const expected = Array.from({ length: merged.steps.length + 1 }, (_, steps) => {
      const groups = groupsAfter(merged, steps);
      const inside = open.filter(({ a, b }) => groups.some((group) => group.includes(a) && group.includes(b)));
      return inside.length + all === 0 ? 0 : (2 * inside.reduce((sum, pair) => sum + posterior(pair.bits), 0)) / (inside.length + all);
    });
    const cut = chooseCut(merged, all, { has: isKnown, posteriorOf: (a, b) => posterior(bitsOf(a, b)) });
    expect(cut.expectedF1, `seed ${seed}`).toBeCloseTo(Math.max(...expected), 9);
  }
});
