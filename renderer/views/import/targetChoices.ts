// What a column can be mapped to, under the row kind of its sheet.
import type { ColumnCheck } from "../../../shared/import/calls.ts";
import type { Mapping } from "../../../shared/import/mapping.ts";
import { findRowKind } from "../../../shared/import/targets/index.ts";

/** What fits the column first, then the rest of the row kind; targets that another column feeds stay choosable. */
export function targetChoicesOf(mapping: Mapping, column: ColumnCheck): readonly string[] {
  const known = findRowKind(mapping.rowKind).targets.map((target) => target.name);
  return [...new Set([...column.targets, ...column.alternatives, ...known])];
}
