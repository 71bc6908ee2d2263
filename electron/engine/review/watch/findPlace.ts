// Around a watched point: who stayed, was captured or called there, and cases that happened there.
import type { Hit } from "../../../../shared/review/watch/hit.ts";
import { listNewlyPlaced } from "../../store/sqlite/tables/freshTies.ts";
import { eventHits, linkHits, placeSides, type WatchedEntities } from "./eventHits.ts";
import { type Finder, type Import, onlyLate, type SubjectOf, withEarlier } from "./finder.ts";
import { createNearPlaces } from "./nearPlaces.ts";

/** A case at the place: it is about the case. */
const asScene = ({ detail: { entity, other }, ...hit }: Hit): Hit => ({
  ...hit,
  code: "scene",
  detail: { entity: other ?? entity, place: entity },
});

export const findPlaceHits: Finder<SubjectOf<"place">> = function* (brought, watches) {
  const nearPlaces = createNearPlaces(brought.db, Math.max(...watches.map(({ subject }) => subject.metres)));
  const watched = new Map<number, Set<number>>();
  for (const { id, subject } of watches)
    for (const { place } of nearPlaces(subject, subject.metres)) watched.set(place, (watched.get(place) ?? new Set()).add(id));
  if (watched.size === 0) return;
  yield* atPlaces(brought, watched);
  const { db, sources, earlier } = brought;
  const late = earlier.length === 0 ? new Set<number>() : listNewlyPlaced(db, [...watched.keys()], sources);
  if (late.size > 0) yield* atPlaces(withEarlier(brought), onlyLate(watched, late));
};

function* atPlaces(brought: Import, watched: WatchedEntities): Generator<Hit> {
  yield* eventHits(brought, placeSides, watched);
  for (const hit of linkHits(brought, watched, ({ kind }) => kind === "at-place")) yield asScene(hit);
}
