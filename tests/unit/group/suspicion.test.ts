// Strangers who fan money out and in stand above everyday payments; the sums behind it are those of a plain loop.
import { expect, it } from "vitest";
import { findOneOffEdges, type MoneyTransfers } from "../../../shared/group/suspicion/oneOffEdges.ts";
import { rankLogOdds } from "../../../shared/group/suspicion/rankLogOdds.ts";
import { scoreSuspicion } from "../../../shared/group/suspicion/scoreSuspicion.ts";
import { sortByTime, sumAlong, sumBetween } from "../../../shared/group/suspicion/timedAdjacency.ts";
import { seededRandom } from "../../../shared/random.ts";

type Row = readonly [from: number, to: number, day: number];

const toColumns = (rows: readonly Row[], accounts: number): MoneyTransfers => ({
  count: rows.length,
  accounts,
  from: Int32Array.from(rows, ([from]) => from),
  to: Int32Array.from(rows, ([, to]) => to),
  day: Float64Array.from(rows, ([, , day]) => day),
  fen: new Float64Array(rows.length).fill(5_000),
});

/** Everybody pays a few regular partners again and again, and now and then a stranger. */
function everyday(random: () => number, people: number, count: number): Row[] {
  const pick = () => Math.floor(random() * people);
  const regulars = Array.from({ length: people }, () => [pick(), pick(), pick()]);
  return Array.from({ length: count }, (): Row => {
    const payer = pick();
    return [payer, random() < 0.75 ? regulars[payer]![Math.floor(random() * 3)]! : pick(), Math.floor(random() * 180)];
  });
}

it("takes a pair for one-off only when it traded once and is no self-transfer", () => {
  const edges = findOneOffEdges(
    toColumns(
      [
        [0, 1, 1],
        [0, 1, 2],
        [1, 0, 3],
        [2, 2, 4],
        [2, 0, 5],
      ],
      3,
    ),
  );
  expect([...edges.from].map((from, i) => [from, edges.to[i]])).toEqual([
    [1, 0],
    [2, 0],
  ]);
});

it("sums over windows as a plain loop does", () => {
  const random = seededRandom(4);
  const edges = findOneOffEdges(toColumns(everyday(random, 20, 60), 20));
  const worth = Float64Array.from({ length: 20 }, () => random() - 0.5);
  const outgoing = sortByTime(edges, 20, "from");
  const sums = sumAlong(outgoing, edges.to, worth);
  for (let account = 0; account < 20; account++)
    for (let from = 0; from < 180; from += 17) {
      let plain = 0;
      for (let e = 0; e < edges.count; e++)
        if (edges.from[e] === account && edges.day[e]! >= from && edges.day[e]! <= from + 30) plain += worth[edges.to[e]!]!;
      expect(sumBetween(outgoing, sums, account, from, from + 30)).toBeCloseTo(plain, 9);
    }
});

it("ranks a planted net of strangers above everyday payments", () => {
  for (let seed = 1; seed <= 5; seed++) {
    const random = seededRandom(seed);
    const people = 400;
    const net = Array.from({ length: 12 }, (_, i) => people + i);
    const planted = net.slice(0, 4).flatMap((payer, i) => net.slice(4).map((payee, j): Row => [payer, payee, 60 + i + j]));
    const { score } = scoreSuspicion(toColumns([...everyday(random, people, 2_500), ...planted], people + 12));
    const order = [...score.keys()].sort((a, b) => score[b]! - score[a]!);
    expect(order.slice(0, 12).filter((account) => account >= people).length, `draw ${seed}`).toBeGreaterThanOrEqual(11);
  }
});

it("gives equal scores equal odds, and the base rate 0", () => {
  const odds = rankLogOdds(Float64Array.from([5, 1, 1, 1]));
  expect(odds[1]).toBe(odds[3]);
  expect(odds[0]).toBeCloseTo(Math.log(0.07 / (0.5 / 4)), 9);
});
