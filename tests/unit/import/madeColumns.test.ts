// Columns made of others, rows left out by rule, constants, value maps and filling down: what the mapping screen edits, as data.
import { describe, expect, it } from "vitest";
import type { Mapping } from "../../../shared/import/mapping.ts";
import { mapRows } from "./mapRows.ts";

const own = "6217000000000000029";
const others = ["6230000000000000037", "6222020000000000018"];

describe("mapping rules", () => {
  const headings = ["日", "时", "金额与方向", "对方", "备注"];
  const mapping: Omit<Mapping, "name"> = {
    rowKind: "transfer",
    format: {
      made: [
        { heading: "时间", from: ["日", "时"] },
        { heading: "金额", from: ["金额与方向"], split: { by: "/", part: 1 } },
        { heading: "方向", from: ["金额与方向"], split: { by: "/", part: -1 } },
      ],
      exclude: [
        { column: "备注", is: "containing", value: "测试" },
        { column: "金额", is: "equal", value: "0.00" },
      ],
      valueMaps: { 方向: { 甲: "in", 乙: "out" } },
      fillDown: ["日"],
    },
    columns: { 时间: "time", 金额: "amount", 方向: "direction", 对方: "counterparty.account" },
    constants: { "own.account": own, currency: "CNY" },
  };
  const rows = [
    ["2026-05-01", "10:00:00", "5.00/甲", others[0]!, ""],
    ["", "11:00:00", "8.00/乙", others[1]!, ""],
    ["2026-05-02", "09:00:00", "1.00/乙", others[1]!, "系统测试"],
    ["2026-05-02", "09:30:00", "0.00/乙", others[1]!, ""],
    ["2026-05-02", "10:00:00", "x/乙", others[1]!, ""],
  ];

  it("combine, split, fill down, map values, set constants and leave rows out", () => {
    const told = mapRows(mapping, headings, rows);
    expect(told.transfers).toEqual([
      `2026-05-01T10:00:00 account:${others[0]} > account:${own} 5.00 CNY done`,
      `2026-05-01T11:00:00 account:${own} > account:${others[1]} 8.00 CNY done`,
    ]);
  });

  it("say of every row that they left out which cell decided, and of a rejected one what the made cell held", () => {
    const told = mapRows(mapping, headings, rows);
    expect(told.notes.map(({ row, verdict, reason, column, cell }) => [row, verdict, reason, column, cell])).toEqual([
      [3, "skipped", "excluded", "备注", "系统测试"],
      [4, "skipped", "excluded", "金额", "0.00"],
      [5, "rejected", "amount-invalid", "金额", "x"],
    ]);
    expect(told.counts).toEqual({ read: 5, stored: 2, rejected: 1, skipped: 2 });
  });

  it("refuse a rule about a column that the sheet does not have", () => {
    const broken = {
      ...mapping,
      format: { exclude: [{ column: "没有", is: "empty" as const }] },
      columns: { 日: "time", 金额与方向: "amount" },
    };
    expect(() => mapRows(broken, headings, rows)).toThrow(expect.objectContaining({ code: "mapping-column-missing" }));
  });
});
