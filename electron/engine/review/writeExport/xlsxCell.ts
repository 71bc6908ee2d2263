// A cell of a workbook: a number or a date where its column says so and nothing of it is lost, otherwise text.
import { element, escapeXml } from "../../../../shared/chart/xmlText.ts";
import { guardFormula } from "../../../../shared/review/formulaGuard.ts";
import type { CellForm, TableColumn } from "../../../../shared/review/paper/table.ts";

/** Places of the formats in the workbook's `cellXfs`. */
export const styleOf = {
  left: 1,
  right: 2,
  centre: 3,
  heading: 4,
  title: 5,
  small: 6,
  guarded: 7,
  money: 8,
  count: 9,
  decimal: 10,
  day: 11,
  time: 12,
} as const;

interface NumberCell {
  /** As the file states it. */
  readonly value: string;
  readonly style: number;
}

/** Digits that a spreadsheet keeps of a number. */
const mostDigits = 15;
const dayMs = 86_400_000;
/** Day 0 of a workbook; days before March 1900 are counted in two ways. */
const epoch = Date.UTC(1899, 11, 30);
const firstDay = Date.UTC(1900, 2, 1);

function numberOf(text: string, style: number, form: RegExp): NumberCell | null {
  if (!form.test(text)) return null;
  const value = text.replaceAll(",", "").replace("−", "-").replace("+", "");
  const digits = value.replace(/\D/g, "").replace(/^0+/, "");
  return digits.length > mostDigits ? null : { value: value.replace(/^(-?)0+(?=\d)/, "$1"), style };
}

const clock = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d)(?::(\d\d))?)?$/;

function dateOf(text: string): NumberCell | null {
  const match = clock.exec(text);
  if (!match) return null;
  const [year, month, day, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const at = Date.UTC(year, month - 1, day, hours, minutes, seconds);
  if (at < firstDay || new Date(at).getUTCDate() !== day) return null;
  const value = (at - epoch) / dayMs;
  return { value: Number.isInteger(value) ? String(value) : value.toFixed(10), style: match[4] === undefined ? styleOf.day : styleOf.time };
}

const readers: Readonly<Record<CellForm, (text: string) => NumberCell | null>> = {
  money: (text) => numberOf(text, styleOf.money, /^[-−]?\d{1,3}(?:,?\d{3})*\.\d\d$/),
  count: (text) => numberOf(text, styleOf.count, /^[-−]?(?:0|[1-9]\d{0,2}(?:,?\d{3})*)$/),
  decimal: (text) => numberOf(text, styleOf.decimal, /^[-−+]?\d+(?:\.\d+)?$/),
  time: dateOf,
};

const mostCharacters = 32_767; // of a cell, as Excel reads it

export const columnName = (at: number): string =>
  (at < 26 ? "" : columnName(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

export function textCell(text: string, at: number, row: number, style: number): string {
  const shown = [...text].length > mostCharacters ? `${[...text].slice(0, mostCharacters - 1).join("")}…` : text;
  const inside = element("is", {}, `<t xml:space="preserve">${escapeXml(shown)}</t>`);
  return element("c", { r: `${columnName(at)}${row}`, s: style, t: "inlineStr" }, inside);
}

export function bodyCell(text: string, at: number, row: number, column: TableColumn | undefined): string {
  const number = column?.form === undefined ? null : readers[column.form](text);
  if (number !== null) return element("c", { r: `${columnName(at)}${row}`, s: number.style }, `<v>${number.value}</v>`);
  return textCell(text, at, row, guardFormula(text) === text ? styleOf[column?.align ?? "left"] : styleOf.guarded);
}
