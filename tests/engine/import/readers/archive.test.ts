// Archives: names in GBK, nesting, bombs, single entries that cannot be read; files that are no tables.
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { writeXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import { openSources } from "../../../../electron/engine/import/readers/index.ts";
import type { SheetProblem } from "../../../../shared/import/calls.ts";
import { cellsOf, errorOf, makeZip, open, rowsOf, save, toGb18030 } from "./fixtures.ts";

const csv = Buffer.from("户名,金额\n张三,1\n");
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("zip", () => {
  it("opens every entry, with names in GBK, by its own content", async () => {
    const workbook = Buffer.from(
      await writeXlsx({
        sheets: [
          { name: "人员", rows: [["甲"]] },
          { name: "账户", rows: [["乙"]] },
        ],
      }),
    );
    const zip = makeZip([
      { name: toGb18030("反馈/交易明细.csv"), content: csv },
      { name: toGb18030("反馈/人员信息.xlsx"), content: workbook },
      { name: "__MACOSX/._a.csv", content: csv },
      { name: "空/", content: Buffer.alloc(0) },
    ]);
    const found = await open("包.zip", zip);
    expect(found.map(({ file, entry, sheet, size }) => [file, entry, sheet, size])).toEqual([
      ["交易明细.csv", "反馈/交易明细.csv", null, csv.length],
      ["人员信息.xlsx", "反馈/人员信息.xlsx", "人员", workbook.length],
      ["人员信息.xlsx", "反馈/人员信息.xlsx", "账户", workbook.length],
    ]);
    expect(found.map((source) => source.sha256)).toEqual([sha256(csv), sha256(workbook), sha256(workbook)]);
    expect((await Promise.all(found.map((source) => rowsOf(source)))).map((rows) => rows[0]!.cells[0])).toEqual(["户名", "甲", "乙"]);
  });

  it("reads an entry whose path leads out of the archive in place, by its last name", async () => {
    const parts = ["../../etc/a.csv", "..\\..\\b.csv", "/c.csv", ".hidden.csv"].map((name) => ({ name, content: csv }));
    expect((await open("slip.zip", makeZip(parts))).map(({ file }) => file).sort()).toEqual(["a.csv", "b.csv", "c.csv"]);
  });

  it("holds hundreds of workbooks", async () => {
    const workbook = Buffer.from(
      await writeXlsx({
        sheets: [
          {
            name: "s",
            rows: [
              ["a", "b"],
              [1, 2],
            ],
          },
        ],
      }),
    );
    const parts = Array.from({ length: 300 }, (_, at) => ({ name: `银行${at}.xlsx`, content: workbook }));
    const found = await open("a.zip", makeZip(parts));
    expect(found).toHaveLength(300);
    expect(await rowsOf(found[299]!)).toHaveLength(2);
  });

  it("reads an archive in an archive, and refuses a third level", async () => {
    const inner = makeZip([{ name: "a.csv", content: csv }]);
    const nested = makeZip([{ name: "内.zip", content: inner }]);
    const [source] = await open("a.zip", nested);
    expect(source).toMatchObject({ entry: "内.zip/a.csv", file: "a.csv", size: csv.length });
    expect(await rowsOf(source!)).toHaveLength(2);
    expect(await errorOf(open("a.zip", makeZip([{ name: "外.zip", content: nested }])))).toMatchObject({
      code: "archive-unsafe",
      details: { reason: "nested" },
    });
  });

  it("one bad entry does not hide the others", async () => {
    const problems: SheetProblem[] = [];
    const parts = [
      { name: "a.csv", content: csv },
      { name: "b.csv", content: csv, isEncrypted: true },
      { name: "c.pdf", content: Buffer.from("%PDF-1.7") },
      { name: "d.csv", content: Buffer.alloc(0) },
    ];
    const found = await open("a.zip", makeZip(parts), { onProblem: (problem) => problems.push(problem) });
    expect(found.map((source) => source.file)).toEqual(["a.csv"]);
    expect(problems.map(({ source, error }) => [source, error.code])).toEqual([
      ["b.csv", "file-locked"],
      ["c.pdf", "unsupported-format"],
      ["d.csv", "file-empty"],
    ]);
    expect((await errorOf(open("a.zip", makeZip(parts.slice(1, 2))))).code).toBe("file-locked");
  });

  it("bombs are refused before they are unpacked", async () => {
    const zeros = Buffer.alloc(12 * 2 ** 20);
    const bomb = async (zip: Buffer, limits = {}) => (await errorOf(open("a.zip", zip, { limits }))).details.reason;
    expect(await bomb(makeZip([{ name: "a.csv", content: zeros }]))).toBe("ratio");
    expect(await bomb(makeZip([{ name: "xl/workbook.xml", content: zeros }]))).toBe("ratio");
    const many = Array.from({ length: 10_001 }, (_, at) => ({ name: `${at}`, content: Buffer.alloc(0) }));
    expect(await bomb(makeZip(many))).toBe("entries");
    expect(await bomb(makeZip([{ name: "a.csv", content: csv }]), { unpackedBytes: 10 })).toBe("unpacked-size");
    const inner = makeZip([{ name: "a.csv", content: csv }]);
    const twice = makeZip([
      { name: "1.zip", content: inner },
      { name: "2.zip", content: inner },
    ]);
    expect(await bomb(twice, { unpackedBytes: 2 * inner.length + csv.length - 1 })).toBe("unpacked-size");
    const [source] = await open("a.zip.gz", gzipSync(csv));
    expect(source!.file).toBe("a.zip.gz");
    expect((await errorOf(open("a.csv.gz", gzipSync(zeros)))).details.reason).toBe("ratio");
  });

  it("an entry that is larger than its header says stops at the declared size", async () => {
    const zip = makeZip([{ name: "a.csv", content: Buffer.from("a,b\n".repeat(10_000)), claimedSize: 40 }]);
    expect((await errorOf(open("a.zip", zip))).code).toBe("file-unreadable");
  });
});

describe("gzip", () => {
  it("text, workbooks and archives in .gz are read; size and hash are those of the file", async () => {
    const packed = gzipSync(csv);
    const [source] = await open("a.csv.gz", packed);
    expect(source).toMatchObject({ file: "a.csv.gz", entry: null, size: packed.length, sha256: sha256(packed), encoding: "utf-8" });
    expect(await rowsOf(source!)).toHaveLength(2);
    const workbook = gzipSync(await writeXlsx({ sheets: [{ name: "s", rows: [["甲"]] }] }));
    expect(await cellsOf("a.xlsx.gz", workbook)).toEqual([["甲"]]);
    expect(await cellsOf("a.zip.gz", gzipSync(makeZip([{ name: "a.csv", content: csv }])))).toHaveLength(2);
    expect((await errorOf(open("a.gz", packed.subarray(0, packed.length - 12)))).code).toBe("file-unreadable");
  });
});

describe("other files", () => {
  it("what is not there, is a folder or holds no table is refused by code", async () => {
    const path = await save("a.csv", "a,b\n");
    expect((await errorOf(openSources(`${path}x`))).code).toBe("file-missing");
    expect((await errorOf(openSources(`${path}/x`))).code).toBe("file-missing");
    expect((await errorOf(openSources(path.slice(0, -6)))).code).toBe("file-unreadable");
    const bytes = Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 7) % 32));
    for (const content of [bytes, Buffer.from("%PDF-1.4 …"), Buffer.from('<?xml version="1.0"?><graphml/>')]) {
      expect((await errorOf(open("a.csv", content))).code).toBe("unsupported-format");
    }
    expect((await errorOf(open("a.docx", makeZip([{ name: "[Content_Types].xml", content: csv }])))).code).toBe("unsupported-format");
  });
});
