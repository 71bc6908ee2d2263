// What is printed: columns of each list, citations in short and in full, spreadsheets without formulas, documents that hold their parts.
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { expect, it } from "vitest";
import { writeDocx } from "../../../electron/engine/review/writeExport/docx/writeDocx.ts";
import { writeXlsx } from "../../../electron/engine/review/writeExport/writeXlsx.ts";
import { createSentences } from "../../../electron/words.ts";
import { stripGuard } from "../../../shared/review/formulaGuard.ts";
import { type CitedRow, citationText, citationWithFile, noteText } from "../../../shared/review/paper/citation.ts";
import { groupDigits, listTable } from "../../../shared/review/paper/listTable.ts";
import type { Paper } from "../../../shared/review/paper/paper.ts";
import { writeCsv } from "../../../shared/review/paper/writeCsv.ts";
import { listNames } from "../../../shared/trace/lists/index.ts";
import type { ListLine } from "../../../shared/trace/lists/listLine.ts";

const say = createSentences("zh-CN");
const cited = (sourceId: number, row: number): CitedRow => ({
  sourceId,
  row,
  source: `流水${sourceId}.xlsx`,
  sheet: sourceId === 1 ? "明细" : null,
  sha256: "ab".repeat(32),
  column: "交易金额",
  cell: "100.00",
});
const line: ListLine = {
  rank: 1,
  entity: "account:6222026245837201149",
  account: "6222026245837201149",
  name: "=HYPERLINK(1)",
  bank: "工商银行",
  amount: "1627916.50",
  currency: "CNY",
  at: "2026-11-05T13:00:36+08:00",
  minutes: 130,
  references: ["0012", "0013"],
  deadline: "2026-11-07T13:00:36+08:00",
  round: 2,
  reason: "held",
  case: "A3412",
  sources: [cited(2, 8), cited(1, 3), cited(2, 5)],
};

function assertXml(text: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(text).close();
}

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

it("gives every list bank, account, name, amount, reason and rows, and its own columns", () => {
  const headings = Object.fromEntries(
    listNames.map((list) => [list, listTable(list, [line], say, citationText).columns.map(({ heading }) => heading)]),
  );
  const common = ["序号", "账号", "户名", "开户行", "金额", "币种", "时间"];
  expect(headings).toEqual({
    stop: [...common, "停留", "流水号", "到期", "轮次", "理由", "来源"],
    freeze: [...common, "流水号", "到期", "理由", "来源"],
    return: [...common, "流水号", "案件编号", "理由", "来源"],
    request: [...common, "流水号", "理由", "来源"],
  });
  expect(listTable("stop", [line], say, citationText).rows[0]).toEqual([
    "1",
    "6222026245837201149",
    "=HYPERLINK(1)",
    "工商银行",
    "1,627,916.50",
    "CNY",
    "2026-11-05 13:00:36",
    "2 小时",
    "0012\n0013",
    "2026-11-07 13:00:36",
    "2",
    "流水证明钱还在",
    "[1] 第 3 行；[2] 第 5、8 行",
  ]);
});

it("cites by number, with the file, and in a note with column and hash", () => {
  expect(citationWithFile(line.sources, say)).toBe("[1] 流水1.xlsx〔明细〕 第 3 行；[2] 流水2.xlsx 第 5、8 行");
  expect(noteText([cited(2, 5)], say)).toBe("[2] 流水2.xlsx 第 5 行「交易金额」（SHA-256 abababababab…）");
});

it("parts digits by thousands before the point only", () => {
  expect(["0.00", "999.99", "1000.00", "1627916.50", "-1234567.891"].map(groupDigits)).toEqual([
    "0.00",
    "999.99",
    "1,000.00",
    "1,627,916.50",
    "-1,234,567.891",
  ]);
});

const hostile = ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠1", "plain", "'=1", "a\nb", 'q"q', "王<某>&\u0000"];

it("writes CSV with a byte order mark whose cells come back when the guard is taken off", () => {
  const text = writeCsv({ columns: hostile.map((heading) => ({ heading, width: 1 })), rows: [] });
  expect(text.startsWith("\uFEFF")).toBe(true);
  const cells = [...text.slice(1, -2).matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare!,
  );
  expect(cells.filter((cell) => /^[=+\-@\t\r\0＝＋－＠]/.test(cell))).toEqual([]);
  expect(cells.map(stripGuard)).toEqual(hostile);
});

it("writes XLSX of text cells only: no formula, no number, guarded cells marked as text", () => {
  const parts = partsOf(
    writeXlsx([
      {
        name: "a/b",
        heading: ["题"],
        table: { columns: [{ heading: "h", width: 5 }], rows: hostile.map((cell) => [cell]) },
        footer: "f & g",
      },
    ]),
  );
  for (const text of Object.values(parts)) assertXml(text);
  const sheet = parts["xl/worksheets/sheet1.xml"]!;
  const cells = [...sheet.matchAll(/<c [^>]*?s="(\d)"[^>]*t="(\w+)"[^>]*>/g)];
  expect(cells.length).toBe(hostile.length + 2);
  expect(new Set(cells.map(([, , type]) => type))).toEqual(new Set(["inlineStr"]));
  expect(sheet).not.toMatch(/<f[ >]|<v>/);
  expect(cells.filter(([, style]) => style === "7").length).toBe(11);
});

it("writes DOCX whose parts are well-formed and whose notes, controls and titles are there, the same bytes each time", () => {
  const paper: Paper = {
    title: "题 <1>",
    isLandscape: true,
    footer: "脚",
    blocks: [
      { kind: "heading", level: 1, text: "一、情况" },
      { kind: "paragraph", sentences: [{ text: "某句。", citations: [cited(1, 3)] }] },
      { kind: "table", table: { columns: [{ heading: "甲", width: 3 }], rows: [["乙\n丙"]] }, citations: [[cited(2, 9)]] },
      { kind: "editable", id: "next", prompt: "工作建议", text: "已写" },
      { kind: "signatures", words: ["承办人："] },
    ],
  };
  const bytes = writeDocx(paper, (rows) => noteText(rows, say));
  const parts = partsOf(bytes);
  for (const text of Object.values(parts)) assertXml(text);
  expect(parts["word/footnotes.xml"]!.match(/w:footnote w:id="\d+"/g)).toEqual(['w:footnote w:id="1"', 'w:footnote w:id="2"']);
  expect(parts["word/document.xml"]!.match(/footnoteReference w:id="\d"/g)?.length).toBe(2);
  expect(parts["word/document.xml"]).toContain('<w:tag w:val="edit:next"/>');
  expect(writeDocx(paper, (rows) => noteText(rows, say))).toEqual(bytes);
});
