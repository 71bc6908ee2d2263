// Finds a saved layout again: all of its headings stand in one row of the sheet.
import type { LayoutItem } from "../calls.ts";
import { findColumn } from "../heading.ts";
import { type HeaderFinding, readHeadings } from "./headerRow.ts";

const lookedAt = 60;
const leastCover = 0.3;

export interface LayoutMatch {
  readonly layout: LayoutItem;
  readonly header: HeaderFinding;
}

export function matchLayout(
  rows: readonly (readonly string[])[],
  header: HeaderFinding,
  layouts: readonly LayoutItem[],
): LayoutMatch | null {
  const sorted = [...layouts].sort((a, b) => sizeOf(b) - sizeOf(a) || (a.name < b.name ? -1 : 1));
  for (const layout of sorted) {
    const found = findHeadings(rows, header, layout);
    if (found) return { layout, header: found };
  }
  return null;
}

const headingsOf = ({ mapping }: LayoutItem): string[] => Object.keys(mapping.columns).filter((address) => !/^#\d+$/.test(address));
const sizeOf = (layout: LayoutItem): number => headingsOf(layout).length;

function findHeadings(rows: readonly (readonly string[])[], header: HeaderFinding, layout: LayoutItem): HeaderFinding | null {
  const wanted = headingsOf(layout);
  if (wanted.length < 2) return null;
  const fits = (headings: readonly string[]) =>
    wanted.every((address) => findColumn(headings, address) >= 0) &&
    wanted.length >= headings.filter((text) => text !== "").length * leastCover;
  if (fits(header.headings)) return header;
  const headerRows = layout.mapping.format?.headerRows ?? 1;
  for (let row = 1; row <= Math.min(lookedAt, rows.length); row++) {
    const headings = readHeadings(rows, row, headerRows);
    if (fits(headings)) return { headerRow: row, headerRows, headings };
  }
  return null;
}
