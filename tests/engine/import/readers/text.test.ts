// Delimited text: encodings, delimiters, quotes, ragged rows, export quirks.
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../../../electron/engine/import/readers/decodeText.ts";
import { EncodingScan } from "../../../../electron/engine/import/readers/encoding.ts";
import { RecordSplitter } from "../../../../electron/engine/import/readers/splitRecords.ts";
import { cellsOf, errorOf, open, rowsOf, toGb18030 } from "./fixtures.ts";

const sample = "卡号,户名,摘要\r\n6222021001111222333,张三,网银转账\r\n6217001234567890123,李四,工资\r\n";
const sampleCells = [
  ["卡号", "户名", "摘要"],
  ["6222021001111222333", "张三", "网银转账"],
  ["6217001234567890123", "李四", "工资"],
];

const utf16 = (text: string, bigEndian: boolean): Buffer => {
  const bytes = Buffer.from(text, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
};

describe("encodings", () => {
  it.each([
    ["UTF-8", Buffer.from(sample), "utf-8"],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${sample}`), "utf-8"],
    ["GB18030", toGb18030(sample), "gb18030"],
    ["UTF-16 LE with a mark", utf16(`\ufeff${sample}`, false), "utf-16le"],
    ["UTF-16 BE with a mark", utf16(`\ufeff${sample}`, true), "utf-16be"],
    ["UTF-16 LE without a mark", utf16(sample, false), "utf-16le"],
    ["UTF-16 BE without a mark", utf16(sample, true), "utf-16be"],
  ])("%s is found out and read", async (_, bytes, encoding) => {
    const [source] = await open("a.csv", bytes);
    expect(source).toMatchObject({ encoding, delimiter: ",", doubts: [], sheet: null, entry: null, file: "a.csv", size: bytes.length });
    expect((await rowsOf(source!)).map((row) => row.cells)).toEqual(sampleCells);
  });

  it("finds UTF-8 however the chunks cut its characters", async () => {
    const bytes = Buffer.from("甲,乙\n丙,𠮷\n");
    for (let size = 1; size <= bytes.length; size += 1) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, at * size + size));
      const scan = new EncodingScan();
      for (const chunk of chunks) scan.push(chunk);
      const verdict = scan.finish();
      let text = "";
      for await (const piece of decodeText(pieces(chunks), verdict)) text += piece;
      expect([size, verdict.label, text]).toEqual([size, "utf-8", "甲,乙\n丙,𠮷\n"]);
    }
  });

  it("reads a GB18030 line in a UTF-8 file and says that encodings are mixed", async () => {
    const bytes = Buffer.concat([
      Buffer.from("户名,摘要\n张三,网银转账\n李四,工资\n"),
      toGb18030("王五,扫码付款\n"),
      Buffer.from("赵六,转账\n"),
    ]);
    const [source] = await open("mixed.csv", bytes);
    expect(source!.doubts).toMatchObject([{ code: "encoding-mixed", blocking: false }]);
    expect((await rowsOf(source!)).map((row) => row.cells[0])).toEqual(["户名", "张三", "李四", "王五", "赵六"]);
  });

  it("reads a UTF-8 banner that stands twice in a GB18030 file", async () => {
    const banner = Buffer.from("\ufeff本明细仅供查询使用\n");
    const rows = toGb18030("户名,摘要\n张三,网银转账\n李四,工资\n王五,扫码付款\n");
    const [source] = await open("banner.csv", Buffer.concat([banner, rows, banner, rows]));
    const cells = (await rowsOf(source!)).map((row) => row.cells.join());
    expect(cells).toHaveLength(10);
    expect([cells[5], cells[9]]).toEqual(["本明细仅供查询使用", "王五,扫码付款"]);
  });

  it("refuses an encoding chosen by hand that does not fit, with the first line", async () => {
    const error = await errorOf(open("a.csv", toGb18030(sample), { encoding: "utf-8" }));
    expect(error).toMatchObject({ code: "encoding-wrong", details: { file: "a.csv", encoding: "utf-8", guess: "gb18030", line: 1 } });
    expect((await errorOf(open("a.csv", sample, { encoding: "no-such" }))).code).toBe("encoding-wrong");
  });

  it("keeps a row with a byte that fits no encoding, and counts it as a doubt", async () => {
    const bytes = Buffer.concat([toGb18030("户名,摘要\n张三,网银转账\n李"), Buffer.from([0xff]), toGb18030("四,工资\n王五,转账\n")]);
    const [source] = await open("a.csv", bytes);
    expect(source!.doubts).toMatchObject([{ code: "encoding-damaged", values: { count: 1, line: 3 } }]);
    expect((await rowsOf(source!)).map((row) => row.cells[1])).toEqual(["摘要", "网银转账", "工资", "转账"]);
  });
});

async function* pieces(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks;
}

describe("rows", () => {
  it.each([
    ["comma", "a,b,c\n1,2,3\n", ","],
    ["tab", "a\tb\tc\n1,5\t2\t3\n", "\t"],
    ["semicolon", "a;b;c\n1,5;2,5;3\n4,5;2,5;3\n", ";"],
    ["bar", "a|b|c\n1|2|3\n", "|"],
    ["full-width comma", "甲，乙，丙\n一，二，三\n", "，"],
  ])("a %s between cells is found", async (_, text, delimiter) => {
    const [source] = await open("a.txt", text);
    expect(source!.delimiter).toBe(delimiter);
    expect((await rowsOf(source!)).every((row) => row.cells.length === 3)).toBe(true);
  });

  it("ragged rows are kept and flagged", async () => {
    const [source] = await open("a.csv", "交易明细\na,b,c\n1,2,3\n4,5\n\n6,7,8,9\n1,2,3\n");
    expect(await rowsOf(source!)).toEqual([
      { line: 1, cells: ["交易明细"], ragged: true },
      { line: 2, cells: ["a", "b", "c"] },
      { line: 3, cells: ["1", "2", "3"] },
      { line: 4, cells: ["4", "5"], ragged: true },
      { line: 5, cells: [""] },
      { line: 6, cells: ["6", "7", "8", "9"], ragged: true },
      { line: 7, cells: ["1", "2", "3"] },
    ]);
  });

  it("any line end counts, also mixed in one file", async () => {
    expect(await cellsOf("a.csv", "a,b\r1,2\r\n3,4\n5,6")).toEqual([
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
      ["5", "6"],
    ]);
  });

  it("quotation marks hold delimiters, line ends and doubled marks; loose ones are text", async () => {
    const text = '户名,摘要\n"张,三","第一行\n第二行"\n李"四,"说""好"""\n"甲"(乙),x\n';
    expect(await cellsOf("a.csv", text)).toEqual([
      ["户名", "摘要"],
      ["张,三", "第一行\n第二行"],
      ['李"四', '说"好"'],
      ['"甲"(乙)', "x"],
    ]);
  });

  it("an unclosed quote is an error with its line, and quotes:false reads every row", async () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => `${at},摘要,1,2,3`);
    rows[1200] = '1200,"摘要,1,2,3';
    const text = rows.join("\n");
    const [source] = await open("a.csv", text);
    const error = await errorOf(rowsOf(source!));
    expect(error).toMatchObject({ code: "unclosed-quote", details: { file: "a.csv", line: 1201, column: 2, advice: "quotes:false" } });
    expect(await cellsOf("a.csv", text, { quotes: false })).toHaveLength(5_000);
  });

  it("two unclosed quotes never merge the rows between them", async () => {
    const text = 'a,b,c,d,e\n1,"x,3,4,5\n2,y,3,4,5\n3,z,3,4,5\n4,"x",3,4,5\n';
    const [source] = await open("a.csv", text);
    expect(await errorOf(rowsOf(source!))).toMatchObject({ code: "unclosed-quote", details: { line: 2 } });
  });

  it("export quirks are taken off: formulas around numbers, apostrophes, tabs", async () => {
    const text = '卡号,户名,金额\n"=""6222021001111222333""",\'6217001234567890123,1\t\n="622",`138,\t99\n\'-12,\'=1,tab\t\n';
    expect(await cellsOf("a.csv", text, { delimiter: "," })).toEqual([
      ["卡号", "户名", "金额"],
      ["6222021001111222333", "6217001234567890123", "1"],
      ["622", "138", "99"],
      ["-12", "=1", "tab"],
    ]);
  });

  it("an empty file and a file of blanks are refused as empty", async () => {
    expect((await errorOf(open("a.csv", ""))).code).toBe("file-empty");
    expect((await errorOf(open("a.csv", "\ufeff \r\n\r\n"))).code).toBe("file-empty");
  });

  it("the marks of joined UTF-8 files belong to no cell", async () => {
    const cells = [
      ["卡号", "户名"],
      ["622", "张,三"],
    ];
    expect(await cellsOf("a.csv", '\ufeff卡号,户名\n622,"张,三"\n\ufeff"卡号",户名\n622,"张,三"\n')).toEqual([...cells, ...cells]);
  });

  it("tells how far it has read", async () => {
    const shares: number[] = [];
    const [source] = await open("a.csv", "622,张三\n".repeat(100_000));
    for await (const _ of source!.rows({ onProgress: (share) => shares.push(share) }));
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it("limit ends the reading early, and reading again starts anew", async () => {
    const [source] = await open("a.csv", Array.from({ length: 9_000 }, (_, at) => `${at},x`).join("\n"));
    expect(await rowsOf(source!, 3)).toHaveLength(3);
    expect(await rowsOf(source!)).toHaveLength(9_000);
  });

  it("headings that would pollute prototypes are just text", async () => {
    const names = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"];
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    expect((await cellsOf("a.csv", `${names.join()}\n1,2,3,4,5\n`))[0]).toEqual(names);
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
  });
});

describe("the record splitter beside csv-parse", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "1", "中", ",", '"', "\n", "\r", " ", ";", "="), maxLength: 6 });
  const encode = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

  it("reads what was written, whatever the cells and the chunks, and agrees with csv-parse", () => {
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.constantFrom("\n", "\r\n", "\r"), fc.integer({ min: 1, max: 7 }), (rows, end, size) => {
        const text = rows.map((cells) => cells.map(encode).join(",") + end).join("");
        const splitter = new RecordSplitter({ delimiter: ",", quotes: true, width: 0 });
        const found: string[][] = [];
        for (let at = 0; at < text.length; at += size) found.push(...splitter.push(text.slice(at, at + size)));
        found.push(...splitter.finish());
        expect(found).toEqual(rows);
        const oracle = parse(text, { record_delimiter: ["\r\n", "\n", "\r"], relax_column_count: true, relax_quotes: true });
        expect(found).toEqual(oracle);
      }),
      { numRuns: 3_000, seed: 1 },
    );
  });

  it("agrees with csv-parse on loose quotation marks inside a line", () => {
    const loose = fc.string({ unit: fc.constantFrom("a", "中", ",", '"'), maxLength: 8 }).filter((text) => !/(^|,)"/.test(text));
    fc.assert(
      fc.property(fc.array(loose, { minLength: 1, maxLength: 5 }), (lines) => {
        const text = lines
          .map((line) => `x,${line}`)
          .filter((line) => !line.includes(',"'))
          .join("\n");
        if (text === "") return;
        const splitter = new RecordSplitter({ delimiter: ",", quotes: true, width: 0 });
        const found = [...splitter.push(text), ...splitter.finish()];
        expect(found).toEqual(parse(text, { record_delimiter: ["\n"], relax_column_count: true, relax_quotes: true }));
      }),
      { numRuns: 1_000, seed: 2 },
    );
  });
});
