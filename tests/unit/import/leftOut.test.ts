// What a hostile or careless sheet may not do: lose identifiers without a word, borrow another case's number, choke on one cell.
import { describe, expect, it } from "vitest";
import { readMoney } from "../../../shared/import/cells/money.ts";
import { recogniseSheet } from "../../../shared/import/recognise/recognise.ts";
import { mapRows } from "./mapRows.ts";

const recognise = (rows: readonly (readonly string[])[]) => recogniseSheet({ rows, fileName: "警情.csv", sheetName: null }, []);

const incidents = [
  ["案号", "时间", "报案人", "证件", "回拨", "损失金额"],
  ["A1", "2026-11-25 21:30", "王某", "110101199003077352", "13800138000", "1200"],
  ["A2", "2026-11-25 22:10", "李某", "", "1390013900", "300"],
  ["", "2026-11-25 23:00", "张某", "", "13900139001", ""],
];

describe("what a case sheet leaves out", () => {
  it("asks about phones, identity numbers and times that no target was found for, and about rows that borrow a number", () => {
    const { doubts, mapping } = recognise(incidents);
    expect(mapping.columns).toEqual({ 案号: "case.number", 报案人: "victim.name", 损失金额: "case.loss" });
    expect(doubts.map(({ code, column, blocking }) => [code, column, blocking])).toEqual([
      ["time-left-out", "时间", true],
      ["identity-left-out", "证件", true],
      ["phone-left-out", "回拨", true],
      ["number-from-above", "案号", true],
    ]);
  });

  it("takes a bare phone column of a case sheet for the victim's, never for the suspect's", () => {
    const { mapping } = recognise([
      ["案号", "报案时间", "报案人", "电话", "对方账户", "对方号码", "损失金额"],
      ["A1", "2026-11-25 21:30", "王某", "13800138000", "6222020000000000018", "16100000001", "1200"],
      ["A2", "2026-11-25 22:10", "李某", "13900139000", "6230000000000000037", "16100000002", "300"],
    ]);
    expect(mapping.columns).toMatchObject({ 电话: "victim.phone", 对方账户: "account", 对方号码: "phone" });
  });

  it("asks whose phones they are where no heading tells", () => {
    const clean = incidents.map((cells) => cells.map((cell) => (cell === "1390013900" ? "13900139000" : cell)));
    expect(recognise(clean).doubts.map(({ code, values, blocking }) => [code, values.target, values.other, blocking])).toContainEqual([
      "column-ambiguous",
      "phone",
      "victim.phone",
      true,
    ]);
  });

  it("is silent where columns are understood and merged cells only continue a case", () => {
    const { doubts, mapping } = recognise([
      ["案件编号", "发案时间", "报案人", "报案人电话", "涉案账号"],
      ["A1", "2026-11-25 21:30", "王某", "13800138000", "6222020000000000018"],
      ["", "", "", "", "6217000000000000029"],
      ["A2", "2026-11-25 22:10", "李某", "13900139000", "6230000000000000037"],
    ]);
    expect([mapping.format?.fillDown, doubts]).toEqual([["案件编号"], []]);
  });
});

describe("absurd values", () => {
  it("an amount beyond all money is refused row by row, not by the store", () => {
    const texts = ["99999999999999999999999.99", "1e400", "-1e30", "9999999999999999万", "NaN", "Infinity", "10000000000000.00", "-5.00"];
    expect(texts.map(readMoney)).toEqual([...Array(6).fill(Number.NaN), 1e15, -500]);
  });

  it("a cell of ten megabytes is looked at by its beginning, and its row rejected with its column", () => {
    const rows = [
      ["案件编号", "发案时间", "简要案情"],
      ["A1", "2026-11-25 21:30", "A".repeat(10_000_000)],
      ["A2", "2026-11-25 22:10", "接到电话后转账"],
    ];
    const found = recognise(rows);
    const told = mapRows(found.mapping, found.headings, rows.slice(1));
    expect(told.counts).toEqual({ read: 2, stored: 1, rejected: 1, skipped: 0 });
    expect(told.notes).toEqual([{ row: 1, verdict: "rejected", reason: "cell-too-long", column: "简要案情", cell: "A".repeat(200) }]);
  });
});
