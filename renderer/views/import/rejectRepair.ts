// Rejects on their way back: the repaired cells of a row, and the reject file that can be corrected and imported again.
import type { RejectItem } from "../../../shared/import/calls.ts";

/** The row with the cell to blame replaced; a row without such a column is given whole, cells parted by tabs. */
export function repairedCells(item: RejectItem, headings: readonly string[], text: string): string[] {
  const index = headings.indexOf(item.column);
  if (index < 0) return text.split("\t");
  return Array.from({ length: Math.max(headings.length, item.cells.length) }, (_, at) => (at === index ? text : (item.cells[at] ?? "")));
}

/** What the field of a row starts with: the cell to blame, or the whole row. */
export const repairStart = (item: RejectItem, headings: readonly string[]): string =>
  headings.includes(item.column) ? item.cell : item.cells.join("\t");

/** Texts that somebody typed, by the number of their column from 0; -1 stands for the whole row, cells parted by tabs. */
export type Repair = Readonly<Record<number, string>>;

/** The repair with one more text; a text that says what stood there is no change. */
export function withRepair(repair: Repair, item: RejectItem, headings: readonly string[], column: number, text: string): Repair {
  const { [column]: _, ...others } = repair;
  const stood = column < 0 ? repairStart(item, headings) : (item.cells[column] ?? "");
  return text === stood ? others : { ...others, [column]: text };
}

/** The cells that differ from what was shown: the others stay as the source has them, which may be masked here. */
export function changesOf(item: RejectItem, headings: readonly string[], repair: Repair): { column: number; text: string }[] {
  const whole = repair[-1];
  const base = whole === undefined ? [...item.cells] : repairedCells(item, headings, whole);
  const typed = Object.entries(repair).filter(([column]) => Number(column) >= 0);
  for (const [column, text] of typed) base[Number(column)] = text;
  return [...base].flatMap((cell, column) => (cell === undefined || cell === (item.cells[column] ?? "") ? [] : [{ column, text: cell }]));
}

const quote = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** CSV with a byte-order mark, so that a spreadsheet reads its Chinese: row, reason, column, then the raw cells. */
export function rejectsText(
  items: readonly RejectItem[],
  headings: readonly string[],
  reasonOf: (reason: RejectItem["reason"]) => string,
): string {
  const head = ["#", "reason", "column", ...headings];
  const lines = items.map((item) => [String(item.row), reasonOf(item.reason), item.column, ...item.cells]);
  return `\uFEFF${[head, ...lines].map((line) => line.map(quote).join(",")).join("\r\n")}\r\n`;
}
