// Standard addresses, houses, and where registered persons and organisations are: the targets of 一标三实.
import { describe, expect, it } from "vitest";
import { mapRows } from "./mapRows.ts";

const identity = "110101199003070134";
const headings = ["码", "区", "路", "号", "小区", "栋", "单元", "室", "经", "纬", "系", "别"];
const columns = {
  码: "address.code",
  区: "address.district",
  路: "address.road",
  号: "address.number",
  小区: "address.estate",
  栋: "address.building",
  单元: "address.unit",
  室: "address.room",
  经: "address.longitude",
  纬: "address.latitude",
  系: "address.datum",
  别: "address.alias",
};
const row = ["C1", "西湖区", "文三路", "138", "翠苑小区", "3", "2", "501", "120.13", "30.28", "GCJ02", "翠苑一区"];
const changed = (changes: Readonly<Record<number, string>>) => row.map((cell, i) => changes[i] ?? cell);

describe("standard addresses", () => {
  it("makes number, estate, building, unit and room places of their own, each part of the one above", () => {
    const told = mapRows({ rowKind: "address", columns }, headings, [row, changed({ 0: "C2", 7: "502" })]);
    const lot = "place:西湖区文三路138号";
    const unit = `${lot}翠苑小区3栋2单元`;
    expect(told.links).toEqual([
      `${lot}翠苑小区 part-of ${lot}`,
      `${lot}翠苑小区3栋 part-of ${lot}翠苑小区`,
      `${unit} part-of ${lot}翠苑小区3栋`,
      `${unit}501室 part-of ${unit}`,
      `${unit}502室 part-of ${unit}`,
    ]);
    expect(told.attributes.filter((text) => text.startsWith(`${unit}501室`))).toEqual([
      `${unit}501室 address.levels=//西湖区///文三路/138号/翠苑小区/3栋/2单元//501室`,
      `${unit}501室 address.code=C1`,
      `${unit}501室 address.alias=翠苑一区`,
      `${unit}501室 place.longitude=120.13`,
      `${unit}501室 place.latitude=30.28`,
      `${unit}501室 place.datum=GCJ-02`,
    ]);
  });

  it("refuses rows without a code, with a code told before, without an address, and with points that cannot be", () => {
    const nothing = ["C9", ...Array<string>(7).fill(""), "120.13", "30.28", "GCJ02", "翠苑一区"];
    const rows = [
      row,
      changed({ 0: "" }),
      changed({ 7: "601" }),
      nothing,
      changed({ 0: "C3", 8: "30.28", 9: "120.13" }),
      changed({ 0: "C4", 9: "91" }),
      changed({ 0: "C5", 9: "" }),
      changed({ 0: "C6", 8: "0", 9: "0" }),
      changed({ 0: "C7", 8: "", 9: "" }),
    ];
    const { notes, counts } = mapRows({ rowKind: "address", columns }, headings, rows);
    expect(notes.map(({ row: at, reason, column, cell }) => [at, reason, column, cell])).toEqual([
      [2, "key-missing", "码", ""],
      [3, "code-doubled", "码", "C1"],
      [4, "place-missing", "路", ""],
      [5, "coordinate-outside", "经", "30.28"],
      [6, "coordinate-outside", "纬", "91"],
      [7, "coordinate-outside", "纬", ""],
      [8, "coordinate-outside", "经", "0"],
    ]);
    expect([counts.read, counts.stored, counts.rejected]).toEqual([9, 2, 7]);
  });

  it("reads the whole line where there are no levels, and keeps a datum that it does not know as a doubt", () => {
    const told = mapRows(
      { rowKind: "address", columns: { a: "address.text", x: "address.longitude", y: "address.latitude", d: "address.datum" } },
      ["a", "x", "y", "d"],
      [["浙江省杭州市西湖区文三路138号3幢501室", "120.1", "30.2", "地方坐标"]],
    );
    expect(told.attributes.find((text) => text.includes("501室 address.levels"))).toBe(
      "place:浙江省杭州市西湖区文三路138号3幢501室 address.levels=浙江省/杭州市/西湖区///文三路/138号//3幢///501室",
    );
    expect(told.doubts.map(({ code }) => code)).toContain("cell-not-understood");
  });
});

it("reads who lives, owns and works where, from when until when, by address or by code alone", () => {
  const person = mapRows(
    {
      rowKind: "person",
      columns: {
        n: "person.name",
        i: "person.identityNumber",
        a: "person.address",
        c: "person.address.code",
        f: "person.address.from",
        u: "person.address.until",
      },
    },
    ["n", "i", "a", "c", "f", "u"],
    [
      ["王某", identity, "文三路 138号", "C1", "2024-03-01", "2025-01-02"],
      ["李某", "", "", "C2", "", ""],
    ],
  );
  expect(person.links).toEqual([`person:${identity} lives-at place:文三路138号`, "person:#2 lives-at place:C2"]);
  expect(person.attributes).toContain("place:文三路138号 address.statedCode=C1");
  const house = mapRows(
    { rowKind: "house", columns: { a: "address.text", o: "owner.name", t: "tenant.name", u: "house.use" } },
    ["a", "o", "t", "u"],
    [
      ["文三路138号", "王某", "李某", "居住"],
      ["", "王某", "", "居住"],
    ],
  );
  expect(house.links).toEqual(["person:#1-owner owns place:文三路138号", "person:#1-tenant lives-at/tenant place:文三路138号"]);
  expect(house.notes.map(({ reason }) => reason)).toEqual(["place-missing"]);
  const unit = mapRows(
    { rowKind: "organisation", columns: { n: "organisation.name", c: "organisation.address.code", f: "organisation.address.from" } },
    ["n", "c", "f"],
    [["某公司", "C1", "2024-03-01"]],
  );
  expect(unit.links).toEqual(["organisation:某公司 located-at place:C1"]);
});

it("reads a sitting in a café as a stay with its seat", () => {
  const cafe = mapRows(
    { rowKind: "stay", columns: { i: "person.identityNumber", h: "place.name", s: "seat", a: "in", b: "out" } },
    ["i", "h", "s", "a", "b"],
    [[identity, "某网吧", "A012", "2026-05-01 20:00", "2026-05-01 23:00"]],
  );
  expect(cafe.stays).toEqual([`person:${identity} place:某网吧 A012 2026-05-01T20:00:00 2026-05-01T23:00:00`]);
  expect(cafe.attributes).toContain("place:某网吧 place.type=网吧");
});
