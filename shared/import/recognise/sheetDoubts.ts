// What stays open about a sheet that was recognised: the order of day and month, the year, columns that could be something else.
import type { Doubt } from "../calls.ts";
import { findDateOrder } from "../columnFacts.ts";
import { columnAddress } from "../heading.ts";
import { findYears } from "../years.ts";
import type { Assignment, Candidate, SheetView } from "./assign.ts";
import type { HeaderFinding } from "./headerRow.ts";
import type { ColumnProfile } from "./profile.ts";

export function dateOrderOf({ byColumn }: Assignment, profiles: readonly ColumnProfile[]) {
  for (const [column, { target }] of byColumn) {
    if (!/(?:^time|\.date|^in|^out|Date|from|to|reported)$/.test(target)) continue;
    const found = findDateOrder(profiles[column]!.cells);
    if (found) return { ...found, column: target };
  }
  return null;
}

export function orderDoubt(order: ReturnType<typeof dateOrderOf>): readonly Doubt[] {
  if (!order?.isAmbiguous) return [];
  return [{ code: "date-order", column: order.column, values: { column: order.column, order: order.order }, blocking: true }];
}

const yearlessColumn = ({ byColumn }: Assignment, profiles: readonly ColumnProfile[]): number | undefined =>
  [...byColumn].find(([column, { target }]) => /^time(?:\.date)?$/.test(target) && profiles[column]!.share.monthDay >= 0.9)?.[0];

/** One year for all days without one stands in the mapping, so that corrected rows have it too. */
export function yearOf(assignment: Assignment, profiles: readonly ColumnProfile[], banner: ReadonlyMap<string, string>, fileName: string) {
  const years = yearlessColumn(assignment, profiles) === undefined ? null : findYears(banner, fileName, undefined);
  return years !== null && years.first === years.last ? { year: years.first } : {};
}

/** A column of days whose year stands neither in its cells nor above them nor in the file's name. */
export function yearDoubt(
  assignment: Assignment,
  profiles: readonly ColumnProfile[],
  { headings }: HeaderFinding,
  banner: ReadonlyMap<string, string>,
  fileName: string,
): readonly Doubt[] {
  const found = yearlessColumn(assignment, profiles);
  if (found === undefined || findYears(banner, fileName, undefined) !== null) return [];
  const column = columnAddress(headings, found);
  return [{ code: "year-not-told", column, values: { column }, blocking: true }];
}

const closeCall = 0.08;

/** Columns whose second-best target is nearly as good and free. */
export function ambiguousColumns({ byColumn, candidates }: Assignment, view: SheetView): Doubt[] {
  const taken = new Set([...byColumn.values()].map(({ target }) => target));
  const doubts: Doubt[] = [];
  for (const [column, chosen] of byColumn) {
    const other = candidates.find(
      (candidate) =>
        candidate.column === column &&
        candidate.target !== chosen.target &&
        !taken.has(candidate.target) &&
        candidate.score > chosen.score - closeCall &&
        !isSameTime(candidate, chosen),
    );
    if (other)
      doubts.push({
        code: "column-ambiguous",
        column: view.headings[column] || `#${column + 1}`,
        values: { column: view.headings[column] || `#${column + 1}`, target: chosen.target, other: other.target },
        blocking: isOfVictim(chosen) !== isOfVictim(other),
      });
  }
  return doubts;
}

/** Whose number it is must not be guessed: a victim's phone taken for the suspect's would be evidence. */
const isOfVictim = ({ target }: Candidate): boolean => target.startsWith("victim.");

const isSameTime = (a: Candidate, b: Candidate): boolean =>
  a.target.replace(/\.(?:date|time)$/, "") === b.target.replace(/\.(?:date|time)$/, "");

/** A case sheet without numbers is imported row by row: the same sheet, imported again with more rows, tells of other cases. */
export function numberDoubt({ spec, byColumn }: Assignment): readonly Doubt[] {
  const isNumbered = [...byColumn.values()].some(({ target }) => target === "case.number" || target === "case.incidentNumber");
  return spec.rowKind !== "case" || isNumbered ? [] : [{ code: "case-unnumbered", column: "", values: {}, blocking: true }];
}
