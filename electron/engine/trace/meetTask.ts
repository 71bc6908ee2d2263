// Who was where at the same time, in a child.

import { entityRef } from "../../../shared/model/entity.ts";
import { metresADegree, metresBetween } from "../../../shared/model/metres.ts";
import { isoTime } from "../../../shared/model/time.ts";
import { collectSightings } from "../../../shared/trace/meet/sightings.ts";
import { findMeetings } from "../../../shared/trace/meet.ts";
import type { MeetingLine } from "../../../shared/trace/movementCalls.ts";
import type { Task } from "../jobs/task.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { openWorkspaceFile } from "../store/sqlite/open.ts";
import { type EntityRecord, readEntityById } from "../store/sqlite/tables/entity.ts";
import { countSightings, iterateSightings, listPlaceCoordinates } from "../store/sqlite/tables/sightings.ts";

export interface MeetTaskInput {
  readonly path: string;
  readonly key: string | null;
  readonly withinMilliseconds: number;
  readonly distanceMetres: number;
  readonly min: number;
}

export const meetTask: Task<MeetTaskInput, MeetingLine[]> = async ({ path, key, withinMilliseconds, distanceMetres, min }) => {
  const db = openWorkspaceFile(path, { readOnly: true, key });
  try {
    const near = findNearPlaces(listPlaceCoordinates(db), distanceMetres);
    const sightings = collectSightings(iterateSightings(db), countSightings(db));
    const recordOf = rememberRecords(db);
    const refOf = ({ kind, key: own }: ReturnType<typeof recordOf>) => entityRef(kind, own);
    return findMeetings(sightings, { within: withinMilliseconds, min, near }).map(({ a, b, bits, episodes }) => {
      const [one, other] = [recordOf(a), recordOf(b)];
      return {
        a: refOf(one),
        b: refOf(other),
        labelA: one.label,
        labelB: other.label,
        times: episodes.length,
        bits: Number(bits.toFixed(2)),
        places: episodes.map(({ place, from, until }) => ({
          place: refOf(recordOf(place)),
          label: recordOf(place).label,
          from: isoTime(from),
          until: isoTime(Math.max(from, until)),
        })),
      };
    });
  } finally {
    db.close();
  }
};

/** Those that meet often stand in many lines. */
function rememberRecords(db: ReadableDb): (id: number) => Pick<EntityRecord, "kind" | "key" | "label"> {
  const known = new Map<number, Pick<EntityRecord, "kind" | "key" | "label">>();
  return (id) => {
    const record = known.get(id) ?? readEntityById(db, id) ?? { kind: "thing", key: "", label: "" };
    known.set(id, record);
    return record;
  };
}

type Coordinates = ReturnType<typeof listPlaceCoordinates>;

/** Places within a distance of each other by a grid of cells; flat over so short a way. */
function findNearPlaces(places: Coordinates, metres: number): ReadonlyMap<number, readonly number[]> {
  const cell = Math.max(1, metres) / metresADegree;
  const grid = new Map<string, Coordinates[number][]>();
  const cellOf = ({ longitude, latitude }: Coordinates[number]) => [Math.floor(longitude / cell), Math.floor(latitude / cell)] as const;
  for (const place of places) {
    const name = cellOf(place).join(" ");
    grid.set(name, [...(grid.get(name) ?? []), place]);
  }
  return new Map(
    places.map((place) => {
      const [x, y] = cellOf(place);
      const stretch = Math.ceil(1 / Math.max(0.1, Math.cos((place.latitude * Math.PI) / 180)));
      const around: number[] = [];
      for (let dx = -stretch; dx <= stretch; dx++)
        for (let dy = -1; dy <= 1; dy++)
          for (const other of grid.get(`${x + dx} ${y + dy}`) ?? []) if (metresBetween(place, other) <= metres) around.push(other.place);
      return [place.place, around] as const;
    }),
  );
}
