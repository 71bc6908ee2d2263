// A table of statistics as it leaves the engine: rows as people read them, points to a kilometre where masked.
import type { StatisticsTable, Tabulated } from "../../../../shared/review/statistics/tableShape.ts";
import type { JobContext } from "../../handler.ts";
import { citationReader } from "../../link/citedRows.ts";
import { isMaskedSession } from "../printMark.ts";
import { rounded } from "./shownCase.ts";

/** The mean of one case is its place. */
export const shownPoints = ({ points }: Tabulated, isMasked: boolean): Tabulated["points"] =>
  points?.map((point) =>
    point === null || !isMasked ? point : { ...point, longitude: rounded(point.longitude), latitude: rounded(point.latitude) },
  ) ?? null;

export function shownTable(table: Tabulated, job: JobContext): StatisticsTable {
  const points = shownPoints(table, isMaskedSession(job));
  const { population } = table;
  if (population === null) return { ...table, population, points };
  const cite = citationReader(job.db);
  const areas = population.areas.map((area) => ({ ...area, rows: area.rows.map(cite) }));
  return { ...table, population: { ...population, areas }, points };
}
