// A watched person, device or number that an import saw near the scene of a case of a current series.
import { entityRef } from "../../../../shared/model/entity.ts";
import { factText } from "../../../../shared/review/watch/hit.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { readEntity } from "../../store/sqlite/tables/entity.ts";
import { iterateFreshEvents } from "../../store/sqlite/tables/freshFacts.ts";
import { readLastGroupRun } from "../../store/sqlite/tables/linkState.ts";
import { listPlacedCases } from "../../store/sqlite/tables/mapFacts.ts";
import { listAllMembers } from "../../store/sqlite/tables/series.ts";
import { listPlaceCoordinates } from "../../store/sqlite/tables/sightings.ts";
import { eventFact } from "./eventHits.ts";
import { gatherEntities } from "./findEntity.ts";
import type { Import, RuleHit, Watched } from "./finder.ts";
import { createNearPlaces } from "./nearPlaces.ts";

interface NearScene {
  readonly case: string;
  readonly series: string;
  readonly metres: number;
}

/** Place → the nearest scene of a series within the distance. */
function listNearScenes(db: ReadableDb, metres: number): ReadonlyMap<number, NearScene> {
  const run = readLastGroupRun(db);
  const near = new Map<number, NearScene>();
  const spots = new Map(listPlaceCoordinates(db).map((spot) => [spot.place, spot]));
  const nearPlaces = createNearPlaces(db, metres);
  for (const { case: number, series } of run ? listAllMembers(db, run.id) : []) {
    const id = readEntity(db, "case", number)?.id;
    const scene = id === undefined ? undefined : listPlacedCases(db, [id])[0];
    const spot = scene && spots.get(scene.place);
    for (const found of spot ? nearPlaces(spot, metres) : []) {
      const known = near.get(found.place);
      if (!known || found.metres < known.metres) near.set(found.place, { case: number, series, metres: found.metres });
    }
  }
  return near;
}

const isEntity = (watch: Watched): watch is Watched<Extract<Watched["subject"], { kind: "entity" }>> => watch.subject.kind === "entity";

export function* nearSceneHits({ db, sources, watched }: Import, metres: number): Generator<RuleHit> {
  const entities = [...gatherEntities(db, watched.filter(isEntity)).keys()];
  if (entities.length === 0) return;
  const scenes = listNearScenes(db, metres);
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
