// Checks what an import brought against everything watched, in a child that only reads.
import type { WatchKind } from "../../../../shared/model/alert.ts";
import type { Hit } from "../../../../shared/review/watch/hit.ts";
import type { Task } from "../../jobs/task.ts";
import { openWorkspaceFile } from "../../store/sqlite/open.ts";
import { findEntityHits } from "./findEntity.ts";
import type { Finder, FittingCase, Import, SubjectOf, Watched } from "./finder.ts";
import { findPlaceHits } from "./findPlace.ts";
import { findRuleHits } from "./findRule.ts";
import { findSeriesHits } from "./findSeries.ts";
import { findWordsHits } from "./findWords.ts";

export interface CheckTaskInput {
  readonly path: string;
  readonly key: string | null;
  readonly sources: readonly number[];
  /** Ready sources that came since the oldest watch was set, without these. */
  readonly earlier: readonly number[];
  readonly watched: readonly Watched[];
  readonly fitting: readonly FittingCase[];
}

const finders: { readonly [Kind in WatchKind]: Finder<SubjectOf<Kind>> } = {
  entity: findEntityHits,
  place: findPlaceHits,
  series: findSeriesHits,
  words: findWordsHits,
  rule: findRuleHits,
};

const hitsAtOnce = 1000;

/** What stood in the workspace before a watch was set is no news to it, whatever ties it to the watch now. */
function tellsOnlyAfter(sources: readonly number[], watched: readonly Watched[]): (hit: Hit) => boolean {
  const fresh = new Set(sources);
  const after = new Map(watched.map(({ id, afterSource }) => [id, afterSource]));
  return ({ watch, sourceId }) => fresh.has(sourceId) || sourceId > after.get(watch)!;
}

export const checkTask: Task<CheckTaskInput, null, readonly Hit[]> = async ({ path, key, sources, earlier, watched, fitting }, context) => {
  const db = openWorkspaceFile(path, { readOnly: true, key });
  const brought: Import = { db, sources, earlier, fitting, watched };
  const isToTell = tellsOnlyAfter(sources, watched);
  const kinds = Object.keys(finders) as WatchKind[];
  let batch: Hit[] = [];
  try {
    for (const [done, kind] of kinds.entries()) {
      context.report({ phase: "watch", subject: "", done, total: kinds.length, perSecond: null, secondsLeft: null });
      const own = watched.filter(({ subject }) => subject.kind === kind);
      for (const hit of own.length === 0 ? [] : (finders[kind] as Finder<never>)(brought, own as never)) {
        if (isToTell(hit)) batch.push(hit);
        if (batch.length < hitsAtOnce) continue;
        await context.emit(batch);
        batch = [];
      }
    }
    await context.emit(batch);
    return null;
  } finally {
    db.close();
  }
};
