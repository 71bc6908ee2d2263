// A correction is remembered as a layout and found again by what the sheet holds: in another file, order, place and under another owner.
import { describe, expect, it } from "vitest";
import type { LayoutItem } from "../../../shared/import/calls.ts";
import type { Mapping } from "../../../shared/import/mapping.ts";
import { recogniseSheet } from "../../../shared/import/recognise/recognise.ts";
import { mapRows } from "./mapRows.ts";

type Rows = readonly (readonly string[])[];

const [first, second] = ["6217000000000000029", "6222020000000000018"];
const others = ["6230000000000000037", "6228480000000000014"];

const layoutOf = (mapping: Mapping, headings: readonly string[]): LayoutItem => ({
  name: mapping.name,
  mapping,
  headings,
  savedAt: "",
  used: 0,
});
const recognise = (rows: Rows, layouts: readonly LayoutItem[]) => recogniseSheet({ rows, fileName: "b.csv", sheetName: null }, layouts);

const coded = layoutOf(
  {
    name: "codes",
    rowKind: "transfer",
    format: { headerRow: 1, valueMaps: { F4: { x: "in", y: "out" } } },
    columns: { F1: "time", F2: "amount", F3: "counterparty.account", F4: "direction" },
    constants: { "own.account": first!, currency: "CNY" },
  },
  ["F1", "F2", "F3", "F4"],
);

describe("saved layouts", () => {
  it("are found with the headings permuted, below a banner, and never bring the owner of the file they were made on", () => {
    const rows: Rows = [
      [`账号：${second}`],
      [],
      ["F4", "F3", "F1", "F2"],
      ["x", others[0]!, "2026-05-01 10:00:00", "5.00"],
      ["y", others[1]!, "2026-05-02 10:00:00", "8.00"],
    ];
    expect([recognise(rows, []).sure, recognise(rows, [coded]).sure]).toEqual([false, true]);
    const found = recognise(rows, [coded]);
    expect([found.layout, found.headerRow, found.mapping.constants]).toEqual(["codes", 3, { currency: "CNY", "own.account": second }]);
    expect(mapRows(found.mapping, found.headings, rows.slice(3)).transfers).toEqual([
      `2026-05-01T10:00:00 account:${others[0]} > account:${second} 5.00 CNY done`,
      `2026-05-02T10:00:00 account:${second} > account:${others[1]} 8.00 CNY done`,
    ]);
  });

  it("tell columns that share a heading by their order among themselves, wherever they stand", () => {
    const mapping: Mapping = {
      name: "repeated",
      rowKind: "transfer",
      columns: { 日期: "time", 金额: "amount", "#2": "from.account", "#4": "to.account" },
    };
    const layout = layoutOf(mapping, ["日期", "账号", "金额", "账号"]);
    const rows: Rows = [
      ["账号", "账号", "金额", "日期"],
      [first!, second!, "5.00", "2026-05-01"],
    ];
    const found = recognise(rows, [layout]);
    expect(found.mapping.columns).toEqual({ 日期: "time", 金额: "amount", "#1": "from.account", "#2": "to.account" });
    expect(
      recognise(
        [
          ["账号", "金额", "日期"],
          [first!, "5.00", "2026-05-01"],
        ],
        [layout],
      ).layout,
    ).not.toBe("repeated");
  });

  it("with columns made of others are found by the headings that these are made of", () => {
    const mapping: Mapping = {
      name: "made",
      rowKind: "transfer",
      format: { made: [{ heading: "金额", from: ["款项"], split: { by: "/", part: 1 } }] },
      columns: { 日: "time", 金额: "amount", 户: "counterparty.account" },
      constants: { direction: "out", currency: "CNY" },
    };
    const rows: Rows = [
      ["款项", "户", "日"],
      ["5.00/甲", others[0]!, "2026-05-01"],
    ];
    const found = recognise(rows, [layoutOf(mapping, ["日", "款项", "户"])]);
    expect([
      found.layout,
      mapRows(found.mapping, found.headings, rows.slice(1), { banner: { "own.account": first! } }).counts.stored,
    ]).toEqual(["made", 1]);
  });

  it("without headings are found by width and cells, and not on cells that they cannot read", () => {
    const layout = layoutOf(
      {
        name: "bare",
        rowKind: "transfer",
        format: { headerRow: 0 },
        columns: { "#1": "time", "#2": "to.account", "#3": "amount", "#4": "from.account" },
      },
      ["", "", "", ""],
    );
    const rows: Rows = [
      ["2026-05-01 10:00:00", first!, "5.00", second!],
      ["2026-05-02 10:00:00", second!, "6.00", first!],
      ["2026-05-03 10:00:00", first!, "7.00", others[0]!],
    ];
    expect(recognise(rows, [layout]).layout).toBe("bare");
    expect(
      recognise(
        rows.map(([at, a, fen, b]) => [a!, at!, fen!, b!]),
        [layout],
      ).layout,
    ).not.toBe("bare");
    expect(
      recognise(
        rows.map((cells) => [...cells, "x"]),
        [layout],
      ).layout,
    ).not.toBe("bare");
  });
});
