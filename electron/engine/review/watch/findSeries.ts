// Of a watched series: new cases that fit it, and new facts about the identifiers that its cases share.
import { entityRef } from "../../../../shared/model/entity.ts";
import { factText, type Hit } from "../../../../shared/review/watch/hit.ts";
import { listShared } from "../../group/sharedOf.ts";
import { readEntity } from "../../store/sqlite/tables/entity.ts";
import { listBroughtBy } from "../../store/sqlite/tables/freshFacts.ts";
import { readLastGroupRun } from "../../store/sqlite/tables/linkState.ts";
import { listMembers } from "../../store/sqlite/tables/series.ts";
import { eventHits, linkHits, ownSides, type WatchedEntities } from "./eventHits.ts";
import { lateOf, listWatchedIds } from "./findEntity.ts";
import { type Finder, type FittingCase, type Import, type SubjectOf, type Watched, withEarlier } from "./finder.ts";
import { followSeries } from "./followSeries.ts";

function* fittingHits(
  { db, sources, fitting }: Import,
  { id, subject }: Watched<SubjectOf<"series">>,
  name: string | null,
): Generator<Hit> {
  const fits = ({ series, bits }: FittingCase) => series === name && bits >= subject.minBits;
  for (const { case: number, series, bits } of fitting.filter(fits)) {
    const [brought] = listBroughtBy(db, [readEntity(db, "case", number)?.id ?? -1], sources);
    if (!brought) continue;
    const { utcOffset, sourceId, row } = brought;
    const detail = { entity: entityRef("case", number), series, bits };
    yield { watch: id, code: "case-fits", fact: factText("case-fits", number, series), at: null, utcOffset, sourceId, row, detail };
  }
}

export const findSeriesHits: Finder<SubjectOf<"series">> = function* (brought, watches) {
  const { db } = brought;
  const run = readLastGroupRun(db);
  const watched = new Map<number, Set<number>>();
  for (const watch of watches) {
    const name = followSeries(db, watch.subject.series);
    yield* fittingHits(brought, watch, name);
    const cases = run && name !== null ? listMembers(db, run.id, name).map((member) => member.case) : [];
    for (const { entity } of cases.length > 1 ? listShared(db, cases) : [])
      for (const id of listWatchedIds(db, entity)) watched.set(id, (watched.get(id) ?? new Set()).add(watch.id));
  }
  if (watched.size === 0) return;
  yield* aboutShared(brought, watched);
  const late = lateOf(brought, watched);
  if (late.size > 0) yield* aboutShared(withEarlier(brought), late);
};

function* aboutShared(brought: Import, watched: WatchedEntities): Generator<Hit> {
  yield* eventHits(brought, ownSides, watched);
  yield* linkHits(brought, watched, ({ kind }) => kind === "involved-in");
}
