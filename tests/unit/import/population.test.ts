// Tables of population: codes of every length, years in columns and in headings, units that are told; what is refused and what is only doubted.
import { describe, expect, it } from "vitest";
import { headingFactor, readPeople } from "../../../shared/import/cells/populationUnit.ts";
import { divisionCode, yearIn } from "../../../shared/import/targets/population.ts";
import { mapRows } from "./mapRows.ts";

const columns = {
  代码: "population.code",
  地区: "population.name",
  年份: "population.year",
  常住人口: "population.resident",
  "户籍人口（万人）": "population.registered",
};
const headings = Object.keys(columns);
const read = (...rows: readonly (readonly string[])[]) => mapRows({ rowKind: "population", columns }, headings, rows);
const notesOf = ({ notes }: ReturnType<typeof read>) =>
  notes.map(({ row, verdict, reason, column, cell }) => [row, verdict, reason, column, cell].join(" ").trim());

describe("a table of population", () => {
  it("reads codes from the province to the village, thousands and units", () => {
    const told = read(
      ["33", "浙江省", "2025", "66,700,000", ""],
      ["3301", "杭州市", "2025", "12 624 000", "851.2"],
      ["330106.0", "　西湖区", "2025年末", "1124000.0", "82.1345"],
      ["330106001000", "北山街道", "2025-12-31", "5.13万", ""],
      ["", "景区", "2025", "38000人", "-"],
    );
    expect(told.populations).toEqual([
      "330000 浙江省 2025 resident 66700000",
      "330100 杭州市 2025 resident 12624000",
      "330100 杭州市 2025 registered 8512000",
      "330106 西湖区 2025 resident 1124000",
      "330106 西湖区 2025 registered 821345",
      "330106001 北山街道 2025 resident 51300",
      " 景区 2025 resident 38000",
    ]);
    expect([told.counts, told.doubts]).toEqual([{ read: 5, stored: 5, rejected: 0, skipped: 0 }, []]);
  });

  it("refuses what is no number of people, no code, no year, and what contradicts an earlier row, each by its cell", () => {
    const told = read(
      ["330106", "西湖区", "2025", "1124000", "82.1"],
      ["330106", "西湖区", "2025", "1124000", "82.1"],
      ["330106", "西湖区", "2025", "1130000", "82.1"],
      ["330106", "西湖区", "2024", "1119000", "81.9"],
      ["330108", "滨江区", "2025", "-5", ""],
      ["330108", "滨江区", "2025", "0", ""],
      ["330108", "滨江区", "2025", "约五十万", ""],
      ["330108", "滨江区", "2025", "52.3", ""],
      ["330108", "滨江区", "2025", "", ""],
      ["33010", "滨江区", "2025", "523000", ""],
      ["", "", "2025", "523000", ""],
      ["330108", "滨江区", "", "523000", ""],
      ["330108", "滨江区", "2024-2025", "523000", ""],
      ["合计", "", "2025", "523000", ""],
    );
    expect(notesOf(told)).toEqual([
      "2 skipped population-known  330106",
      "3 rejected population-differs 常住人口 1130000",
      "5 rejected population-invalid 常住人口 -5",
      "6 rejected population-invalid 常住人口 0",
      "7 rejected population-invalid 常住人口 约五十万",
      "8 rejected unit-missing 常住人口 52.3",
      "9 rejected population-invalid 常住人口",
      "10 rejected division-invalid 代码 33010",
      "11 rejected key-missing 代码",
      "12 rejected time-missing 年份",
      "13 rejected time-invalid 年份 2024-2025",
      "14 skipped total  合计",
    ]);
    expect(told.populations.map((text) => text.split(" ").slice(2).join(" "))).toEqual([
      "2025 resident 1124000",
      "2025 registered 821000",
      "2024 resident 1119000",
      "2024 registered 819000",
    ]);
  });

  it("takes the year and the unit of a heading, and the unit that stands above the table", () => {
    const wide = { 代码: "population.code", "2024年末常住人口": "population.resident", "2025年末常住人口（人）": "population.resident" };
    const told = mapRows({ rowKind: "population", columns: wide }, Object.keys(wide), [["330106", "111.9", "1124000"]], {
      banner: { unit: "万人" },
    });
    expect(told.populations).toEqual(["330106 西湖区 2024 resident 1119000", "330106 西湖区 2025 resident 1124000"]);
  });

  it("doubts codes that no table knows, and codes that belong to another area", () => {
    const told = read(
      ["990101", "东渡区", "2025", "1000", ""],
      ["330106", "滨江区", "2025", "1000", ""],
      ["110100", "北京市", "2025", "1000", ""],
    );
    expect(told.doubts.map(({ code, values }) => [code, values["count"], values["sample"]])).toEqual([
      ["division-unknown", 1, "990101 东渡区"],
      ["division-other-name", 1, "330106 滨江区 ≠ 西湖区"],
    ]);
    expect(told.counts.stored).toBe(3);
  });

  it("knows the units of people", () => {
    expect(
      [
        "常住人口（万人）",
        "人口(人)",
        "总人口 [千人]",
        "Population (10,000)",
        "Population in thousands",
        "年末人口万人",
        "人口",
        "人口（公安）",
      ].map(headingFactor),
    ).toEqual([10_000, 1, 1000, 10_000, 1000, 10_000, null, null]);
    expect(["63.4", "63.4万", "634,000", "６３４０００", "1,23", "6e5", "1.23456"].map((cell) => readPeople(cell, null))).toEqual([
      "unit-missing",
      634_000,
      634_000,
      634_000,
      "population-invalid",
      "population-invalid",
      "unit-missing",
    ]);
    expect(readPeople("63.42", 10_000)).toBe(634_200);
    expect(["2025", "2025年末", "2024/2025", "325", "20251"].map(yearIn)).toEqual([2025, 2025, null, null, null]);
    expect(["34", "3412", "341221", "341221001", "341221001002", "341221000000", "034122", "3412a1"].map(divisionCode)).toEqual([
      "340000",
      "341200",
      "341221",
      "341221001",
      "341221001002",
      "341221",
      null,
      null,
    ]);
  });
});
