// A single case joins the series that speaks for it as a whole: against a slow twin in plain odds, and never beside whom it must not stand.
import { expect, test } from "vitest";
import { type JoinInput, joinFromOf, joinSingles } from "../../../shared/group/joinSingles.ts";
import { seededRandom } from "../../../shared/random.ts";

type Bits = Readonly<Record<string, number>>;

const lookup = (bits: Bits, otherwise: number) => (a: number, b: number) => bits[`${Math.min(a, b)} ${Math.max(a, b)}`] ?? otherwise;

/** P(in) ÷ P(out) = share of the series × mean of the likelihood ratios, in plain numbers. */
function oddsOf(i: number, members: readonly number[], bitsOf: JoinInput["bitsOf"], priorBits: number, count: number): number {
  const ratios = members.map((other) => 2 ** (Math.min(8, bitsOf(Math.min(i, other), Math.max(i, other))) - priorBits));
  return (members.length / count) * (ratios.reduce((sum, ratio) => sum + ratio, 0) / members.length);
}

test("a case joins where its odds are four to one and twice those of any other series", () => {
  const random = seededRandom(77);
  for (let round = 0; round < 200; round++) {
    const [count, priorBits] = [14, -6];
    const bits: Bits = Object.fromEntries(
      Array.from({ length: count * count }, (_, k) => [`${Math.floor(k / count)} ${k % count}`, Math.round(random() * 24 - 18)]),
    );
    const bitsOf = lookup(bits, 0);
    const groups = [
      [0, 1, 2],
      [3, 4],
      [5, 6, 7, 8],
    ];
    const expected = groups.map((members) => [...members]);
    for (let i = 9; i < count; i++) {
      const odds = groups.map((members) => oddsOf(i, members, bitsOf, priorBits, count));
      const best = odds.indexOf(Math.max(...odds));
      const next = Math.max(...odds.filter((_, group) => group !== best));
      if (odds[best]! >= 4 - 1e-9 && odds[best]! >= 2 * next - 1e-9) expected[best]!.push(i);
    }
    const input = { groups, count, bitsOf, cannotLink: [], from: joinFromOf(priorBits, count) };
    expect(joinSingles(input)).toEqual(expected);
    // Four members at −4 come to −2, below what joins and what a lead is held against: such groups need not be asked.
    const pairs = Object.entries(bits).flatMap(([name, each]) => {
      const [a = 0, b = 0] = name.split(" ").map(Number);
      return a < b && each > -4 ? [{ a, b, bits: each }] : [];
    });
    expect(joinSingles({ ...input, pairs })).toEqual(expected);
  }
});

test("one telling pair is enough for a case, and nothing brings two together that must stay apart", () => {
  const bitsOf = lookup({ "0 4": 9, "1 5": 9 }, -8);
  const input = { groups: [[0, 1, 2, 3]], count: 6, bitsOf, from: joinFromOf(-6, 6) };
  expect(joinSingles({ ...input, cannotLink: [] })).toEqual([[0, 1, 2, 3, 4, 5]]);
  expect(joinSingles({ ...input, cannotLink: [[3, 4]] })).toEqual([[0, 1, 2, 3, 5]]);
  expect(joinSingles({ ...input, cannotLink: [[4, 5]] })).toEqual([[0, 1, 2, 3, 4]]);
  expect(joinSingles({ ...input, cannotLink: [], pairs: [{ a: 0, b: 4, bits: 9 }] })).toEqual([[0, 1, 2, 3, 4]]);
});
