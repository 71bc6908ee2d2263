// Statistics: the test of counts against slow sums, periods on the calendar, tables against a count by hand.
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../shared/random.ts";
import type { CountedCase } from "../../../shared/review/statistics/countedCase.ts";
import { adjust, dispersionOf, expectationOf, logGamma, oneIn, quantile, upperTail } from "../../../shared/review/statistics/countTest.ts";
import { type DimensionName, dimensionNames, dimensions } from "../../../shared/review/statistics/dimensions.ts";
import { districtOfAddress, districtOfUnit } from "../../../shared/review/statistics/districtOf.ts";
import { pageOfCases, selectCases } from "../../../shared/review/statistics/listCases.ts";
import {
  baselinePeriods,
  dayText,
  monthOf,
  type Period,
  parseDay,
  periodBefore,
  periodYearBefore,
  spanOf,
  weekdayOf,
  weekOf,
} from "../../../shared/review/statistics/period.ts";
import { casesQuestionSchema, tableQuestionSchema, trendQuestionSchema } from "../../../shared/review/statistics/question.ts";
import { tabulate } from "../../../shared/review/statistics/tabulate.ts";
import { readTrend } from "../../../shared/review/statistics/trend.ts";

const day = (text: string): number => parseDay(text)!;
const period = (from: string, to: string): Period => ({ from: day(from), to: day(to) });
const text = ({ from, to }: Period): string => `${dayText(from)}..${dayText(to)}`;

describe("the test of counts", () => {
  it("knows factorials", () => {
    for (let n = 1, factorial = 1; n <= 20; factorial *= n++) expect(Math.exp(logGamma(n)) / factorial).toBeCloseTo(1, 10);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
  });

  it("sums the tail as the definition of the negative binomial does, term by term", () => {
    for (const [mean, size] of [
      [3.2, 1.7],
      [0.05, 0.5],
      [40, 12.5],
      [9, 1e6],
    ] as const) {
      const share = mean / (size + mean);
      let [term, below] = [(1 - share) ** size, 0];
      for (let count = 0; count < 90; count++) {
        expect(upperTail(count, { mean, size })).toBeCloseTo(Math.max(0, 1 - below), 8);
        below += term;
        term *= ((size + count) / (count + 1)) * share;
      }
    }
  });

  it("nears Poisson's chance where the baseline is long: 10 or more where 5 are usual", () => {
    const poisson = 1 - [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].reduce((sum, k) => sum + Math.exp(-5 + k * Math.log(5) - logGamma(k + 1)), 0);
    const expected = expectationOf(
      Array.from({ length: 4000 }, () => 5),
      1 / 4000,
      1,
    );
    expect(upperTail(10, expected)).toBeCloseTo(poisson, 4);
  });

  it("widens for scatter, never narrows, and takes what never happens for nothing certain", () => {
    expect(dispersionOf([[5, 5, 5, 5]])).toBe(1);
    expect(dispersionOf([[0, 10, 0, 10]])).toBeCloseTo(20 / 3, 12);
    const [plain, wide] = [expectationOf([5, 5, 5, 5], 1 / 4, 1), expectationOf([5, 5, 5, 5], 1 / 4, 3)];
    expect(upperTail(12, wide)).toBeGreaterThan(upperTail(12, plain));
    expect(upperTail(1, expectationOf([0, 0, 0, 0], 1 / 4, 1))).toBeGreaterThan(0.05);
    expect(quantile(0.5, plain)).toBe(5);
  });

  it("adjusts as Benjamini and Hochberg's example of fifteen chances does", () => {
    const chances = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
    expect(adjust(chances).filter((q) => q <= 0.05)).toHaveLength(4);
    expect([...adjust([...chances].reverse())].reverse()).toEqual(adjust(chances));
    expect([1 / 397, 0.03, 0.9, 1].map(oneIn)).toEqual([400, 33, 1, 1]);
  });
});

describe("periods", () => {
  it("are days of the calendar", () => {
    expect(["2026-02-29", "2026-13-01", "26-01-01", "2026-1-1"].map(parseDay)).toEqual([null, null, null, null]);
    expect(weekdayOf(day("2026-11-22"))).toBe(7);
    expect(weekdayOf(day("1969-12-31"))).toBe(3);
    expect(text(weekOf(day("2026-11-22")))).toBe("2026-11-16..2026-11-22");
    expect(text(monthOf(day("2024-02-10")))).toBe("2024-02-01..2024-02-29");
  });

  it("are held against the one before and a year before, months as months, weeks by weekdays", () => {
    const month = period("2026-03-01", "2026-03-31");
    expect([spanOf(month), text(periodBefore(month)), text(periodYearBefore(month))]).toEqual([
      "month",
      "2026-02-01..2026-02-28",
      "2025-03-01..2025-03-31",
    ]);
    const week = weekOf(day("2026-11-18"));
    expect([spanOf(week), text(periodBefore(week)), text(periodYearBefore(week))]).toEqual([
      "week",
      "2026-11-09..2026-11-15",
      "2025-11-17..2025-11-23",
    ]);
    const one = period("2024-02-29", "2024-02-29");
    expect([spanOf(one), text(periodBefore(one)), text(periodYearBefore(one))]).toEqual([
      "day",
      "2024-02-28..2024-02-28",
      "2023-02-28..2023-02-28",
    ]);
  });

  it("have baselines on the same weekdays, as far as the data reach", () => {
    const days = baselinePeriods(period("2026-11-22", "2026-11-22"), day("2026-11-01"));
    expect(days.map(text)).toEqual(["2026-11-15..2026-11-15", "2026-11-08..2026-11-08", "2026-11-01..2026-11-01"]);
    const months = baselinePeriods(period("2026-11-01", "2026-11-30"), day("2026-08-03"));
    expect(months.map(text)).toEqual(["2026-10-01..2026-10-31", "2026-09-01..2026-09-30", "2026-08-01..2026-08-31"]);
  });
});

it("finds the district in addresses and names of units", () => {
  expect(
    ["云津市青石县文汇路34号", "浙江省金华市义乌市稠城街道", "浙江省杭州市西湖区文三路", "广场北路5号"].map(districtOfAddress),
  ).toEqual(["青石县", "义乌市", "西湖区", ""]);
  expect(["云津市公安局东渡区分局建设派出所", "青石县公安局", "刑侦支队"].map(districtOfUnit)).toEqual(["东渡区", "青石县", ""]);
});

const categories = ["刷单返利", "虚假贷款", "入室盗窃", ""];
const places = ["东渡区", "桥东区", ""];

/** Random cases over two years; some without a time. */
function randomCases(count: number, seed: number): readonly CountedCase[] {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  return Array.from({ length: count }, (_, i): CountedCase => {
    const at = Date.parse("2025-01-01T00:00:00+08:00") + Math.floor(random() * 700 * 86_400_000);
    const occurred = random() < 0.05 ? null : { at, hasClock: random() < 0.9, utcOffset: 480 };
    const fen = Math.floor(random() * 90_000_000);
    return {
      number: `A${String(i).padStart(5, "0")}`,
      ids: [i],
      rows: [{ sourceId: 1, row: i + 1 }],
      occurred,
      until: null,
      reported: null,
      filed: null,
      category: pick(categories),
      district: pick(places),
      address: "",
      unit: "",
      lure: "",
      pay: "",
      age: random() < 0.2 ? null : Math.floor(random() * 90),
      sex: pick(["male", "female", null]),
      money: random() < 0.8 ? { loss: { fen, sourceId: 1, row: i + 1 } } : {},
      longitude: null,
      latitude: null,
    };
  });
}

/** Day by the clock of China. */
const dayOf = (one: CountedCase): string => new Date(one.occurred!.at + 8 * 3_600_000).toISOString().slice(0, 10);

describe("a table", () => {
  const cases = randomCases(3000, 7);

  it("of any two dimensions holds in each cell exactly the cases that a slow count finds, and its sums add up", () => {
    const names: readonly DimensionName[] = dimensionNames;
    for (const [i, row] of names.entries()) {
      const column = names[(i * 5 + 3) % names.length]!;
      const [from, to] = ["2026-03-01", "2026-03-31"];
      const question = tableQuestionSchema.parse({ by: row === column ? [row] : [row, column], from, to, measure: "loss" });
      const table = tabulate(cases, question);
      const inside = cases.filter((one) => one.occurred !== null && dayOf(one) >= from && dayOf(one) <= to);
      const sum = (some: readonly CountedCase[]): string =>
        (some.reduce((fen, { money }) => fen + (money.loss?.fen ?? 0), 0) / 100).toFixed(2);
      for (const [r, { code }] of table.rows.entries())
        for (const [c, other] of (table.columns ?? [{ code: null }]).entries()) {
          const isMine = (one: CountedCase): boolean =>
            dimensions[row].codeOf(one, "occurred") === code &&
            (other.code === null || dimensions[column].codeOf(one, "occurred") === other.code);
          const mine = inside.filter(isMine);
          const cell = table.cells[r]![c]!;
          expect([cell.count, cell.amount, cell.isSmall]).toEqual([mine.length, sum(mine), mine.length > 0 && mine.length < 5]);
        }
      expect(table.rowTotals.reduce((count, cell) => count + cell.count, 0)).toBe(inside.length);
      expect(table.total).toMatchObject({ count: inside.length, amount: sum(inside) });
    }
  });

  it("compares with the month before and a year before, and says how many cases no period holds", () => {
    const table = tabulate(cases, tableQuestionSchema.parse({ by: ["category"], from: "2026-03-01", to: "2026-03-31" }));
    const within = (month: string) => cases.filter((one) => one.occurred !== null && dayOf(one).startsWith(month)).length;
    expect(table.total).toMatchObject({ count: within("2026-03"), last: within("2026-02"), year: within("2025-03") });
    expect(table.undated).toBe(cases.filter(({ occurred }) => occurred === null).length);
    expect(table.rows.at(-1)).toMatchObject({ code: "" });
    const early = tabulate(cases, tableQuestionSchema.parse({ by: ["category"], from: "2025-06-01", to: "2025-06-30" }));
    expect(early.year).toBeNull();
    expect(early.total.year).toBeNull();
  });

  it("opens each of its cells to the same cases, a page at a time, the latest first", () => {
    const table = tabulate(cases, tableQuestionSchema.parse({ by: ["age", "sex"], from: "2026-01-01", to: "2026-06-30" }));
    for (const [r, { code }] of table.rows.entries())
      for (const [c, column] of table.columns!.entries()) {
        const where = [
          { dimension: "age", code },
          { dimension: "sex", code: column.code },
        ];
        const question = casesQuestionSchema.parse({ from: "2026-01-01", to: "2026-06-30", where, limit: 7 });
        const pages: string[] = [];
        for (let after: string | null = null, more = true; more; ) {
          const { page, next, total } = pageOfCases(cases, { ...question, after });
          pages.push(...page.map(({ number }) => number));
          expect(total).toBe(table.cells[r]![c]!.count);
          [after, more] = [next, next !== null];
        }
        expect(pages).toEqual(selectCases(cases, question).map(({ number }) => number));
        expect(new Set(pages).size).toBe(table.cells[r]![c]!.count);
      }
  });

  it("refuses to go on behind a case that is not there", () => {
    const question = casesQuestionSchema.parse({ after: "A0" });
    expect(() => pageOfCases(cases, question)).toThrow(/case-unknown/);
  });

  it("lets planted surges stand out and almost nothing of chance", () => {
    const asked = { by: ["category", "place"], from: "2026-03-01", to: "2026-03-31" } as const;
    const quiet = Array.from({ length: 40 }, (_, seed) => tabulate(randomCases(1500, seed + 50), tableQuestionSchema.parse(asked)));
    const told = quiet.filter(({ cells }) => cells.flat().some(({ test }) => test?.isOut)).length;
    expect(told).toBeLessThanOrEqual(8);
    const surge = randomCases(1500, 3).map((one, i) =>
      i < 25
        ? {
            ...one,
            category: "虚假贷款",
            district: "桥东区",
            occurred: { at: Date.parse("2026-03-10T10:00:00+08:00"), hasClock: true, utcOffset: 480 },
          }
        : one,
    );
    const table = tabulate(surge, tableQuestionSchema.parse(asked));
    const out = table.cells.flatMap((line, r) =>
      line.flatMap((cell, c) => (cell.test?.isOut ? [`${table.rows[r]!.code} ${table.columns![c]!.code}`] : [])),
    );
    expect(out).toEqual(["虚假贷款 桥东区"]);
  });
});

it("draws a course whose points add up to the table, with bands that hold about nineteen of twenty", () => {
  const cases = randomCases(3000, 11);
  const trend = readTrend(cases, trendQuestionSchema.parse({ every: "week" }));
  expect(trend.points.reduce((sum, { count }) => sum + count, 0)).toBe(cases.filter(({ occurred }) => occurred !== null).length);
  const judged = trend.points.filter(({ low }) => low !== null);
  expect(judged.length).toBeGreaterThan(70);
  expect(judged.filter(({ isOut }) => isOut).length / judged.length).toBeLessThan(0.1);
  expect(trend.points[0]).toMatchObject({ from: "2024-12-30", isPartial: true });
});
