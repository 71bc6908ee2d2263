// Cells longer than any record: an export gone wrong, or a file made to choke a reader. Patterns never run over their full length.

/** Three times what a cell of a workbook can hold. */
export const longestCell = 100_000;

/** Enough to tell what a cell is. */
const longestLook = 2_000;

/** The sample that layouts are recognised by: of a very long cell only its beginning. */
export function clipLongCells(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  if (!rows.some((cells) => cells.some((cell) => cell.length > longestLook))) return rows;
  return rows.map((cells) => cells.map((cell) => cell.slice(0, longestLook)));
}
