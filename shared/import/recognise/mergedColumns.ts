// Columns of a case sheet whose merged cells stand once for a block of rows.
import { isTotalText } from "../cells/words.ts";
import { columnAddress } from "../heading.ts";
import type { Assignment } from "./assign.ts";
import type { HeaderFinding } from "./headerRow.ts";

/** Merged cells: the number of a case, and words that stand once for a block of rows. */
export function mergedColumns(
  assignment: Assignment,
  sample: { readonly rows: readonly (readonly string[])[] },
  header: HeaderFinding,
  rows: readonly (readonly string[])[],
): string[] {
  if (assignment.spec.rowKind !== "case") return [];
  const isFilled = (cells: readonly string[] | undefined, column: number) => (cells?.[column] ?? "").trim() !== "";
  const under = sample.rows.slice(header.headerRow === 0 ? 0 : header.headerRow - 1 + header.headerRows);
  // A row that lacks the value and says something else, in a column that is understood.
  const isGap = (cells: readonly string[], column: number) =>
    !isFilled(cells, column) &&
    !isTotalText((cells.find((cell) => cell.trim() !== "") ?? "").trim()) &&
    [...assignment.byColumn.keys()].some((other) => isFilled(cells, other));
  const blocks = ["case.number", "case.unit", "case.reported.date", "case.from.date"];
  return [...assignment.byColumn]
    .filter(
      ([column, { target }]) =>
        blocks.includes(target) &&
        under.some((cells) => isGap(cells, column)) &&
        isFilled(rows[0], column) &&
        (target !== "case.number" || isKeyOfBlock(assignment, rows, column)),
    )
    .map(([column]) => columnAddress(header.headings, column));
}

/** A case number that is missing because its cell was merged: the rows below bring no incident number of their own. */
function isKeyOfBlock(assignment: Assignment, rows: readonly (readonly string[])[], number: number): boolean {
  const incident = [...assignment.byColumn].find(([, { target }]) => target === "case.incidentNumber")?.[0];
  return incident === undefined || rows.every((cells) => (cells[number] ?? "").trim() !== "" || (cells[incident] ?? "").trim() === "");
}
