// Series by number: which cases each has. Built once for a standing of the series, because every "cases like this one" asks for all of them.
import type { LinkInput } from "./caseData.ts";
import type { CaseTable } from "./prepare/caseTable.ts";

export interface SeriesTable {
  readonly names: readonly string[];
  /** Case indices by series, in the order in which the cases were named. */
  readonly members: readonly (readonly number[])[];
  /** Series by case index; -1 for an unlinked case. */
  readonly seriesOf: Int32Array;
}

const known = new WeakMap<LinkInput["series"], { readonly table: CaseTable; readonly built: SeriesTable }>();

export function seriesTable(series: LinkInput["series"], table: CaseTable): SeriesTable {
  const before = known.get(series);
  if (before?.table === table) return before.built;
  const built = buildSeriesTable(series, table);
  known.set(series, { table, built });
  return built;
}

/** Cases that the table does not know are left out. */
function buildSeriesTable(series: LinkInput["series"], table: CaseTable): SeriesTable {
  const places = new Map<string, number>();
  const members: number[][] = [];
  const seriesOf = new Int32Array(table.count).fill(-1);
  for (const [number, name] of Object.entries(series)) {
    const index = table.indexOf.get(number);
    if (index === undefined) continue;
    const place = places.get(name) ?? places.size;
    places.set(name, place);
    const list = members[place] ?? [];
    list.push(index);
    members[place] = list;
    seriesOf[index] = place;
  }
  return { names: [...places.keys()], members, seriesOf };
}
