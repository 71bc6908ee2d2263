// Clustering against its slow twin, and constraints that hold whatever the scores say.
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../shared/random.ts";
import { type ClusterInput, clusterGroups } from "../../../shared/resolve/clusterGroups.ts";
import { clusterSlowly } from "./clusterOracle.ts";

function randomInput(seed: number): ClusterInput {
  const random = seededRandom(seed);
  const groups = 4 + Math.floor(random() * 6);
  const sizes = new Map(Array.from({ length: groups }, (_, i) => [i, 1 + Math.floor(random() * 2)]));
  const pairs = [];
  for (let a = 0; a < groups; a++) {
    for (let b = a + 1; b < groups; b++) {
      if (random() < 0.6) pairs.push({ a, b, bits: random() * 20 - 9 });
    }
  }
  const numberOf = new Map(
    [...sizes.keys()].flatMap((group) => (random() < 0.2 ? [[group, `n${Math.floor(random() * 2)}`] as const] : [])),
  );
  return { sizes, pairs, numberOf };
}

const plain = (clusters: Map<number, number>) => Object.fromEntries([...clusters].sort(([a], [b]) => a - b));

describe("clusterGroups", () => {
  it("gives what looking at every pair of clusters in every round gives", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const input = randomInput(seed);
      expect(plain(clusterGroups(input)), `seed ${seed}`).toEqual(plain(clusterSlowly(input)));
    }
  });

  it("does not chain two people through one record that is like both", () => {
    const sizes = new Map([
      [0, 1],
      [1, 1],
      [2, 1],
    ]);
    const clusters = clusterGroups({
      sizes,
      pairs: [
        { a: 0, b: 1, bits: 5 },
        { a: 1, b: 2, bits: 2 },
        { a: 0, b: 2, bits: -20 },
      ],
      numberOf: new Map(),
    });
    expect(plain(clusters)).toEqual({ 0: 0, 1: 0, 2: 2 });
  });

  it("keeps different identity numbers apart however alike they are", () => {
    const sizes = new Map([
      [0, 1],
      [1, 1],
      [2, 1],
    ]);
    const pairs = [
      { a: 0, b: 1, bits: 60 },
      { a: 1, b: 2, bits: 60 },
      { a: 0, b: 2, bits: 60 },
    ];
    const numbers = clusterGroups({
      sizes,
      pairs,
      numberOf: new Map([
        [0, "a"],
        [2, "b"],
      ]),
    });
    expect(numbers.get(0)).not.toBe(numbers.get(2));
  });
});
