// Workbooks: text, dates and numbers of .xlsx and .xls, lost digits, locked and damaged files, tables saved as web pages.
import fc from "fast-check";
import { streamXlsxRows, writeXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import { numberText } from "../../../../electron/engine/import/readers/numberText.ts";
import type { SheetProblem } from "../../../../shared/import/calls.ts";
import { makeOle, makeXls } from "./biff.ts";
import { cellsOf, errorOf, makeZip, open, rowsOf, toGb18030 } from "./fixtures.ts";

const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook by hand: what `sheetData` says, with one style for dates (1) and one for dates with a time (2). */
function makeWorkbook(sheetData: string, strings = ""): Buffer {
  const part = (name: string, xml: string) => ({ name, content: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${xml}`) });
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  return makeZip([
    part("[Content_Types].xml", "<Types/>"),
    part("_rels/.rels", `<Relationships>${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`),
    part(
      "xl/workbook.xml",
      `<x:workbook xmlns:r="${relations}"><x:sheets><x:sheet name="明细&amp;表" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`,
    ),
    part(
      "xl/_rels/workbook.xml.rels",
      `<Relationships>${relation("rId1", "worksheet", "worksheets/sheet1.xml")}${relation("rId2", "sharedStrings", "sharedStrings.xml")}${relation("rId3", "styles", "/xl/styles.xml")}</Relationships>`,
    ),
    part(
      "xl/worksheets/sheet1.xml",
      `<worksheet><sheetData>${sheetData}</sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells></worksheet>`,
    ),
    part("xl/sharedStrings.xml", `<sst>${strings}</sst>`),
    part(
      "xl/styles.xml",
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="170"/></cellXfs></styleSheet>',
    ),
  ]);
}

describe("xlsx", () => {
  it("gives shared, rich and inline text, cached formula values, dates as ISO text and blank rows in between", async () => {
    const strings = "<si><t>银行 &amp; 卡</t></si><si><r><t>富</t></r><r><t>文本</t></r><rPh><t>guide</t></rPh></si>";
    const data = [
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>内_x000A_文&lt;</t></is></c></row>',
      '<row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4"><f>1+1</f><v>2</v></c><c r="C4" t="str"><f>A1</f><v>结果</v></c><c r="D4" t="b"><v>1</v></c></row>',
      '<row r="5"><c r="A5" s="1"><v>45717</v></c><c r="B5" s="2"><v>45717</v></c><c r="C5" s="2"><v>45717.354166666664</v></c><c r="D5" s="3"><v>45717</v></c><c r="E5" s="2"><v>0.5</v></c></row>',
      '<row r="9"><c r="A9" s="1"/></row>',
    ].join("");
    const [source] = await open("a.xlsx", makeWorkbook(data, strings));
    expect(source).toMatchObject({ sheet: "明细&表", encoding: null, delimiter: null });
    expect(await rowsOf(source!)).toEqual([
      { line: 1, cells: ["银行 & 卡", "", "内\n文<"] },
      { line: 2, cells: [] },
      { line: 3, cells: [] },
      { line: 4, cells: ["富文本", "2", "结果", "TRUE"] },
      { line: 5, cells: ["2025-03-01", "2025-03-01T00:00:00", "2025-03-01T08:30:00", "2025-03-01", "12:00:00"] },
    ]);
  });

  it("gives the same for cells however they are written: attributes in another order, prefixes, blanks, empty values", async () => {
    const strings = "<si><t>甲</t></si><si><t>乙_x0041_</t></si>";
    const plain =
      '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" s="1"><v>45717</v></c><c r="D1"><v>-0.5</v></c><c r="E1" t="str"><v>a b</v></c></row><row r="2"><c r="AB2" s="2" t="s"><v>0</v></c><c r="AC2" t="e"><v>#N/A</v></c></row>';
    const other = plain
      .replaceAll(/<c (r="\w+") ?(s="\d")? ?(t="\w+")?>/g, "<x:c $3 $2 $1 >")
      .replaceAll("</c>", "</x:c >")
      .replaceAll("<v>", "<v >")
      .replace("</row>", '<x:c r="F1"><v></v></x:c></row>');
    const [one, two] = [await open("a.xlsx", makeWorkbook(plain, strings)), await open("b.xlsx", makeWorkbook(other, strings))];
    const rows = await rowsOf(one[0]!);
    expect(rows[0]).toEqual({ line: 1, cells: ["乙A", "2025-03-01", "", "-0.5", "a b"] });
    expect(await rowsOf(two[0]!)).toEqual(rows);
  });

  it("flags numbers whose digits a spreadsheet has lost, and never writes an exponent", async () => {
    const numbers = [
      "6.22202000111122E+18",
      "62220200011112220000",
      "123456789012345",
      "1234567890123456",
      "0.30000000000000004",
      "-1234.5600000000001",
      "1E-7",
      "100",
    ];
    const data = `<row r="1">${numbers.map((number) => `<c><v>${number}</v></c>`).join("")}</row>`;
    const [source] = await open("a.xlsx", makeWorkbook(data));
    const cells = [
      "6222020001111220000",
      "62220200011112220000",
      "123456789012345",
      "1234567890123456",
      "0.3",
      "-1234.56",
      "0.0000001",
      "100",
    ];
    expect(await rowsOf(source!)).toEqual([{ line: 1, cells, lost: [0, 1, 3] }]);
  });

  it("long numbers kept as text are not touched", async () => {
    const bytes = await writeXlsx({ sheets: [{ name: "s", rows: [["卡号"], ["6222020001111222333"], ["007"], ["11010119900307123X"]] }] });
    expect(await cellsOf("a.xlsx", bytes)).toEqual([["卡号"], ["6222020001111222333"], ["007"], ["11010119900307123X"]]);
  });

  it("plain numbers keep their value for every double", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const { text, isLost } = numberText(String(value));
        expect(text).toMatch(/^-?\d+(\.\d*[1-9])?$/);
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(isLost ? 0 : Math.abs(value) * 5e-15 + Number.MIN_VALUE);
      }),
      { numRuns: 3_000, seed: 3 },
    );
  });

  it("reads what hucre writes, and agrees with its reader", async () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom("a", "中", "<", "&", '"', "\n", " ", "1"), minLength: 1, maxLength: 6 }),
      fc.integer(),
    );
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        const bytes = await writeXlsx({ sheets: [{ name: "s", rows: table }] });
        const oracle: string[][] = [];
        for await (const row of streamXlsxRows(bytes)) oracle.push(row.values.map((value) => String(value ?? "")));
        expect(await cellsOf("a.xlsx", bytes)).toEqual(oracle);
        expect(oracle).toEqual(table.map((row) => row.map(String)));
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  it("gives one source a sheet, leaves empty ones out and reports them", async () => {
    const problems: SheetProblem[] = [];
    const sheets = [
      { name: "人员信息", rows: [["a"]] },
      { name: "空表", rows: [] },
      { name: "__proto__", rows: [["__proto__"], ["1"]] },
    ];
    const found = await open("a.xlsx", await writeXlsx({ sheets }), { onProblem: (problem) => problems.push(problem) });
    expect(found.map((source) => source.sheet)).toEqual(["人员信息", "__proto__"]);
    expect(problems).toMatchObject([{ source: "a.xlsx", sheet: "空表", error: { code: "file-empty" } }]);
  });

  it("knows a workbook by its content under any name", async () => {
    const bytes = await writeXlsx({ sheets: [{ name: "s", rows: [["甲", 1]] }] });
    expect(await cellsOf("a.csv", bytes)).toEqual([["甲", "1"]]);
  });

  it("a password-protected workbook is refused as locked, a damaged one as unreadable with the reason", async () => {
    const locked = makeOle([
      { name: "EncryptionInfo", content: Buffer.from("x") },
      { name: "EncryptedPackage", content: Buffer.from("y") },
    ]);
    expect(await errorOf(open("a.xlsx", locked))).toMatchObject({ code: "file-locked", details: { file: "a.xlsx" } });
    const whole = Buffer.from(await writeXlsx({ sheets: [{ name: "s", rows: [["甲", 1]] }] }));
    const cut = await errorOf(open("a.xlsx", whole.subarray(0, whole.length / 2)));
    expect(cut).toMatchObject({
      code: "file-unreadable",
      details: { file: "a.xlsx", reason: expect.stringContaining("End of central directory") },
    });
    const doctype = makeWorkbook('</sheetData><!DOCTYPE x [<!ENTITY a "b">]><sheetData>');
    expect(await errorOf(open("a.xlsx", doctype))).toMatchObject({ code: "file-unreadable", details: { reason: "xml-doctype" } });
    const half = makeWorkbook('<row r="1"><c r="A1"><v>1');
    const [source] = await open("a.xlsx", makeWorkbook('<row r="1"><c r="A1"><v>1</v></c></row>'));
    expect(await rowsOf(source!)).toHaveLength(1);
    expect((await errorOf(open("a.xlsx", half))).code).toBe("file-empty");
  });
});

describe("xls", () => {
  it("reads text, numbers, dates and lost digits of every sheet", async () => {
    const bytes = makeXls([
      {
        name: "交易明细",
        rows: [
          ["户名", "金额", "时间"],
          ["张三", 12.5, { serial: 45717.5 }],
          ["李四", Number("6222020001111222333"), { serial: 45717 }],
        ],
      },
      { name: "空", rows: [] },
      { name: "二", rows: [["x"]] },
    ]);
    const found = await open("a.xls", bytes);
    expect(found.map((source) => source.sheet)).toEqual(["交易明细", "二"]);
    expect(await rowsOf(found[0]!)).toEqual([
      { line: 1, cells: ["户名", "金额", "时间"] },
      { line: 2, cells: ["张三", "12.5", "2025-03-01T12:00:00"] },
      { line: 3, cells: ["李四", "6222020001111222000", "2025-03-01"], lost: [1] },
    ]);
  });

  it("a password and damage are told apart", async () => {
    expect((await errorOf(open("a.xls", makeXls([{ name: "s", rows: [["x"]] }], true)))).code).toBe("file-locked");
    expect((await errorOf(open("a.xls", makeXls([{ name: "s", rows: [["x"]] }]).subarray(0, 600)))).code).toBe("file-unreadable");
  });

  it("text in GB18030 and a table saved as a web page may be named .xls", async () => {
    expect(await cellsOf("a.xls", toGb18030("户名\t金额\n张三\t1\n"))).toEqual([
      ["户名", "金额"],
      ["张三", "1"],
    ]);
    const html =
      '<html><head><meta charset="gb2312"></head><body><table><tr><th>卡号</th><th>户名</th></tr><tr><td>6222020001111222333</td><td>张&nbsp;三</td></tr></table></body></html>';
    expect(await cellsOf("a.xls", toGb18030(html))).toEqual([
      ["卡号", "户名"],
      ["6222020001111222333", "张\u00a0三"],
    ]);
  });
});
