// A rule that puts cells of rejected rows right: one text for another in a column, or one value for the whole cell.
import { z } from "zod";
import { findColumn } from "./heading.ts";

export const repairRuleSchema = z
  .object({
    /** Heading (or `#3`). */
    column: z.string(),
    how: z.enum(["replace", "set"]),
    /** Text to look for; with "set" only cells that equal it are set, or every cell where it is left out. */
    find: z.string().optional(),
    put: z.string(),
  })
  .strict();

export type RepairRule = z.infer<typeof repairRuleSchema>;

const pad = (cells: readonly string[], width: number): string[] =>
  Array.from({ length: Math.max(width, cells.length) }, (_, i) => cells[i] ?? "");

/** The row after the rule; null where the rule changes nothing. */
export function repairByRule(
  cells: readonly string[],
  headings: readonly string[],
  { column, how, find, put }: RepairRule,
): string[] | null {
  const index = findColumn(headings, column);
  if (index < 0) return null;
  const cell = cells[index] ?? "";
  const isMeant = find === undefined || cell.trim() === find.trim();
  const fixed = how === "set" ? (isMeant ? put : cell) : find ? cell.replaceAll(find, put) : cell;
  return fixed === cell ? null : pad(cells, headings.length).map((text, i) => (i === index ? fixed : text));
}
