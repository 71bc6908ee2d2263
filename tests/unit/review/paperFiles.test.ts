// What a paper becomes as a file: CSV, XLSX and DOCX are safe, well-formed and the same bytes each time.
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { expect, it } from "vitest";
import { writeDocx } from "../../../electron/engine/review/writeExport/docx/writeDocx.ts";
import { writeXlsx } from "../../../electron/engine/review/writeExport/writeXlsx.ts";
import { createSentences } from "../../../electron/words.ts";
import { stripGuard } from "../../../shared/review/formulaGuard.ts";
import { noteText } from "../../../shared/review/paper/citation.ts";
import type { Paper } from "../../../shared/review/paper/paper.ts";
import { writeCsv } from "../../../shared/review/paper/writeCsv.ts";
import { cited } from "./citedRow.ts";

const say = createSentences("zh-CN");

function assertXml(text: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(text).close();
}

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

it("tells sheets apart whatever they are called, within what Excel allows", () => {
  const sheet = (name: string) => ({ name, heading: [], table: { columns: [], rows: [] }, footer: "" });
  const long = "很".repeat(40);
  const book = partsOf(writeXlsx([long, long, "a:b", "A b", "'"].map(sheet)))["xl/workbook.xml"]!;
  const names = [...book.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
  expect(names).toEqual(["很".repeat(31), `${"很".repeat(27)} (2)`, "a b", "A b (2)", "Sheet5"]);
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

it("writes columns of words as text cells only: no formula, no number, guarded cells marked as text", () => {
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

it("writes sums, counts and moments as numbers that a spreadsheet reckons with, and account numbers as text", () => {
  const columns = [
    { heading: "a", width: 5, form: "money" },
    { heading: "b", width: 5, form: "count" },
    { heading: "c", width: 5, form: "time" },
    { heading: "d", width: 5 },
  ] as const;
  const cellsOf = (cells: readonly string[]) => {
    const parts = partsOf(writeXlsx([{ name: "a", heading: [], table: { columns, rows: [cells] }, footer: "" }]));
    assertXml(parts["xl/worksheets/sheet1.xml"]!);
    return [
      ...parts["xl/worksheets/sheet1.xml"]!.matchAll(
        /<c r="([A-D])2" s="(\d+)"(?: t="inlineStr")?>(?:<v>([^<]*)<\/v>|<is><t[^>]*>([^<]*))/g,
      ),
    ].map(([, , style, number, text]) => (number === undefined ? text : `${number} as ${style}`));
  };
  const styles = partsOf(writeXlsx([]))["xl/styles.xml"]!;
  const formatOf = (style: number) => [...styles.matchAll(/<xf numFmtId="(\d+)"/g)][style]![1];
  expect([8, 9, 11, 12].map(formatOf)).toEqual(["4", "3", "165", "166"]);
  expect(styles).toContain('formatCode="yyyy-mm-dd hh:mm:ss"');
  // 46331.5 days after 1899-12-30.
  expect(cellsOf(["1,627,916.50", "1,234", "2026-11-05 12:00:00", "6222026245837201149"])).toEqual([
    "1627916.50 as 8",
    "1234 as 9",
    "46331.5000000000 as 12",
    "6222026245837201149",
  ]);
  expect(cellsOf(["0.07", "0", "2026-11-05", "007"])).toEqual(["0.07 as 8", "0 as 9", "46331 as 11", "007"]);
  // Masked, doubled, too long for a number of a spreadsheet, no day at all: as written.
  const odd = ["1*.50", "007", "2026-02-30", "1"];
  expect(cellsOf(odd)).toEqual(odd);
  const long = ["99,999,999,999,999.99", "1\n2", "2026-11-05 12:00:00\n2026-11-06 12:00:00", "1"];
  expect(cellsOf(long)).toEqual(long);
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
