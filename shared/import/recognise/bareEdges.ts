// Edge lists that say nothing about themselves: two columns of ids from one set of names, perhaps a weight, perhaps comment lines before them.
import type { Mapping } from "../mapping.ts";

const comment = /^\s*[#%]/;
const minRows = 3;
const sampledRows = 300;
const longestId = 60;
/** Both columns name the same things: so much of the smaller one stands in the other too. */
const minOverlap = 0.2;

export interface BareEdges {
  readonly mapping: Mapping;
  /** Lines before the first edge. */
  readonly comments: number;
}

/** Null when the rows could be anything else. */
export function findBareEdges(rows: readonly (readonly string[])[]): BareEdges | null {
  const first = rows.findIndex((cells) => !comment.test(cells[0] ?? ""));
  const records = rows.slice(Math.max(0, first), first + sampledRows).map((cells) => cells.map((cell) => cell.trim()));
  const width = records[0]?.length ?? 0;
  if (first < 0 || records.length < minRows || width < 2 || width > 3 || !records.every((cells) => isEdge(cells, width))) return null;
  if (!haveNamesInCommon(records)) return null;
  const columns = { "#1": "from.key", "#2": "to.key", ...(width === 3 ? { "#3": "weight" } : {}) };
  return { comments: first, mapping: { name: "edge-list", rowKind: "link", columns, format: { headerRow: first } } };
}

function isEdge(cells: readonly string[], width: number): boolean {
  if (cells.length !== width || cells.some((cell) => cell === "" || cell.length > longestId)) return false;
  return width === 2 || Number.isFinite(Number(cells[2]));
}

function haveNamesInCommon(records: readonly (readonly string[])[]): boolean {
  const from = new Set(records.map(([one]) => one));
  const to = new Set(records.map(([, other]) => other));
  const both = [...from].filter((name) => to.has(name)).length;
  return both >= 2 && both >= minOverlap * Math.min(from.size, to.size);
}
