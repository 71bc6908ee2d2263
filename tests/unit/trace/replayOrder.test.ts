// Rows of one moment: the running balance decides, then inflows of a day, then the source.
import { expect, it } from "vitest";
import { seededRandom } from "../../../shared/random.ts";
import { findBalanceTrail } from "../../../shared/trace/balanceTrail.ts";
import { orderTransfers } from "../../../shared/trace/replayOrder.ts";

interface Row {
  readonly at?: number;
  readonly side: 1 | 2;
  readonly fen: number;
  readonly balance?: number;
  readonly isDayOnly?: boolean;
}

const own = 0;

function orderOf(rows: readonly Row[]): number[] {
  return [
    ...orderTransfers({
      count: rows.length,
      at: Float64Array.from(rows, ({ at }) => at ?? 0),
      from: Int32Array.from(rows, ({ side }, i) => (side === 1 ? own : i + 1)),
      to: Int32Array.from(rows, ({ side }, i) => (side === 2 ? own : i + 1)),
      fen: Float64Array.from(rows, ({ fen }) => fen),
      balance: Float64Array.from(rows, ({ balance }) => balance ?? Number.NaN),
      side: Uint8Array.from(rows, ({ side }) => side),
      isDayOnly: Uint8Array.from(rows, ({ isDayOnly }) => Number(isDayOnly ?? false)),
    }),
  ];
}

it("puts rows of one second into the order of the running balance", () => {
  expect(
    orderOf([
      { at: 1, side: 2, fen: 100, balance: 100 },
      { at: 2, side: 1, fen: 30, balance: 20 },
      { at: 2, side: 1, fen: 50, balance: 50 },
      { at: 3, side: 1, fen: 20, balance: 0 },
    ]),
  ).toEqual([0, 2, 1, 3]);
});

it("lets inflows of a day go first where no balance is told", () => {
  expect(
    orderOf([
      { side: 1, fen: 30, isDayOnly: true },
      { side: 2, fen: 30, isDayOnly: true },
    ]),
  ).toEqual([1, 0]);
});

it("keeps source order where rows tell the second and no balance", () => {
  expect(
    orderOf([
      { side: 1, fen: 30 },
      { side: 2, fen: 30 },
    ]),
  ).toEqual([0, 1]);
});

it("finds again the order of a shuffled day", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const random = seededRandom(seed);
    let balance = 500;
    const steps = Array.from({ length: 3 + Math.floor(random() * 8) }, () => {
      const before = balance;
      balance += Math.floor(random() * 400) - 200;
      return { before, after: balance, key: random() };
    });
    const trail = findBalanceTrail(
      [...steps].sort((a, b) => a.key - b.key),
      500,
    );
    expect(trail?.length).toBe(steps.length);
    expect(trail?.[0]?.before).toBe(500);
    const [, ...later] = trail!;
    expect(later.map(({ before }) => before)).toEqual(trail!.slice(0, -1).map(({ after }) => after));
  }
});

it("finds no order when a row is missing", () => {
  expect(
    findBalanceTrail(
      [
        { before: 10, after: 20 },
        { before: 25, after: 30 },
      ],
      10,
    ),
  ).toBeNull();
});
