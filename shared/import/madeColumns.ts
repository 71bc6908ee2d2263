// Columns that a mapping makes of others (combined, split) and rows that it leaves out. Made columns stand behind those of the sheet.
import { CaseweaveError } from "../errors.ts";
import { cellText } from "./cells/words.ts";
import { findColumn } from "./heading.ts";
import type { Exclusion, MadeColumn, MappingFormat } from "./mapping.ts";

type Cells = readonly string[];

export interface MadeColumns {
  /** Headings of the sheet, filled up to its width, then those of the made columns. */
  readonly headings: readonly string[];
  readonly extend: (cells: Cells) => Cells;
}

function columnOf(headings: readonly string[], address: string): number {
  const index = findColumn(headings, address);
  if (index < 0) throw new CaseweaveError("mapping-column-missing", { column: address, headings: headings.join(" | ") });
  return index;
}

function compileMade({ from, join = " ", split }: MadeColumn, headings: readonly string[]): (cells: Cells) => string {
  const columns = from.map((address) => columnOf(headings, address));
  return (cells) => {
    const joined = columns
      .map((index) => cellText(cells[index]))
      .filter((text) => text !== "")
      .join(join);
    return split === undefined ? joined : (joined.split(split.by).at(split.part > 0 ? split.part - 1 : split.part) ?? "").trim();
  };
}

/** @param width cells of the widest row */
export function compileMadeColumns(format: MappingFormat | undefined, headings: readonly string[], width: number): MadeColumns {
  const made = format?.made ?? [];
  if (made.length === 0) return { headings, extend: (cells) => cells };
  const own = Array.from({ length: Math.max(width, headings.length) }, (_, index) => headings[index] ?? "");
  const makers = made.map((column) => compileMade(column, own));
  return {
    headings: [...own, ...made.map(({ heading }) => heading)],
    extend: (cells) => [...own.map((_, index) => cells[index] ?? ""), ...makers.map((make) => make(cells))],
  };
}

const tests: Readonly<Record<Exclusion["is"], (text: string, value: string) => boolean>> = {
  equal: (text, value) => text === value,
  containing: (text, value) => value !== "" && text.includes(value),
  empty: (text) => text === "",
  filled: (text) => text !== "",
};

/** Column that makes the row be left out; -1 where none does. */
export function compileExclusions(format: MappingFormat | undefined, headings: readonly string[]): (cells: Cells) => number {
  const rules = (format?.exclude ?? []).map(({ column, is, value = "" }) => ({
    index: columnOf(headings, column),
    fits: tests[is],
    value: value.trim(),
  }));
  return (cells) => rules.find(({ index, fits, value }) => fits(cellText(cells[index]), value))?.index ?? -1;
}
