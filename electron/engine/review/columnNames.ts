// What the columns of an imported source hold: the target that each was mapped to, which a heading may not tell.
import { columnAddress } from "../../../shared/import/heading.ts";
import { type Mapping, targetsOf } from "../../../shared/import/mapping.ts";
import { valueKindOf } from "../../../shared/review/masker.ts";
import type { SourceRecord } from "../store/sqlite/tables/source.ts";

/** Of each column the target that announces a kind of value, else its heading. */
export function columnNamesOf(source: Pick<SourceRecord, "headings" | "mapping">): readonly string[] {
  const headings = JSON.parse(source.headings) as readonly string[];
  const { columns } = JSON.parse(source.mapping) as Mapping;
  return headings.map((heading, at) => {
    const targets = targetsOf(columns[columnAddress(headings, at)] ?? columns[`#${at + 1}`] ?? []);
    return targets.find((target) => valueKindOf(target) !== "") ?? heading;
  });
}
