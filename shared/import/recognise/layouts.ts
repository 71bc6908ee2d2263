// Finds a saved layout again by what the sheet holds: all of its headings in one row, in any order; columns that share a heading by their
// order among themselves; a sheet without headings by its width and by cells that every target understands.
import type { LayoutItem } from "../calls.ts";
import { columnAddress, findColumn, normaliseHeading } from "../heading.ts";
import { type Mapping, targetsOf } from "../mapping.ts";
import { findTarget } from "../targets/index.ts";
import { scoreContent } from "./contentScore.ts";
import { type HeaderFinding, readHeadings } from "./headerRow.ts";
import { profileColumn } from "./profile.ts";

type Rows = readonly (readonly string[])[];

const lookedAt = 60;
const leastCover = 0.3;
const leastScore = 0.55;

export interface LayoutMatch {
  readonly layout: LayoutItem;
  readonly header: HeaderFinding;
  /** The mapping of the layout with its column numbers moved to where the columns stand here. */
  readonly mapping: Mapping;
}

export function matchLayout(rows: Rows, header: HeaderFinding, layouts: readonly LayoutItem[]): LayoutMatch | null {
  const sorted = [...layouts].sort((a, b) => sizeOf(b) - sizeOf(a) || (a.name < b.name ? -1 : 1));
  for (const layout of sorted) {
    const found = hasNoHeadings(layout) ? matchCells(rows, header, layout) : matchHeadings(rows, header, layout);
    if (found) return found;
  }
  return null;
}

const numbered = /^#(\d+)$/;
const madeOf = ({ mapping }: LayoutItem) => mapping.format?.made ?? [];

/** Headings that the sheet itself must have: those that are mapped, and those that made columns are made of. */
function headingsOf(layout: LayoutItem): string[] {
  const made = new Set(madeOf(layout).map(({ heading }) => heading));
  const mapped = Object.keys(layout.mapping.columns).filter((address) => !made.has(address));
  return [...new Set([...mapped, ...madeOf(layout).flatMap(({ from }) => from)])].filter((address) => !numbered.test(address));
}

const sizeOf = ({ mapping }: LayoutItem): number => Object.keys(mapping.columns).length;
const hasNoHeadings = (layout: LayoutItem): boolean => headingsOf(layout).length === 0;

function matchHeadings(rows: Rows, header: HeaderFinding, layout: LayoutItem): LayoutMatch | null {
  const wanted = headingsOf(layout);
  if (wanted.length < 2) return null;
  const match = (found: HeaderFinding): LayoutMatch | null => {
    const { headings } = found;
    const isHere =
      wanted.every((address) => findColumn(headings, address) >= 0) &&
      wanted.length >= headings.filter((text) => text !== "").length * leastCover;
    const mapping = isHere ? moveNumbers(layout, headings) : null;
    return mapping === null ? null : { layout, header: found, mapping };
  };
  const byHeader = match(header);
  if (byHeader) return byHeader;
  const headerRows = layout.mapping.format?.headerRows ?? 1;
  for (let row = 1; row <= Math.min(lookedAt, rows.length); row++) {
    const found = match({ headerRow: row, headerRows, headings: readHeadings(rows, row, headerRows) });
    if (found) return found;
  }
  return null;
}

/** `#7` of the sheet that the layout was made on, at its place here; null where there is no such column. */
function moveNumbers(layout: LayoutItem, headings: readonly string[]): Mapping | null {
  const { mapping, headings: saved } = layout;
  const made = new Set(madeOf(layout).map(({ heading }) => heading));
  const move = (address: string): string => {
    const number = numbered.exec(address)?.[1];
    if (made.has(address) || number === undefined || saved.length === 0) return address;
    const index = findTwin(saved, Number(number) - 1, headings);
    return index < 0 ? "" : columnAddress(headings, index);
  };
  const columns = Object.fromEntries(Object.entries(mapping.columns).map(([address, targets]) => [move(address), targets]));
  const moved = madeOf(layout).map((column) => ({ ...column, from: column.from.map(move) }));
  if ("" in columns || moved.some(({ from }) => from.includes(""))) return null;
  return { ...mapping, columns, ...(moved.length > 0 && { format: { ...mapping.format, made: moved } }) };
}

/** Column with the same heading and the same rank among those that share it; headings of a preview stand as `#n` where they repeat. */
function findTwin(saved: readonly string[], index: number, headings: readonly string[]): number {
  const name = normaliseHeading(saved[index] ?? "");
  if (name === "" || numbered.test(saved[index] ?? "")) return saved.length === headings.length ? index : -1;
  const isNamed = (heading: string) => normaliseHeading(heading) === name;
  const rank = saved.slice(0, index).filter(isNamed).length;
  const found = headings.flatMap((heading, i) => (isNamed(heading) ? [i] : []));
  return found[rank] ?? -1;
}

/** A layout without headings fits a sheet without headings, of the same width, whose cells its targets read. */
function matchCells(rows: Rows, header: HeaderFinding, layout: LayoutItem): LayoutMatch | null {
  const width = layout.headings.length;
  if (header.headerRow !== 0 || width === 0 || header.headings.length !== width) return null;
  const fits = Object.entries(layout.mapping.columns).every(([address, value]) => {
    const kind = findTarget(layout.mapping.rowKind, targetsOf(value)[0]!)?.kind;
    return kind === undefined || scoreContent(kind, profileColumn(rows, findColumn(header.headings, address))) >= leastScore;
  });
  return fits ? { layout, header, mapping: layout.mapping } : null;
}
