// Ring discovery in a child: loads, finds, names; the engine stores.
import { findRings } from "../../../shared/group/rings/findRings.ts";
import type { Citation, SourceRow } from "../../../shared/model/source.ts";
import type { Task } from "../jobs/task.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { openWorkspaceFile } from "../store/sqlite/open.ts";
import { listCitedNames } from "../store/sqlite/tables/citedName.ts";
import { readLastGroupRun } from "../store/sqlite/tables/linkState.ts";
import { listRingRows, readLastRingRun } from "../store/sqlite/tables/rings.ts";
import { listSeriesRows } from "../store/sqlite/tables/series.ts";
import { describeRings } from "./describeRings.ts";
import { loadRings } from "./loadRings.ts";
import type { StoredRing } from "./storedRing.ts";

export interface RingsTaskInput {
  readonly path: string;
  readonly key: string | null;
}

export const ringsTask: Task<RingsTaskInput, readonly StoredRing[]> = async ({ path, key }, { signal, report }) => {
  const db = openWorkspaceFile(path, { readOnly: true, key });
  try {
    const tell = (phase: "read" | "rings", done: number) =>
      report({ phase, done, total: 2, perSecond: null, secondsLeft: null, subject: "" });
    tell("read", 0);
    const data = loadRings(db);
    tell("rings", 1);
    const found = findRings(data, { signal });
    const run = readLastRingRun(db);
    const earlier = run ? listRingRows(db, run.id).map(({ detail }) => JSON.parse(detail) as StoredRing) : [];
    return describeRings({ data, cite: citer(db), seriesTitle: titler(db) }, found, earlier, run?.lastNumber ?? 0);
  } finally {
    db.close();
  }
};

function citer(db: ReadableDb): (row: SourceRow) => Citation {
  const names = new Map(listCitedNames(db).map((source) => [source.id, source]));
  return ({ sourceId, row }) => ({ sourceId, row, source: names.get(sourceId)?.name ?? "", sheet: names.get(sourceId)?.sheet ?? null });
}

function titler(db: ReadableDb): (series: string) => string {
  const run = readLastGroupRun(db);
  const titles = new Map((run ? listSeriesRows(db, run.id) : []).map(({ id, title }) => [id, title]));
  return (series) => titles.get(series) ?? "";
}
