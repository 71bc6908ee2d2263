// A workbook (ECMA-376 SpreadsheetML): no formulas, sums and dates as numbers, account numbers as text, printed with its headings on every page.
import { element, escapeXml } from "../../../../shared/chart/xmlText.ts";
import type { CellForm, Table, TableColumn } from "../../../../shared/review/paper/table.ts";
import { bodyCell, columnName, styleOf, textCell } from "./xlsxCell.ts";
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

/** `@` is text as written. */
const textFormat = 49;
const format = (font: number, fill: number, border: number, align: string, more = "", numbers = textFormat) =>
  `<xf numFmtId="${numbers}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${more}><alignment vertical="center" wrapText="1" horizontal="${align}"/></xf>`;

const fontOf = (size: number, isBold: boolean) =>
  `<font>${isBold ? "<b/>" : ""}<sz val="${size}"/><name val="宋体"/><family val="3"/></font>`;

/** Of the workbook's own; 4 is `#,##0.00` and 3 `#,##0` in every workbook. */
const ownFormats = { decimal: [164, "0.0##"], day: [165, "yyyy-mm-dd"], time: [166, "yyyy-mm-dd hh:mm:ss"] } as const;

const numFmts = Object.values(ownFormats).map(([id, code]) => element("numFmt", { numFmtId: id, formatCode: code }));
/** In the order of `styleOf`. */
const formats = [
  format(0, 0, 0, "left"),
  format(0, 0, 1, "left"),
  format(0, 0, 1, "right"),
  format(0, 0, 1, "center"),
  format(1, 2, 1, "center"),
  format(2, 0, 0, "center"),
  format(3, 0, 0, "left"),
  format(0, 0, 1, "left", ' quotePrefix="1"'),
  format(0, 0, 1, "right", "", 4),
  format(0, 0, 1, "center", "", 3),
  format(0, 0, 1, "right", "", ownFormats.decimal[0]),
  format(0, 0, 1, "left", "", ownFormats.day[0]),
  format(0, 0, 1, "left", "", ownFormats.time[0]),
];

const fonts = [fontOf(10, false), fontOf(10, true), fontOf(16, true), fontOf(10, false)];
const styles = `${declaration}<styleSheet xmlns="${main}">${element("numFmts", { count: numFmts.length }, numFmts.join(""))}${element("fonts", { count: fonts.length }, fonts.join(""))}<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEFF2F6"/></patternFill></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>${element("cellXfs", { count: formats.length }, formats.join(""))}</styleSheet>`;

/** Latin signs take half the room of Chinese ones. */
const unitsOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x2e80 ? 1 : 2), 0);

/** Lines that a cell takes when it is wrapped in its column. */
const linesIn = (text: string, width: number): number =>
  text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(unitsOf(line) / (width * 2))), 0);

const linePoints = 13.5;
const mostPoints = 409; // as Excel allows

/** Numbers do not wrap: what is too long for its column shows as ###. */
const leastLetters: Readonly<Record<CellForm, number>> = { money: 15, count: 6, decimal: 8, time: 20 };
const letterWidth = ({ width, form }: TableColumn): number => Math.max(width * 2 + 2.5, form === undefined ? 0 : leastLetters[form]);

/** Not every program works out the height of wrapped rows, so it is stated. */
function rowHeight(cells: readonly string[], columns: readonly TableColumn[]): number {
  const lines = cells.reduce((most, text, at) => Math.max(most, linesIn(text, columns[at]?.width ?? 1)), 1);
  return Math.min(mostPoints, lines * linePoints + 5);
}

/** Paper sizes as Excel numbers them: a table of many columns would be too small to read on A4. */
const [a3, a4] = [8, 9];
const widestA4 = 130; // Chinese characters

function sheetXml({ heading, table, footer }: Sheet): string {
  const { columns, rows } = table;
  const last = columnName(Math.max(0, columns.length - 1));
  const across = columns.reduce((sum, { width }) => sum + width, 0);
  const top = heading.map((text, i) =>
    element(
      "row",
      { r: i + 1, ht: i === 0 ? 30 : linesIn(text, across) * linePoints + 3, customHeight: 1 },
      textCell(text, 0, i + 1, i === 0 ? styleOf.title : styleOf.small),
    ),
  );
  const head = heading.length + 1;
  const names = columns.map(({ heading: name }, at) => textCell(name, at, head, styleOf.heading)).join("");
  const body = rows.map((cells, i) => {
    const row = head + 1 + i;
    const height = { ht: rowHeight(cells, columns), customHeight: 1 };
    return element("row", { r: row, ...height }, cells.map((text, at) => bodyCell(text, at, row, columns[at])).join(""));
  });
  const widths = columns.map((column, at) => element("col", { min: at + 1, max: at + 1, width: letterWidth(column), customWidth: 1 }));
  const merges = heading.map((_text, i) => element("mergeCell", { ref: `A${i + 1}:${last}${i + 1}` }));
  return [
    `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    element("cols", {}, widths.join("")),
    element("sheetData", {}, [...top, element("row", { r: head }, names), ...body].join("")),
    merges.length === 0 || columns.length < 2 ? "" : element("mergeCells", { count: merges.length }, merges.join("")),
    `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="${across > widestA4 ? a3 : a4}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter><oddFooter>${escapeXml(`&L${footer.replaceAll("&", "&&")}&R&P / &N`)}</oddFooter></headerFooter></worksheet>`,
  ].join("");
}

const forbidden = /[\\/*?:[\]]/g;
const longestName = 31; // as Excel allows, and each once, whatever the case of its letters

/** What the sheets are called: without the signs that Excel forbids, cut, told apart by a number. */
function sheetNames(sheets: readonly Pick<Sheet, "name">[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, at) => {
    const plain =
      name
        .replaceAll(forbidden, " ")
        .replaceAll(/^'+|'+$/g, "")
        .trim() || `Sheet${at + 1}`;
    const called = (number: number): string => {
      const end = number === 1 ? "" : ` (${number})`;
      const text = `${plain.slice(0, longestName - end.length).trim()}${end}`;
      return taken.has(text.toLowerCase()) ? called(number + 1) : text;
    };
    const text = called(1);
    taken.add(text.toLowerCase());
    return text;
  });
}

export function writeXlsx(sheets: readonly Sheet[]): Uint8Array {
  const files = sheets.map((_sheet, i) => `worksheets/sheet${i + 1}.xml`);
  const types = files.map((file) => element("Override", { PartName: `/xl/${file}`, ContentType: `${officeType}.worksheet+xml` })).join("");
  const names = sheetNames(sheets);
  const titles = sheets.map(({ heading }, i) => {
    const row = heading.length + 1;
    const area = `'${names[i]!.replaceAll("'", "''")}'!$${row}:$${row}`;
    return element("definedName", { name: "_xlnm.Print_Titles", localSheetId: i }, escapeXml(area));
  });
  const list = names.map((name, i) => element("sheet", { name, sheetId: i + 1, "r:id": `rId${i + 1}` })).join("");
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
