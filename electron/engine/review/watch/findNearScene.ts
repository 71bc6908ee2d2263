// A watched person, device or number that an import saw near the scene of a case of a current series.
import { entityRef } from "../../../../shared/model/entity.ts";
import { factText } from "../../../../shared/review/watch/hit.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { readEntity } from "../../store/sqlite/tables/entity.ts";
import { iterateFreshEvents } from "../../store/sqlite/tables/freshFacts.ts";
import { listNewlyPlaced, listNewScenes } from "../../store/sqlite/tables/freshTies.ts";
import { readLastGroupRun } from "../../store/sqlite/tables/linkState.ts";
import { listPlacedCases } from "../../store/sqlite/tables/mapFacts.ts";
import { listAllMembers } from "../../store/sqlite/tables/series.ts";
import { listPlaceCoordinates } from "../../store/sqlite/tables/sightings.ts";
import { eventFact } from "./eventHits.ts";
import { gatherEntities } from "./findEntity.ts";
import { type Import, type RuleHit, type Watched, withEarlier } from "./finder.ts";
import { createNearPlaces } from "./nearPlaces.ts";

interface NearScene {
  readonly case: string;
  readonly series: string;
  readonly metres: number;
}

interface Scene {
  readonly caseId: number;
  readonly case: string;
  readonly series: string;
  readonly place: number;
}

function listScenes(db: ReadableDb): readonly Scene[] {
  const run = readLastGroupRun(db);
  return (run ? listAllMembers(db, run.id) : []).flatMap(({ case: number, series }) => {
    const id = readEntity(db, "case", number)?.id;
    const scene = id === undefined ? undefined : listPlacedCases(db, [id])[0];
    return scene ? [{ caseId: id!, case: number, series, place: scene.place }] : [];
  });
}

interface NearScenes {
  /** Place → the nearest scene of a series within the distance. */
  readonly near: ReadonlyMap<number, NearScene>;
  /** Those of which only the sources at hand say that they are near one: where they lie, or where the scene is. */
  readonly late: ReadonlySet<number>;
}

function findNearScenes({ db, sources }: Import, metres: number): NearScenes {
  const near = new Map<number, NearScene>();
  const spots = new Map(listPlaceCoordinates(db).map((spot) => [spot.place, spot]));
  const nearPlaces = createNearPlaces(db, metres);
  const scenes = listScenes(db);
  const told = listNewScenes(
    db,
    sources,
    scenes.map(({ caseId }) => caseId),
  );
  const placed = listNewlyPlaced(
    db,
    scenes.map(({ place }) => place),
    sources,
  );
  const late = new Set<number>();
  for (const { caseId, case: number, series, place } of scenes) {
    const spot = spots.get(place);
    for (const found of spot ? nearPlaces(spot, metres) : []) {
      const known = near.get(found.place);
      if (!known || found.metres < known.metres) near.set(found.place, { case: number, series, metres: found.metres });
      if (told.has(caseId) || placed.has(place)) late.add(found.place);
    }
  }
  return { near, late: new Set([...late, ...listNewlyPlaced(db, [...near.keys()], sources)]) };
}

const isEntity = (watch: Watched): watch is Watched<Extract<Watched["subject"], { kind: "entity" }>> => watch.subject.kind === "entity";

export function* nearSceneHits(brought: Import, metres: number): Generator<RuleHit> {
  const entities = [...gatherEntities(brought.db, brought.watched.filter(isEntity)).keys()];
  if (entities.length === 0) return;
  const { near, late } = findNearScenes(brought, metres);
  yield* seenNear(brought, entities, near);
  if (late.size > 0 && brought.earlier.length > 0)
    yield* seenNear(withEarlier(brought), entities, new Map([...near].filter(([place]) => late.has(place))));
}

function* seenNear({ db, sources }: Import, entities: readonly number[], scenes: ReadonlyMap<number, NearScene>): Generator<RuleHit> {
  for (const side of ["stay-person", "capture-device", "call-from", "call-to", "call-device"] as const)
    for (const event of iterateFreshEvents(db, side, entities, sources)) {
      const place = event.placeRef === null ? null : readEntity(db, "place", event.placeRef.slice("place:".length));
      const scene = place && scenes.get(place.id);
      if (!scene) continue;
      const { at, utcOffset, sourceId, row, ownRef } = event;
      const detail = {
        entity: ownRef,
        other: entityRef("case", scene.case),
        place: event.placeRef!,
        series: scene.series,
        metres: Math.round(scene.metres),
      };
      yield { code: "near-scene", fact: factText("near-scene", eventFact(side, event)), at, utcOffset, sourceId, row, detail };
    }
}
