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

/** What a case says of itself; merged over a block, the rest of its rows leave most of it empty. */
const tellings = [/^victim\.(?:name|identityNumber)$/, /^case\.loss$/, /^case\.brief$/, /^case\.type$/, /^case\.(?:from|reported|filed)\b/];
const ownTellings = 3;

/** A case number that is missing because its cell was merged: the rows below bring no incident number of their own, and are not all cases in full. */
function isKeyOfBlock({ byColumn }: Assignment, rows: readonly (readonly string[])[], number: number): boolean {
  const isFilled = (cells: readonly string[], column: number) => (cells[column] ?? "").trim() !== "";
  const columnsOf = (wanted: RegExp) => [...byColumn].filter(([, { target }]) => wanted.test(target)).map(([column]) => column);
  const parts = tellings.map(columnsOf);
  const isWhole = (cells: readonly string[]) =>
    parts.filter((columns) => columns.some((column) => isFilled(cells, column))).length >= ownTellings;
  const unnumbered = rows.filter((cells) => !isFilled(cells, number) && [...byColumn.keys()].some((column) => isFilled(cells, column)));
  const [incident] = columnsOf(/^case\.incidentNumber$/);
  if (incident !== undefined && unnumbered.some((cells) => isFilled(cells, incident))) return false;
  return unnumbered.length === 0 || !unnumbered.every(isWhole);
}
