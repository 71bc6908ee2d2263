// Adjacency matrices: the same names across and down, numbers between them.

export interface MatrixShape {
  /** Row of the heading in the sheet, from 1. */
  readonly headerRow: number;
  /** Names across, in their order. */
  readonly names: readonly string[];
}

const minNames = 3;
const lookedAt = 60;

/** Empty cells and dashes are no link; NaN: no number. */
export function matrixCell(cell: string | undefined): number {
  const text = (cell ?? "").trim();
  if (text === "" || text === "-" || text === "–" || text === "—") return 0;
  return /^[-+]?(?:\d[\d,]*)?(?:\.\d+)?(?:e[-+]?\d+)?$/i.test(text) ? Number(text.replaceAll(",", "")) : Number.NaN;
}

/** Null when the first rows are anything else: a name down that stands not across, one that repeats, a cell that is no number. */
export function findMatrix(rows: readonly (readonly string[])[]): MatrixShape | null {
  const first = rows.findIndex((cells) => cells.some((cell) => cell.trim() !== ""));
  if (first < 0) return null;
  const names = trimmed(rows[first]!).slice(1);
  const across = new Set(names);
  if (names.length < minNames || across.size !== names.length || across.has("")) return null;
  const under = rows
    .slice(first + 1, first + 1 + lookedAt)
    .map(trimmed)
    .filter((cells) => cells.length > 0);
  const down = under.map((cells) => cells[0]!);
  const isMatrix =
    under.length >= Math.min(minNames, names.length) &&
    new Set(down).size === down.length &&
    down.every((name) => across.has(name)) &&
    (down.every((name, i) => name === names[i]) || (down.length === names.length && under.length < lookedAt)) &&
    under.every((cells) => cells.length <= names.length + 1 && cells.slice(1).every((cell) => !Number.isNaN(matrixCell(cell))));
  return isMatrix ? { headerRow: first + 1, names } : null;
}

function trimmed(cells: readonly string[]): string[] {
  const found = cells.map((cell) => cell.trim());
  while (found.length > 0 && found.at(-1) === "") found.pop();
  return found;
}
