// Words and a table on a slide, laid out once for both its pens: lines of points from the top, the table under them.
import type { Table, TableColumn } from "../paper/table.ts";
import { type Box, canvasBox, fitText, wrapText } from "./stageLook.ts";

export const bodySizes = { text: 32, textStep: 46, cell: 24, rowStep: 40, gap: 18 } as const;

const room = { ...canvasBox(false), y: 190, height: 690 };
const indent = 40;
const cellPadding = 12;

export interface BodyLine {
  readonly text: string;
  /** The base line. */
  readonly x: number;
  readonly y: number;
  /** The first line of a point has a mark. */
  readonly isFirst: boolean;
}

export interface BodyTable {
  readonly box: Box;
  /** Widths in px of the wall. */
  readonly columns: readonly (TableColumn & { readonly px: number })[];
  readonly rows: readonly (readonly string[])[];
}

export interface SlideBody {
  readonly lines: readonly BodyLine[];
  readonly table: BodyTable | null;
}

const emptyBody: SlideBody = { lines: [], table: null };

/** Points as slides of lines: a point is not parted unless it fills more than a slide by itself. */
function layPoints(points: readonly string[]): readonly SlideBody[] {
  const perSlide = Math.floor(room.height / bodySizes.textStep);
  const slides: { text: string; isFirst: boolean }[][] = [[]];
  for (const point of points) {
    const lines = wrapText(point, bodySizes.text, room.width - indent).map((text, i) => ({ text, isFirst: i === 0 }));
    for (const [i, line] of lines.entries()) {
      const left = perSlide - slides.at(-1)!.length;
      if (left === 0 || (i === 0 && lines.length > left && slides.at(-1)!.length > 0)) slides.push([]);
      slides.at(-1)!.push(line);
    }
  }
  return slides.map((lines) => ({
    table: null,
    lines: lines.map((line, i) => ({ ...line, x: room.x + indent, y: room.y + bodySizes.text + i * bodySizes.textStep })),
  }));
}

function fitColumns(columns: readonly TableColumn[], width: number): BodyTable["columns"] {
  const sum = columns.reduce((total, column) => total + column.width, 0);
  return columns.map((column) => ({ ...column, px: (column.width / sum) * width }));
}

function layRows({ columns, rows }: Table, y: number): BodyTable {
  const widest = Math.min(room.width, columns.reduce((sum, { width }) => sum + width, 0) * bodySizes.cell * 1.35);
  const fitted = fitColumns(columns, widest);
  const cut = (cells: readonly string[]) =>
    cells.map((text, i) => fitText(text.replaceAll("\n", " "), bodySizes.cell, fitted[i]!.px - 2 * cellPadding));
  return { box: { x: room.x, y, width: widest, height: (rows.length + 1) * bodySizes.rowStep }, columns: fitted, rows: rows.map(cut) };
}

const bottomOf = ({ lines, table }: SlideBody): number =>
  table !== null ? table.box.y + table.box.height : lines.length === 0 ? room.y : lines.at(-1)!.y + bodySizes.gap;

/** The table under the lines where it fits whole, else on slides of its own. */
function layTable(table: Table, last: SlideBody): readonly SlideBody[] {
  const top = bottomOf(last);
  const needed = (table.rows.length + 1) * bodySizes.rowStep;
  if (last.table === null && top + needed <= room.y + room.height) return [{ ...last, table: layRows(table, top) }];
  const perSlide = Math.floor(room.height / bodySizes.rowStep) - 1;
  const pages: SlideBody[] = last.lines.length === 0 && last.table === null ? [] : [last];
  for (let i = 0; i < table.rows.length; i += perSlide)
    pages.push({ lines: [], table: layRows({ columns: table.columns, rows: table.rows.slice(i, i + perSlide) }, room.y) });
  return pages;
}

/** As many slides as it takes; at least one. */
export function layOutBody(points: readonly string[], tables: readonly Table[]): readonly SlideBody[] {
  return tables.reduce<readonly SlideBody[]>(
    (slides, table) => [...slides.slice(0, -1), ...layTable(table, slides.at(-1) ?? emptyBody)],
    layPoints(points),
  );
}

/** Where the words of a cell begin or end, and the base line. */
export function cellPlace(
  { box, columns }: BodyTable,
  row: number,
  column: number,
): { readonly x: number; readonly y: number; readonly anchor: "start" | "middle" | "end" } {
  const left = columns.slice(0, column).reduce((sum, { px }) => sum + px, box.x);
  const { px, align = "left" } = columns[column]!;
  const y = box.y + row * bodySizes.rowStep + bodySizes.rowStep * 0.66;
  if (align === "right") return { x: left + px - cellPadding, y, anchor: "end" };
  return align === "centre" ? { x: left + px / 2, y, anchor: "middle" } : { x: left + cellPadding, y, anchor: "start" };
}
