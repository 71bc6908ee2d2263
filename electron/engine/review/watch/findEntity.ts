// Of a watched identifier or person: everything that an import brought about it and who shared its room or sat beside it, about the rest of its identity, and about the other name of its purse.

import { parseEntityRef } from "../../../../shared/model/entity.ts";
import type { Hit } from "../../../../shared/review/watch/hit.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { readEntity } from "../../store/sqlite/tables/entity.ts";
import { listNewlyJoined } from "../../store/sqlite/tables/freshTies.ts";
import { listMemberIds } from "../../store/sqlite/tables/identityOf.ts";
import { listSameIds } from "../../store/sqlite/tables/purse.ts";
import { companyHits } from "./companyHits.ts";
import { eventHits, linkHits, ownSides, type WatchedEntities } from "./eventHits.ts";
import { type Finder, type Import, onlyLate, type SubjectOf, type Watched, withEarlier } from "./finder.ts";

/** What joins two names of one thing is no news of it. */
const joining = new Set(["card-of", "same-as"]);

/** Everything that a reference stands for; empty while the workspace does not know it. */
export function listWatchedIds(db: ReadableDb, ref: string): readonly number[] {
  const { kind, key } = parseEntityRef(ref);
  const entity = readEntity(db, kind, key);
  if (!entity) return [];
  const members = listMemberIds(db, entity.id);
  return [...new Set(members.flatMap((id) => listSameIds(db, id)))];
}

export function gatherEntities(db: ReadableDb, watches: readonly Watched<SubjectOf<"entity">>[]): Map<number, Set<number>> {
  const watched = new Map<number, Set<number>>();
  for (const { id, subject } of watches)
    for (const entity of listWatchedIds(db, subject.entity)) watched.set(entity, (watched.get(entity) ?? new Set()).add(id));
  return watched;
}

export const findEntityHits: Finder<SubjectOf<"entity">> = function* (brought, watches) {
  const watched = gatherEntities(brought.db, watches);
  if (watched.size === 0) return;
  yield* aboutEntities(brought, watched);
  const late = lateOf(brought, watched);
  if (late.size > 0) yield* aboutEntities(withEarlier(brought), late);
};

function* aboutEntities(brought: Import, watched: WatchedEntities): Generator<Hit> {
  yield* eventHits(brought, ownSides, watched);
  yield* companyHits(brought, watched);
  yield* linkHits(brought, watched, ({ kind }) => !joining.has(kind));
}

/** What is watched under a name that the sources were the first to tell: all names of those watches. */
export function lateOf({ db, sources, earlier }: Import, watched: WatchedEntities): WatchedEntities {
  if (earlier.length === 0) return new Map();
  const joined = listNewlyJoined(db, [...watched.keys()], sources);
  const concerned = new Set([...joined].flatMap((id) => [...(watched.get(id) ?? [])]));
  const late = new Set([...watched].filter(([, watches]) => [...watches].some((watch) => concerned.has(watch))).map(([id]) => id));
  return joined.size === 0 ? new Map() : onlyLate(watched, late);
}
