// After an import: hits of everything watched become alerts, all in one transaction.
import type { AlertItem } from "../../../../shared/model/alert.ts";
import type { Hit } from "../../../../shared/review/watch/hit.ts";
import type { JobContext } from "../../handler.ts";
import type { WritableDb } from "../../store/sqlite/database.ts";
import { insertHits, readAlertRows } from "../../store/sqlite/tables/alert.ts";
import { listSourcesAfter } from "../../store/sqlite/tables/source.ts";
import { listWatchRows, type WatchRow } from "../../store/sqlite/tables/watch.ts";
import type { CheckTaskInput } from "./checkTask.ts";
import type { FittingCase } from "./finder.ts";
import { describeAlerts } from "./readAlerts.ts";

interface Raising {
  /** When the sources came, where that was earlier: a watch that ran out since is told of them all the same. */
  readonly since?: number;
  /** What becomes true in the moment in which the alerts stand. */
  readonly onRaised?: (db: WritableDb) => void;
}

/** `sources` that were stored just now; nothing is asked where nothing is watched. */
export async function raiseAlerts(
  context: JobContext,
  sources: readonly number[],
  fitting: readonly FittingCase[],
  { since = context.clock(), onRaised = () => {} }: Raising = {},
): Promise<readonly AlertItem[]> {
  const watched = listWatchRows(context.db).filter(({ expiresAt }) => expiresAt === null || expiresAt > since);
  const hits = watched.length === 0 || sources.length === 0 ? [] : await findHits(context, sources, fitting, watched);
  if (hits.length === 0) {
    await context.tidy(onRaised);
    return [];
  }
  const entry = { action: "watch.alert", detail: { watched: watched.length, facts: hits.length } };
  const ids = context.commit(entry, ["watches"], (db) => {
    onRaised(db);
    return insertHits(db, hits, context.clock());
  });
  return describeAlerts(context.db, readAlertRows(context.db, ids));
}

async function findHits(
  context: JobContext,
  sources: readonly number[],
  fitting: readonly FittingCase[],
  watched: readonly WatchRow[],
): Promise<readonly Hit[]> {
  const { path, key } = context.workspace;
  const hits: Hit[] = [];
  const task: CheckTaskInput = {
    path,
    key,
    sources,
    earlier: listSourcesAfter(context.db, Math.min(...watched.map(({ afterSource }) => afterSource))).filter((id) => !sources.includes(id)),
    fitting,
    watched: watched.map(({ id, subject, afterSource }) => ({ id, subject, afterSource })),
  };
  await context.jobs.run<null>("checkWatches", task, {
    signal: context.signal,
    report: context.report,
    onMessage: (found: readonly Hit[]) => void hits.push(...found),
  });
  return hits;
}
