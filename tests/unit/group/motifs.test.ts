// Patterns planted among random transfers are all found, with every account; each by its definition.
import { expect, it } from "vitest";
import { findMotifs } from "../../../shared/group/motifs/findMotifs.ts";
import { type MotifKind, motifKinds } from "../../../shared/group/motifs/motif.ts";
import { findPassThrough } from "../../../shared/group/motifs/passThrough.ts";
import type { MoneyTransfers } from "../../../shared/group/suspicion/oneOffEdges.ts";
import { seededRandom } from "../../../shared/random.ts";

interface Transfer {
  readonly from: number;
  readonly to: number;
  readonly day: number;
}

type Plant = (account: (n: number) => number, day: number, size: number) => Transfer[];

const range = (count: number) => Array.from({ length: count }, (_, i) => i);

const plants: Readonly<Partial<Record<MotifKind, Plant>>> = {
  "fan-out": (a, day, size) => range(size + 1).map((i) => ({ from: a(0), to: a(1 + i), day: day + i })),
  "fan-in": (a, day, size) => range(size + 1).map((i) => ({ from: a(1 + i), to: a(0), day: day + i })),
  cycle: (a, day, size) => range(size + 1).map((i) => ({ from: a(i), to: a((i + 1) % (size + 1)), day: day + i })),
  "scatter-gather": (a, day, size) =>
    range(size).flatMap((i) => [
      { from: a(0), to: a(2 + i), day: day + i / 2 },
      { from: a(2 + i), to: a(1), day: day + 3 + i / 2 },
    ]),
  "gather-scatter": (a, day, size) => [
    ...range(3).map((i) => ({ from: a(1 + i), to: a(0), day: day + i })),
    ...range(size + 1).map((i) => ({ from: a(0), to: a(4 + i), day: day + 3 + i / 2 })),
  ],
  bipartite: (a, day, size) =>
    range(size).flatMap((i) => range(size).map((j) => ({ from: a(i), to: a(size + j), day: day + (i + j) / 2 }))),
  stack: (a, day) =>
    range(2).flatMap((layer) =>
      range(2).flatMap((i) => range(2).map((j) => ({ from: a(2 * layer + i), to: a(2 * layer + 2 + j), day: day + 3 * layer }))),
    ),
};

function toColumns(transfers: readonly Transfer[], accounts: number): MoneyTransfers {
  return {
    count: transfers.length,
    accounts,
    from: Int32Array.from(transfers, ({ from }) => from),
    to: Int32Array.from(transfers, ({ to }) => to),
    day: Float64Array.from(transfers, ({ day }) => day),
    fen: new Float64Array(transfers.length).fill(10_000),
  };
}

const people = 300;

function noise(random: () => number): Transfer[] {
  const pick = () => Math.floor(random() * people);
  return range(600)
    .map(() => ({ from: pick(), to: pick(), day: Math.floor(random() * 180) }))
    .filter(({ from, to }) => from !== to);
}

for (const [kind, plant] of Object.entries(plants) as [MotifKind, Plant][])
  it(`finds every planted ${kind}`, () => {
    for (let seed = 1; seed <= 12; seed++) {
      const random = seededRandom(seed);
      const planted = plant((n) => people + n, 20 + Math.floor(random() * 120), 2 + Math.floor(random() * 3));
      const transfers = toColumns([...noise(random), ...planted], people + 20);
      const { motifs, hot } = findMotifs(transfers, new Set(motifKinds), 28);
      const wanted = new Set(planted.flatMap(({ from, to }) => [from, to]));
      const found = motifs.some((motif) => {
        const accounts = new Set(motif.edges.flatMap((edge) => [hot.from[edge]!, hot.to[edge]!]));
        return motif.kind === kind && [...wanted].every((account) => accounts.has(account));
      });
      expect(found, `${kind}, draw ${seed}`).toBe(true);
    }
  });

it("says how much of its receipts an account passes on, first in first out", () => {
  const rows = [
    { from: 1, to: 0, day: 1 },
    { from: 0, to: 2, day: 2 },
    { from: 1, to: 3, day: 1 },
    { from: 3, to: 2, day: 40 },
  ];
  expect(findPassThrough(toColumns(rows, 4), 10)).toEqual([{ account: 0, transfers: [0, 1], score: 0.9 }]);
});

it("gives the same patterns whatever the order of the rows", () => {
  const random = seededRandom(9);
  const rows = [...noise(random), ...plants.cycle!((n) => people + n, 50, 3)];
  const accountsOf = (transfers: readonly Transfer[]) => {
    const { motifs, hot } = findMotifs(toColumns(transfers, people + 20), new Set(["cycle"]), 28);
    return motifs
      .map(({ edges }) => [...new Set(edges.flatMap((edge) => [hot.from[edge]!, hot.to[edge]!]))].sort((a, b) => a - b).join(" "))
      .sort();
  };
  expect(accountsOf([...rows].reverse())).toEqual(accountsOf(rows));
});
