// What a case sheet would lose without a word: identifiers and times in columns that no target was found for, cases without a number of their own.
import type { Doubt } from "../calls.ts";
import { columnAddress, findColumn } from "../heading.ts";
import type { Mapping } from "../mapping.ts";
import type { Assignment } from "./assign.ts";
import type { HeaderFinding } from "./headerRow.ts";
import type { ColumnProfile } from "./profile.ts";

/** More than half of the cells: a remark that happens to hold a number is none. */
const leastShare = 0.5;

type What = "phone" | "identity" | "time";

function whatIsIn({ share, filled }: ColumnProfile, isTimed: boolean): What | null {
  if (filled === 0) return null;
  if (share.mobile > leastShare) return "phone";
  if (share.identity > leastShare) return "identity";
  return !isTimed && share.stamp > leastShare ? "time" : null;
}

/** Columns that stay attributes although their cells read as phones or identity numbers, or as the only times of the sheet. */
export function leftOutDoubts(
  { spec, byColumn }: Assignment,
  profiles: readonly ColumnProfile[],
  { headings }: HeaderFinding,
): readonly Doubt[] {
  if (spec.rowKind !== "case") return [];
  const isTimed = [...byColumn.values()].some(({ target }) => /^case\.(?:from|to|reported|filed)\b/.test(target));
  return profiles.flatMap((profile, index) => {
    const what = byColumn.has(index) ? null : whatIsIn(profile, isTimed);
    const column = columnAddress(headings, index);
    return what === null ? [] : [{ code: `${what}-left-out`, column, values: { column }, blocking: true }];
  });
}

const ownWords = new Set(["case.brief", "victim.name", "victim.identityNumber", "case.loss"]);

/** Rows that take the case number above them although they tell a story of their own: a merged cell, or a number that was forgotten. */
export function borrowedNumbers(
  mapping: Mapping,
  { byColumn }: Assignment,
  { headings }: HeaderFinding,
  rows: readonly (readonly string[])[],
): readonly Doubt[] {
  const fillDown = mapping.format?.fillDown;
  const number = [...byColumn].find(([, { target }]) => target === "case.number")?.[0];
  if (number === undefined || !Array.isArray(fillDown) || !fillDown.some((address) => findColumn(headings, address) === number)) return [];
  const own = [...byColumn].filter(([, { target }]) => ownWords.has(target)).map(([column]) => column);
  const said = (cells: readonly string[] | undefined, column: number) => (cells?.[column] ?? "").trim();
  const differs = (cells: readonly string[], above: readonly string[] | undefined) =>
    own.some((column) => said(cells, column) !== "" && said(cells, column) !== said(above, column));
  let above: readonly string[] | undefined;
  let count = 0;
  for (const cells of rows) {
    if (said(cells, number) !== "") above = cells;
    else if (differs(cells, above)) count++;
  }
  const column = columnAddress(headings, number);
  return count === 0 ? [] : [{ code: "number-from-above", column, values: { column, count }, blocking: true }];
}
