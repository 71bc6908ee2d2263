// The series to which those cases belong, and those that the text names.
import type { SeriesItem } from "../../../../shared/group/calls.ts";
import type { ClueCase, ClueSeries } from "../../../../shared/review/assess/calls.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { listSeriesWithCases } from "../../store/sqlite/tables/clueFacts.ts";
import { readLastGroupRun } from "../../store/sqlite/tables/linkState.ts";
import { readDataVersion } from "../../store/sqlite/tables/meta.ts";
import { readSeriesRow } from "../../store/sqlite/tables/series.ts";
import type { Probe } from "./part.ts";

/** Which entities of the clue tie it to a series: through whom its cases were found. */
function tiesOf(cases: readonly ClueCase[], met: readonly string[]): ClueSeries["ties"] {
  const own = new Set(met);
  const through = cases.filter((one) => own.has(one.case)).flatMap((one) => one.through);
  return [...Map.groupBy(through, ({ entity }) => entity).values()]
    .map((same) => ({ ...(same.find(({ role }) => role !== "" && role !== "mentioned") ?? same[0]!), cases: same.length }))
    .sort((a, b) => b.cases - a.cases || (a.entity < b.entity ? -1 : 1));
}

function describe(db: ReadableDb, runId: number, id: string, met: readonly string[], all: readonly ClueCase[]): ClueSeries | null {
  const row = readSeriesRow(db, runId, id);
  if (!row) return null;
  const { cases, loss, firstAt, lastAt, cohesionBits } = JSON.parse(row.detail) as SeriesItem;
  return { series: id, title: row.title, cases: cases.length, loss, firstAt, lastAt, cohesionBits, met, ties: tiesOf(all, met) };
}

export const findSeries: Probe<"series"> = ({ context: { db }, clue, earlier }) => {
  const run = readLastGroupRun(db);
  if (!run) return { items: [], isStale: false };
  const cases = earlier.cases?.items ?? [];
  const numbers = cases.map((item) => item.case);
  const met = Map.groupBy(listSeriesWithCases(db, run.id, numbers), ({ series }) => series);
  const ids = new Set([...clue.named, ...met.keys()]);
  const items = [...ids].flatMap(
    (id) =>
      describe(
        db,
        run.id,
        id,
        (met.get(id) ?? []).map((one) => one.case),
        cases,
      ) ?? [],
  );
  return {
    items: items.sort((a, b) => b.met.length - a.met.length || (a.series < b.series ? -1 : 1)),
    isStale: run.dataVersion !== readDataVersion(db),
  };
};
