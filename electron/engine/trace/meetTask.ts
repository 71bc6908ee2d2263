// Who was where at the same time, in a child.

import { isoTime } from "../../../shared/model/time.ts";
import type { Listed } from "../../../shared/trace/companionCalls.ts";
import { collectSightings } from "../../../shared/trace/meet/sightings.ts";
import { findMeetings } from "../../../shared/trace/meet.ts";
import type { MeetingLine } from "../../../shared/trace/movementCalls.ts";
import type { Task } from "../jobs/task.ts";
import { openWorkspaceFile } from "../store/sqlite/open.ts";
import { countSightings, iterateSightings, listPlaceCoordinates } from "../store/sqlite/tables/sightings.ts";
import { findNearPlaces, rememberRecords } from "./sightingRecords.ts";

export interface MeetTaskInput {
  readonly path: string;
  readonly key: string | null;
  readonly withinMilliseconds: number;
  readonly distanceMetres: number;
  readonly min: number;
  /** Lines that are answered; null: all. */
  readonly top: number | null;
}

export const meetTask: Task<MeetTaskInput, Listed<MeetingLine>> = async ({ path, key, withinMilliseconds, distanceMetres, min, top }) => {
  const db = openWorkspaceFile(path, { readOnly: true, key });
  try {
    const near = findNearPlaces(listPlaceCoordinates(db), distanceMetres);
    const sightings = collectSightings(iterateSightings(db), countSightings(db));
    const { nameOf } = rememberRecords(db);
    const found = findMeetings(sightings, { within: withinMilliseconds, min, near });
    const lines = (top === null ? found : found.slice(0, top)).map(({ a, b, bits, episodes }) => ({
      a: nameOf(a).entity,
      b: nameOf(b).entity,
      labelA: nameOf(a).label,
      labelB: nameOf(b).label,
      times: episodes.length,
      bits: Number(bits.toFixed(2)),
      places: episodes.map(({ place, from, until }) => ({
        place: nameOf(place).entity,
        label: nameOf(place).label,
        from: isoTime(from),
        until: isoTime(Math.max(from, until)),
      })),
    }));
    return { lines, all: found.length };
  } finally {
    db.close();
  }
};
