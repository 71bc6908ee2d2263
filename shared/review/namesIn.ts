// Names that an answer tells under a heading for names: a file that is being looked at knows people whom the workspace does not.
import { cleanName, isOrganisationName } from "../import/kinds/name.ts";
import { valueKindOf } from "./masker.ts";

type Shape = Readonly<Record<string, unknown>>;

const isNameColumn = (heading: string): boolean => valueKindOf(heading) === "name";

function addCells(names: Set<string>, headings: readonly string[], cells: unknown): void {
  if (!Array.isArray(cells)) return;
  for (const [at, cell] of cells.entries()) if (isNameColumn(headings[at] ?? "")) addName(names, String(cell));
}

function addName(names: Set<string>, cell: string): void {
  for (const part of cell.split(/[,，;；、/\n]+/)) {
    const name = cleanName(part);
    if (name.length >= 2 && name.length <= 40 && !/[\d*]/.test(name) && !isOrganisationName(name)) names.add(name);
  }
}

function headingsOf(shape: Shape): readonly string[] {
  if (Array.isArray(shape.headings)) return shape.headings as readonly string[];
  if (!Array.isArray(shape.columns)) return [];
  return shape.columns.map((column: Shape | string) => {
    if (typeof column === "string") return column;
    const targets = (column.targets ?? []) as readonly string[];
    return targets.find(isNameColumn) ?? String(column.heading ?? "");
  });
}

/** All such names of raw rows and previews anywhere in an answer. */
export function namesIn(value: unknown, headings: readonly string[] = [], names: Set<string> = new Set()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const one of value) namesIn(one, headings, names);
  else if (value !== null && typeof value === "object") {
    const shape = value as Shape;
    const own = headingsOf(shape);
    const inner = own.length > 0 ? own : headings;
    addCells(names, inner, shape.cells ?? shape.before);
    for (const part of Object.values(shape)) if (typeof part === "object") namesIn(part, inner, names);
  }
  return names;
}
