// The series to which those cases belong, and those that the text names.
import type { SeriesItem } from "../../../../shared/group/calls.ts";
import { strengthOf } from "../../../../shared/link/scorePairs.ts";
import type { ClueSeries } from "../../../../shared/review/assess/calls.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { listSeriesWithCases } from "../../store/sqlite/tables/clueFacts.ts";
import { readLastGroupRun } from "../../store/sqlite/tables/linkState.ts";
import { readDataVersion } from "../../store/sqlite/tables/meta.ts";
import { readSeriesRow } from "../../store/sqlite/tables/series.ts";
import type { Probe } from "./part.ts";

function describe(db: ReadableDb, runId: number, id: string, met: readonly string[]): ClueSeries | null {
  const row = readSeriesRow(db, runId, id);
  if (!row) return null;
  const { cases, loss, firstAt, lastAt, cohesionBits } = JSON.parse(row.detail) as SeriesItem;
  const figures = { cases: cases.length, loss, firstAt, lastAt, bits: cohesionBits, strength: strengthOf(cohesionBits) };
  return { series: id, title: row.title, ...figures, met };
}

export const findSeries: Probe<"series"> = ({ context: { db }, clue, earlier }) => {
  const run = readLastGroupRun(db);
  if (!run) return { items: [], isStale: false };
  const numbers = earlier.cases?.items.map((item) => item.case) ?? [];
  const met = Map.groupBy(listSeriesWithCases(db, run.id, numbers), ({ series }) => series);
  const ids = new Set([...clue.named, ...met.keys()]);
  const items = [...ids].flatMap(
    (id) =>
      describe(
        db,
        run.id,
        id,
        (met.get(id) ?? []).map((one) => one.case),
      ) ?? [],
  );
  return {
    items: items.sort((a, b) => b.met.length - a.met.length || (a.series < b.series ? -1 : 1)),
    isStale: run.dataVersion !== readDataVersion(db),
  };
};
