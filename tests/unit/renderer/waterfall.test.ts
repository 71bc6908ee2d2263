import { describe, expect, test } from "vitest";
import { isInside } from "../../../renderer/views/chart/Lasso.tsx";
import { cutMarks } from "../../../renderer/views/link/SideBySide.tsx";
import { axisOf, notCounted, placeOf, posteriorOf, strongestCounter, waterfallRows } from "../../../renderer/views/link/waterfall.ts";
import type { EvidenceBar, PairScore } from "../../../shared/link/pairScore.ts";

const aBar = (feature: string, family: EvidenceBar["family"], bits: number, damping = 1): EvidenceBar => ({
  feature,
  family,
  basis: "money",
  level: "shared",
  sign: bits > 0 ? "+" : bits < 0 ? "-" : "~",
  bits,
  rawBits: damping === 0 ? 0 : bits / damping,
  damping,
  m: null,
  u: null,
  mCount: null,
  uCount: null,
  detail: {},
  entities: [],
  sources: [],
});

const score: PairScore = {
  a: "A1",
  b: "A2",
  prior: -13.1,
  bits: -13.1 + 9.2 + 6.1 + 0.87 + 2.6 - 1 - 1.6,
  posterior: 0.9,
  strength: "medium",
  basis: ["money"],
  evidence: [
    aBar("brief", "manner", 2.6),
    aBar("app", "internet", 0.87, 0.15),
    aBar("account", "money", 9.2),
    aBar("device", "contact", 0),
    aBar("domain", "internet", 6.1),
  ],
  counter: [aBar("place", "placeTime", -1.6), aBar("qq", "internet", -1)],
};

describe("waterfall of a pair", () => {
  test("prior, falling supports with damped members under their heads, silent ones, what speaks against, total", () => {
    const rows = waterfallRows(score);
    expect(rows.map((row) => row.bar?.feature ?? row.kind)).toEqual([
      "prior",
      "account",
      "domain",
      "app",
      "brief",
      "device",
      "qq",
      "place",
      "total",
    ]);
    expect(rows.find((row) => row.bar?.feature === "app")?.head?.feature).toBe("domain");
  });

  test("each bar begins where the one before it ends, and the last ends at the total", () => {
    const bars = waterfallRows(score).slice(0, -1);
    for (const [i, row] of bars.slice(1).entries()) expect(row.start).toBeCloseTo(i === 0 ? score.prior : bars[i]!.end, 9);
    expect(bars.at(-1)!.end).toBeCloseTo(score.bits, 9);
  });

  test("the axis holds every bar, zero and the threshold", () => {
    const rows = waterfallRows(score);
    const axis = axisOf(rows, 4.25);
    for (const value of [...rows.flatMap((row) => [row.start, row.end]), 0, 4.25]) {
      expect(placeOf(axis, value)).toBeGreaterThanOrEqual(0);
      expect(placeOf(axis, value)).toBeLessThanOrEqual(100);
    }
    expect(axis.ticks).toContain(0);
  });

  test("the strongest counter-evidence is the lowest, odds are two to the bits", () => {
    expect(strongestCounter(score)?.feature).toBe("place");
    expect(strongestCounter({ ...score, counter: [] })).toBeNull();
    expect([posteriorOf(0), posteriorOf(2)]).toEqual([0.5, 0.8]);
  });
});

test("marks cut a brief into parts that join to the whole text again, whatever overlaps", () => {
  const text = "先返三单小额后称操作失误";
  const parts = cutMarks(text, [
    [6, 99],
    [0, 3],
    [2, 4],
  ]);
  expect(parts).toEqual([
    ["先返三", true],
    ["单", true],
    ["小额", false],
    ["后称操作失误", true],
  ]);
  expect(parts.map(([part]) => part).join("")).toBe(text);
});

test("a lasso holds what lies inside its loop only", () => {
  const loop = [
    [0, 0],
    [10, 0],
    [10, 10],
    [5, 4],
    [0, 10],
  ] as const;
  expect([isInside(loop, 2, 2), isInside(loop, 5, 8), isInside(loop, 12, 5)]).toEqual([true, false, false]);
});

test("what both sides have and cannot be compared is not said to have no record", () => {
  const missing = (feature: string) => ({ ...aBar(feature, "money", 0), level: "missing" });
  const rows = waterfallRows({ ...score, evidence: [missing("sharedAccount"), missing("sharedPhone"), missing("time")], counter: [] });
  const sides = [
    { row: "accounts", a: "6217", b: "6222" },
    { row: "phones", a: "138", b: "" },
  ];
  const { missing: none, unlike } = notCounted(rows, sides);
  expect([none, unlike].map((some) => some.map(({ bar }) => bar!.feature))).toEqual([["sharedPhone", "time"], ["sharedAccount"]]);
});
