// Nearest neighbours in place and time: a grid over the places, the best few of the cells around each case.

import { type CaseTable, distanceOf } from "../prepare/caseTable.ts";
import type { PairSink } from "./pairSink.ts";

const neighbours = 6;
const casesPerCell = 4;
/** In a crowded cell only the nearest in time are looked at. */
const mostPerCell = 24;

interface Grid {
  readonly size: number;
  readonly minX: number;
  readonly minY: number;
  readonly columns: number;
  readonly cells: ReadonlyMap<number, readonly number[]>;
}

function buildGrid(table: CaseTable, placed: readonly number[]): Grid {
  let [minX, minY, maxX, maxY] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const i of placed) {
    minX = Math.min(minX, table.x[i]!);
    maxX = Math.max(maxX, table.x[i]!);
    minY = Math.min(minY, table.y[i]!);
    maxY = Math.max(maxY, table.y[i]!);
  }
  const area = Math.max(maxX - minX, 1e-9) * Math.max(maxY - minY, 1e-9);
  const size = Math.max(Math.sqrt((area * casesPerCell) / placed.length), (maxX - minX) / 4096, (maxY - minY) / 4096, 1e-9);
  const columns = Math.floor((maxX - minX) / size) + 3;
  const cells = new Map<number, number[]>();
  for (const i of placed) {
    const cell = (Math.floor((table.y[i]! - minY) / size) + 1) * columns + Math.floor((table.x[i]! - minX) / size) + 1;
    const cases = cells.get(cell);
    if (cases) cases.push(i);
    else cells.set(cell, [i]);
  }
  return { size, minX, minY, columns, cells };
}

/** The cases of a cell nearest in time to `day`; `cases` stands in order of time. */
function windowOf(table: CaseTable, cases: readonly number[], day: number): readonly number[] {
  if (cases.length <= mostPerCell) return cases;
  let low = 0;
  let high = cases.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((table.midDay[cases[middle]!]! || 0) < day) low = middle + 1;
    else high = middle;
  }
  const from = Math.min(Math.max(0, low - mostPerCell / 2), cases.length - mostPerCell);
  return cases.slice(from, from + mostPerCell);
}

const closeness = (table: CaseTable, a: number, b: number, scale: number) =>
  1.5 * Math.log(distanceOf(table, a, b) + scale) + 0.8 * Math.log(Math.abs((table.midDay[a]! || 0) - (table.midDay[b]! || 0)) + 1);

export function nearestByPlaceAndTime(table: CaseTable, add: PairSink): void {
  const placed = Array.from({ length: table.count }, (_, i) => i)
    .filter((i) => !Number.isNaN(table.x[i]!))
    .sort((a, b) => (table.midDay[a]! || 0) - (table.midDay[b]! || 0) || a - b);
  if (placed.length < 2) return;
  const grid = buildGrid(table, placed);
  const scale = grid.size * (table.isPlanar[placed[0]!] ? 0.1 : 10);
  for (const i of placed) {
    const column = Math.floor((table.x[i]! - grid.minX) / grid.size) + 1;
    const row = Math.floor((table.y[i]! - grid.minY) / grid.size) + 1;
    const found: { other: number; far: number }[] = [];
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++)
        for (const other of windowOf(table, grid.cells.get((row + dy) * grid.columns + column + dx) ?? [], table.midDay[i]! || 0))
          if (other !== i) found.push({ other, far: closeness(table, i, other, scale) });
    found.sort((one, two) => one.far - two.far || one.other - two.other);
    for (const { other } of found.slice(0, neighbours)) add(i, other);
  }
}
