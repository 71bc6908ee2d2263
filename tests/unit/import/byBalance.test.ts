// What the running balance decides against the headings, and the years of days that are written without one.
import { describe, expect, it } from "vitest";
import { tellBalance } from "../../../shared/import/recognise/givenBalance.ts";
import { recogniseSheet } from "../../../shared/import/recognise/recognise.ts";
import { mapRows } from "./mapRows.ts";

type Rows = readonly (readonly string[])[];

const recognise = (rows: Rows, fileName = "data.csv") => recogniseSheet({ rows, fileName, sheetName: null }, []);
const doubtsOf = (found: ReturnType<typeof recognise>) => found.doubts.map(({ code }) => code);
const [first, second] = ["6217000000000000029", "6222020000000000018"];
const others = ["6230000000000000037", "6228480000000000014", "6225000000000000014"];

describe("the running balance", () => {
  it("exchanges amount and balance whose headings are the wrong way round, and counts the rows that agree", () => {
    const found = recognise([
      ["交易时间", "余额", "交易金额"],
      ["2026-05-01 10:00:00", "-5.00", "95.00"],
      ["2026-05-02 10:00:00", "10.00", "105.00"],
      ["2026-05-03 10:00:00", "-2.00", "103.00"],
      ["2026-05-04 10:00:00", "7.00", "110.00"],
      ["2026-05-05 10:00:00", "-20.00", "90.00"],
    ]);
    expect(found.mapping.columns).toMatchObject({ 余额: "amount", 交易金额: "balance" });
    expect(found.doubts.filter(({ code }) => /balance/.test(code))).toEqual([
      { code: "amounts-by-balance", column: "", values: { column: "" }, blocking: false },
      { code: "balance-agrees", column: "交易金额", values: { column: "交易金额", agree: 4, rows: 4 }, blocking: false },
    ]);
  });

  it("exchanges owner and counterparty where only the chains of the other column recompute", () => {
    const chain = [
      [first, "-5.00", "95.00"],
      [second, "10.00", "510.00"],
      [first, "-2.00", "93.00"],
      [second, "-1.00", "509.00"],
      [first, "7.00", "100.00"],
      [second, "3.00", "512.00"],
      [first, "-9.00", "91.00"],
      [second, "-2.00", "510.00"],
    ];
    const rows = chain.map(([own, amount, balance], i) => [`2026-05-0${i + 1} 10:00:00`, others[i % 3]!, own!, amount!, balance!]);
    const found = recognise([["交易时间", "本方账号", "对方账号", "交易金额", "余额"], ...rows]);
    expect(found.mapping.columns).toMatchObject({ 本方账号: "counterparty.account", 对方账号: "own.account" });
    expect(doubtsOf(found)).toContain("owner-by-balance");
  });

  it("turns words of direction round that it contradicts in every row", () => {
    const rows: Rows = [
      ["交易时间", "交易金额", "借贷标志", "余额", "对方账号"],
      ["2026-05-01 10:00:00", "5.00", "贷", "95.00", others[0]!],
      ["2026-05-02 10:00:00", "10.00", "借", "105.00", others[1]!],
      ["2026-05-03 10:00:00", "2.00", "贷", "103.00", others[0]!],
      ["2026-05-04 10:00:00", "7.00", "借", "110.00", others[2]!],
      ["2026-05-05 10:00:00", "20.00", "贷", "90.00", others[1]!],
    ];
    const found = recognise(rows);
    expect(found.mapping.format?.valueMaps).toEqual({ direction: { 借: "in", 贷: "out" } });
    expect(doubtsOf(found)).toContain("direction-inverted");
    expect(mapRows(found.mapping, found.headings, rows.slice(1)).totals).toEqual([
      { count: 5, in: "17.00", out: "27.00", currency: "CNY" },
    ]);
  });
});

describe("a mapping that was given", () => {
  it("is told how many rows agree, and that none does when amount and balance are exchanged", () => {
    const rows: Rows = [
      ["2026-05-01", "-5.00", "95.00"],
      ["2026-05-02", "10.00", "105.00"],
      ["2026-05-03", "-2.00", "103.00"],
      ["2026-05-04", "7.00", "111.00"],
    ];
    const tell = (b: string, c: string) =>
      tellBalance({ name: "m", rowKind: "transfer", columns: { a: "time", b, c } }, ["a", "b", "c"], rows).map(({ column, values }) => [
        column,
        values.agree,
        values.rows,
      ]);
    expect(tell("amount", "balance")).toEqual([["c", 2, 3]]);
    expect(tell("balance", "amount")).toEqual([["b", 0, 3]]);
    expect(tell("amount", "memo")).toEqual([]);
  });
});

describe("days without a year", () => {
  const rows = (banner: Rows): Rows => [
    ...banner,
    ["交易日", "交易金额", "对方账号"],
    ["11-30", "-5.00", others[0]!],
    ["12月31日", "8.00", others[1]!],
    ["01-02", "-2.00", others[2]!],
  ];

  it("take the year from the period above, over New Year too", () => {
    const sheet = rows([["起始日期：2025-11-01", "截止日期：2026-01-31"]]);
    const found = recognise(sheet);
    const told = mapRows(found.mapping, found.headings, sheet.slice(2), { banner: Object.fromEntries(found.banner) });
    expect(told.transfers.map((text) => text.slice(0, 10))).toEqual(["2025-11-30", "2025-12-31", "2026-01-02"]);
  });

  it("take it from the name of the file, else nothing is stored and the sheet says why", () => {
    const named = recognise(rows([]), "明细_20251101-20260131.csv");
    expect([named.sure, doubtsOf(named).includes("year-not-told")]).toEqual([true, false]);
    const bare = recognise(rows([]), "明细.csv");
    expect([bare.sure, doubtsOf(bare).includes("year-not-told")]).toEqual([false, true]);
    const told = mapRows(bare.mapping, bare.headings, rows([]).slice(1));
    expect(told.notes.map(({ reason }) => reason)).toEqual(["time-invalid", "time-invalid", "time-invalid"]);
  });
});
