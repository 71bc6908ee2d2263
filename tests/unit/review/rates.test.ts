// Rates: the exact interval against sums of Poisson's chance and against the published table; which population a place has, and why it has none.
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../shared/random.ts";
import type { CountedCase } from "../../../shared/review/statistics/countedCase.ts";
import { parseDay } from "../../../shared/review/statistics/period.ts";
import { lowerGamma, poissonInterval } from "../../../shared/review/statistics/poisson.ts";
import { areaName, findAreas, type PopulationRecord } from "../../../shared/review/statistics/population.ts";
import { tableQuestionSchema } from "../../../shared/review/statistics/question.ts";
import { rateText } from "../../../shared/review/statistics/rateColumns.ts";
import { rateOf, withRates } from "../../../shared/review/statistics/rates.ts";
import { tabulate } from "../../../shared/review/statistics/tabulate.ts";

/** P(X ≥ n), term by term. */
function atLeast(n: number, mean: number): number {
  let [term, below] = [Math.exp(-mean), 0];
  for (let k = 0; k < n; k++) {
    below += term;
    term *= mean / (k + 1);
  }
  return 1 - below;
}

describe("the exact interval", () => {
  it("sums chance as the definition does", () => {
    for (const n of [1, 2, 5, 20, 60])
      for (const mean of [0.1, 1, 4.5, 18, 55, 90]) expect(lowerGamma(n, mean)).toBeCloseTo(atLeast(n, mean), 10);
  });

  it("is that of the published tables", () => {
    // Garwood 1936, table for 95 %.
    const table = { 0: [0, 3.69], 1: [0.03, 5.57], 2: [0.24, 7.22], 5: [1.62, 11.67], 10: [4.8, 18.39], 50: [37.11, 65.92] } as const;
    for (const [count, ends] of Object.entries(table))
      expect(poissonInterval(Number(count)).map((end) => Math.round(end * 100) / 100)).toEqual(ends);
    const [low, high] = poissonInterval(100_000);
    expect([low, high].map((end) => Math.round(((end - 100_000) / Math.sqrt(100_000)) * 100) / 100)).toEqual([-1.96, 1.97]);
  });

  it("holds the mean at least 95 times in 100", () => {
    const random = seededRandom(11);
    const draw = (mean: number): number => {
      let [count, product] = [0, random()];
      for (const end = Math.exp(-mean); product > end; product *= random()) count++;
      return count;
    };
    for (const mean of [0.7, 3, 12]) {
      const held = Array.from({ length: 600 }, () => poissonInterval(draw(mean))).filter(([low, high]) => low <= mean && mean <= high);
      expect(held.length / 600).toBeGreaterThan(0.93);
    }
  });
});

const record = (code: string, name: string, people: number, more: Partial<PopulationRecord> = {}): PopulationRecord => ({
  code,
  name,
  year: 2025,
  kind: "resident",
  people,
  sourceId: 1,
  row: people % 100,
  ...more,
});

const gapsOf = (places: readonly string[], records: readonly PopulationRecord[], year = 2025) =>
  findAreas(places, records, year)!.areas.map(({ people, year: of, gap }) => (gap === null ? `${people}/${of}` : gap));

describe("the population of a place", () => {
  it("is found by name however the table writes it, or by code", () => {
    expect([areaName("　云津市东渡区"), areaName("东渡区（含开发区）"), areaName("青石县"), areaName("990101")]).toEqual([
      "东渡区",
      "东渡区",
      "青石县",
      "990101",
    ]);
    const records = [record("990101", "云津市东渡区", 601), record("990121", "青石县", 302)];
    expect(gapsOf(["东渡区", "990121", "桥东区", ""], records)).toEqual(["601/2025", "302/2025", "no-population", "unknown"]);
  });

  it("is of the year that is asked for, else of the nearest, the earlier of two", () => {
    const records = [2019, 2023, 2027].map((year, i) => record("990101", "东渡区", 600 + i, { year }));
    expect([2023, 2020, 2025, 2040].map((year) => gapsOf(["东渡区"], records, year)[0])).toEqual([
      "601/2023",
      "600/2019",
      "601/2023",
      "602/2027",
    ]);
  });

  it("is none where names or numbers disagree, and where other rows are its parts", () => {
    const two = [record("110105", "朝阳区", 700), record("220104", "朝阳区", 800)];
    expect(gapsOf(["朝阳区"], two)).toEqual(["same-name"]);
    const told = [record("990101", "东渡区", 700), record("990101", "东渡区", 701, { sourceId: 2 })];
    expect(gapsOf(["东渡区"], told)).toEqual(["conflict"]);
    expect(gapsOf(["东渡区"], [told[0]!, { ...told[0]!, sourceId: 2 }])).toEqual(["700/2025"]);
    const city = [record("990100", "云津市", 1800), record("990101", "东渡区", 600), record("990200", "沧北市", 900)];
    expect(gapsOf(["云津市", "东渡区", "沧北市"], city)).toEqual(["whole", "600/2025", "900/2025"]);
  });

  it("is of one kind for all places: the one that most have", () => {
    const kinds = [
      record("990101", "东渡区", 600),
      record("990101", "东渡区", 610, { kind: "registered" }),
      record("990102", "临港区", 500, { kind: "registered" }),
    ];
    expect(findAreas(["东渡区", "临港区"], kinds, 2025)).toMatchObject({ kind: "registered", areas: [{ people: 610 }, { people: 500 }] });
    expect(findAreas(["东渡区"], kinds, 2025)?.kind).toBe("resident");
    expect(findAreas(["东渡区"], [], 2025)).toBeNull();
  });
});

const dayMilliseconds = 86_400_000;
function aCase(i: number, day: string, district: string, category: string): CountedCase {
  const at = { at: parseDay(day)! * dayMilliseconds, hasClock: false, utcOffset: 0 };
  const bare = { until: null, reported: null, filed: null, address: "", unit: "", lure: "", pay: "", age: null, sex: null, money: {} };
  return {
    ...bare,
    number: `A${i}`,
    ids: [i],
    rows: [{ sourceId: 1, row: i }],
    occurred: at,
    category,
    district,
    longitude: null,
    latitude: null,
  };
}

describe("rates", () => {
  const cases = [
    aCase(1, "2025-01-01", "东渡区", "盗窃"),
    aCase(2, "2025-06-10", "东渡区", "诈骗"),
    aCase(3, "2025-06-12", "东渡区", "诈骗"),
    aCase(4, "2025-06-20", "临港区", "诈骗"),
    aCase(5, "2025-12-31", "桥东区", "诈骗"),
  ];
  const records = [record("990101", "东渡区", 50_000), record("990102", "临港区", 200_000)];
  const ask = (by: readonly string[], from: string | null, to: string | null) =>
    withRates(tabulate(cases, tableQuestionSchema.parse({ by, from, to })), records);
  const valuesOf = (cells: readonly { readonly rate: { readonly value: number } | null }[]) => cells.map(({ rate }) => rate?.value ?? null);

  it("are cases for 100,000 people of the period, and of a year", () => {
    const june = ask(["place"], "2025-06-01", "2025-06-30");
    expect(june.population).toMatchObject({ year: 2025, days: 30, isYear: false, places: 2, missing: 0, axis: "row" });
    expect(valuesOf(june.cells.flat())).toEqual([4, 0.5]);
    expect(june.cells[0]![0]!.rate!.yearly).toBeCloseTo((4 * 365.25) / 30, 10);
    expect(june.total.rate!.value).toBeCloseTo((3 / 250_000) * 100_000, 10);
    const [low, high] = poissonInterval(2);
    expect(june.cells[0]![0]!.rate).toMatchObject({ low: low * 2, high: high * 2 });
  });

  it("of a whole year are yearly as they are; places without a population have none and do not count in the sum", () => {
    const year = ask(["place"], "2025-01-01", "2025-12-31");
    expect(year.population).toMatchObject({ days: 365, isYear: true, places: 2, missing: 1 });
    expect(valuesOf(year.cells.flat())).toEqual([6, 0.5, null]);
    expect(year.cells[0]![0]!.rate!.yearly).toBe(6);
    expect(year.total.rate!.value).toBeCloseTo((4 / 250_000) * 100_000, 10);
  });

  it("do not count days that the data do not reach", () => {
    expect(ask(["place"], "2025-12-01", "2026-02-28").population?.days).toBe(31);
    expect(ask(["place"], "2025-12-01", "2026-01-01").population?.days).toBe(32);
    expect(ask(["place"], null, null).population).toMatchObject({ days: 365, isYear: true, year: 2025 });
  });

  it("stand in every cell of a crossed table, on either side, and in nothing without places or populations", () => {
    const crossed = ask(["category", "place"], "2025-06-01", "2025-12-31");
    expect(crossed.columns!.map(({ code }) => code)).toEqual(["东渡区", "临港区", "桥东区"]);
    expect(crossed.cells.map(valuesOf)).toEqual([[4, 0.5, null]]);
    expect(valuesOf(crossed.columnTotals!)).toEqual([4, 0.5, null]);
    expect(valuesOf(crossed.rowTotals)[0]).toBeCloseTo(1.2, 10);
    const turned = ask(["place", "category"], "2025-06-01", "2025-12-31");
    expect(turned.cells.map(valuesOf)).toEqual([[4], [0.5], [null]]);
    expect(valuesOf(turned.columnTotals!)[0]).toBeCloseTo(1.2, 10);
    expect(ask(["category"], null, null).population).toBeNull();
    expect(withRates(tabulate(cases, tableQuestionSchema.parse({ by: ["place"] })), []).population).toBeNull();
  });

  it("are told in three digits", () => {
    expect([0, 0.5, 3.214, 32.14, 321.4].map(rateText)).toEqual(["0.00", "0.50", "3.21", "32.1", "321"]);
    expect(rateOf(0, 100_000, { days: 10, isYear: false })).toMatchObject({ value: 0, low: 0, yearly: 0 });
  });
});
