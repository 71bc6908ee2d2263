// The synthetic layouts as files: other encodings, text and HTML named .xls, workbooks of several sheets, ="…" cells. What a file is does not
// change what its columns are.
import { writeXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import type { RowSource } from "../../../electron/engine/import/readers/rowSource.ts";
import { findColumn } from "../../../shared/import/heading.ts";
import { recogniseSheet } from "../../../shared/import/recognise/recognise.ts";
import { type Printed, printLayout } from "../../unit/import/printLayout.ts";
import { layouts } from "../../unit/import/syntheticLayouts.ts";
import { open, rowsOf, toGb18030 } from "./readers/fixtures.ts";

type Rows = Printed["rows"];

const delimited = (rows: Rows, by: string) =>
  rows
    .map((cells) => cells.map((cell) => (cell.includes(by) || /^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(by))
    .join("\r\n");
const html = (rows: Rows) =>
  `<html><head><meta charset="utf-8"></head><body><table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</td>`).join("")}</tr>`).join("")}</table></body></html>`;
const workbook = async (rows: Rows) =>
  Buffer.from(
    await writeXlsx({
      sheets: [
        { name: "说明", rows: [["本表由系统导出"]] },
        { name: "明细", rows: rows.map((cells) => [...cells]) },
      ],
    }),
  );

const forms: Readonly<Record<string, (rows: Rows) => Promise<readonly [string, string | Uint8Array]>>> = {
  "GB18030 text named .xls": async (rows) => ["a.xls", toGb18030(delimited(rows, "\t").replaceAll("¥", "￥"))],
  "HTML named .xls": async (rows) => ["a.xls", html(rows)],
  "UTF-16 text": async (rows) => ["a.txt", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(delimited(rows, "\t"), "utf16le")])],
  "GB18030 with semicolons": async (rows) => ["a.csv", toGb18030(delimited(rows, ";").replaceAll("¥", "￥"))],
  "UTF-16, big end first": async (rows) => [
    "a.txt",
    Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(delimited(rows, "\t"), "utf16le").swap16()]),
  ],
  "UTF-8 with a mark": async (rows) => ["a.csv", `\uFEFF${delimited(rows, ",")}`],
  "a workbook of two sheets": async (rows) => ["a.xlsx", await workbook(rows)],
};

/** Physical lines, as the import takes them. */
async function sampleOf(source: RowSource): Promise<string[][]> {
  const sample: string[][] = [];
  for (const { line, cells } of await rowsOf(source)) {
    while (sample.length < line - 1) sample.push([]);
    sample.push([...cells]);
  }
  return sample;
}

const essential = /^(?:time|amount|debit|credit|own\.account|counterparty\.account|from\.account|to\.account)/;

async function readLayout(form: string, layout: (typeof layouts)[number], seed: number, isRenamed: boolean) {
  const printed = printLayout(layout, { seed, isPermuted: true, isRenamed });
  const sources = await open(...(await forms[form]!(printed.rows)));
  const source = sources.at(-1)!;
  const found = recogniseSheet({ rows: await sampleOf(source), fileName: printed.fileName, sheetName: source.sheet }, []);
  const told = new Map(
    Object.entries(found.mapping.columns).map(([address, target]) => [findColumn(found.headings, address), String(target)]),
  );
  const lost = printed.columns.filter(
    ({ truth }, column) => truth.some((target) => essential.test(target)) && !truth.includes(told.get(column) ?? ""),
  );
  return { found, lost: lost.map(({ heading }) => heading) };
}

describe("files never seen", () => {
  it.each(Object.keys(forms))("are recognised alike as %s", async (form) => {
    for (const [i, layout] of layouts.entries()) {
      const { found, lost } = await readLayout(form, layout, 300 + i, false);
      expect([layout.name, found.sure, lost]).toEqual([layout.name, true, []]);
    }
  });

  it.each(Object.keys(forms))("tell time, amounts and accounts in eleven of twelve with senseless headings, as %s", async (form) => {
    const missed: string[] = [];
    for (const [i, layout] of layouts.entries()) {
      const { lost } = await readLayout(form, layout, 700 + i, true);
      if (lost.length > 0) missed.push(`${layout.name}: ${lost}`);
    }
    expect(missed.length, missed.join("; ")).toBeLessThanOrEqual(1);
  });
});
