// A workbook of text cells (ECMA-376 SpreadsheetML): no formulas, no numbers that lose digits, printed with its headings on every page.
import { element, escapeXml } from "../../../../shared/chart/xmlText.ts";
import { guardFormula } from "../../../../shared/review/formulaGuard.ts";
import type { Table, TableColumn } from "../../../../shared/review/paper/table.ts";
import { zipPackage } from "./zipPackage.ts";

export interface Sheet {
  readonly name: string;
  /** Lines above the table: title, moment, what was left out. */
  readonly heading: readonly string[];
  readonly table: Table;
  /** Printed at the foot of every page. */
  readonly footer: string;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Places in `styles` of cells: plain, right, heading, title; the guarded ones carry Excel's mark for "this is text". */
const styleOf = { left: 1, right: 2, centre: 3, heading: 4, title: 5, small: 6, guarded: 7 } as const;

const format = (font: number, fill: number, border: number, align: string, more = "") =>
  `<xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${more}><alignment vertical="center" wrapText="1" horizontal="${align}"/></xf>`;

const fontOf = (size: number, isBold: boolean) =>
  `<font>${isBold ? "<b/>" : ""}<sz val="${size}"/><name val="宋体"/><family val="3"/></font>`;

const styles = `${declaration}<styleSheet xmlns="${main}"><fonts count="4">${fontOf(10, false)}${fontOf(10, true)}${fontOf(16, true)}${fontOf(9, false)}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEFF2F6"/></patternFill></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="8">${format(0, 0, 0, "left")}${format(0, 0, 1, "left")}${format(0, 0, 1, "right")}${format(0, 0, 1, "center")}${format(1, 2, 1, "center")}${format(2, 0, 0, "center")}${format(3, 0, 0, "left")}${format(0, 0, 1, "left", ' quotePrefix="1"')}</cellXfs></styleSheet>`;

const mostCharacters = 32_767; // of a cell, as Excel reads it

const columnName = (at: number): string => (at < 26 ? "" : columnName(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

function cell(text: string, at: number, row: number, style: number): string {
  const shown = [...text].length > mostCharacters ? `${[...text].slice(0, mostCharacters - 1).join("")}…` : text;
  const inside = element("is", {}, `<t xml:space="preserve">${escapeXml(shown)}</t>`);
  return element("c", { r: `${columnName(at)}${row}`, s: style, t: "inlineStr" }, inside);
}

const bodyStyle = (text: string, align: "left" | "right" | "centre"): number =>
  guardFormula(text) === text ? styleOf[align] : styleOf.guarded;

/** Latin signs take half the room of Chinese ones. */
const unitsOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x2e80 ? 1 : 2), 0);

/** Lines that a cell takes when it is wrapped in its column. */
const linesIn = (text: string, width: number): number =>
  text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(unitsOf(line) / (width * 2))), 0);

const linePoints = 13.5;
const mostPoints = 409; // as Excel allows

/** Not every program works out the height of wrapped rows, so it is stated. */
function rowHeight(cells: readonly string[], columns: readonly TableColumn[]): number {
  const lines = cells.reduce((most, text, at) => Math.max(most, linesIn(text, columns[at]?.width ?? 1)), 1);
  return Math.min(mostPoints, lines * linePoints + 5);
}

function sheetXml({ heading, table, footer }: Sheet): string {
  const { columns, rows } = table;
  const last = columnName(Math.max(0, columns.length - 1));
  const top = heading.map((text, i) =>
    element("row", { r: i + 1, ht: i === 0 ? 30 : 16, customHeight: 1 }, cell(text, 0, i + 1, i === 0 ? styleOf.title : styleOf.small)),
  );
  const head = heading.length + 1;
  const names = columns.map(({ heading: name }, at) => cell(name, at, head, styleOf.heading)).join("");
  const body = rows.map((cells, i) => {
    const row = head + 1 + i;
    const height = { ht: rowHeight(cells, columns), customHeight: 1 };
    return element(
      "row",
      { r: row, ...height },
      cells.map((text, at) => cell(text, at, row, bodyStyle(text, columns[at]?.align ?? "left"))).join(""),
    );
  });
  const widths = columns.map(({ width }, at) => element("col", { min: at + 1, max: at + 1, width: width * 2 + 2.5, customWidth: 1 }));
  const merges = heading.map((_text, i) => element("mergeCell", { ref: `A${i + 1}:${last}${i + 1}` }));
  return [
    `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    element("cols", {}, widths.join("")),
    element("sheetData", {}, [...top, element("row", { r: head }, names), ...body].join("")),
    merges.length === 0 || columns.length < 2 ? "" : element("mergeCells", { count: merges.length }, merges.join("")),
    `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter><oddFooter>${escapeXml(`&L${footer.replaceAll("&", "&&")}&R&P / &N`)}</oddFooter></headerFooter></worksheet>`,
  ].join("");
}

const forbidden = /[\\/*?:[\]]/g;
const sheetName = (name: string, at: number): string => name.replaceAll(forbidden, " ").trim().slice(0, 31) || `Sheet${at + 1}`;

export function writeXlsx(sheets: readonly Sheet[]): Uint8Array {
  const files = sheets.map((_sheet, i) => `worksheets/sheet${i + 1}.xml`);
  const types = files.map((file) => element("Override", { PartName: `/xl/${file}`, ContentType: `${officeType}.worksheet+xml` })).join("");
  const titles = sheets.map(({ name, heading }, i) => {
    const row = heading.length + 1;
    const area = `'${sheetName(name, i).replaceAll("'", "''")}'!$${row}:$${row}`;
    return element("definedName", { name: "_xlnm.Print_Titles", localSheetId: i }, escapeXml(area));
  });
  const list = sheets.map(({ name }, i) => element("sheet", { name: sheetName(name, i), sheetId: i + 1, "r:id": `rId${i + 1}` })).join("");
  const links = files.map((file, i) => element("Relationship", { Id: `rId${i + 1}`, Type: `${office}/worksheet`, Target: file }));
  return zipPackage({
    "[Content_Types].xml": `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${officeType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${officeType}.styles+xml"/>${types}</Types>`,
    "_rels/.rels": `${declaration}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list}</sheets><definedNames>${titles.join("")}</definedNames></workbook>`,
    "xl/_rels/workbook.xml.rels": `${declaration}<Relationships xmlns="${relations}">${links.join("")}<Relationship Id="rIdS" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": styles,
    ...Object.fromEntries(sheets.map((sheet, i) => [`xl/${files[i]}`, sheetXml(sheet)])),
  });
}

const officeType = "application/vnd.openxmlformats-officedocument.spreadsheetml";
