// Who travels with whom, and days against the own habit, in a child.
import { defaultUtcOffset, isoTime } from "../../../shared/model/time.ts";
import type { FollowerLine, Listed, UnusualLine } from "../../../shared/trace/companionCalls.ts";
import { findFollowers } from "../../../shared/trace/meet/follow.ts";
import { findUnusualDays } from "../../../shared/trace/meet/habits.ts";
import { collectSightings } from "../../../shared/trace/meet/sightings.ts";
import type { Task } from "../jobs/task.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { openWorkspaceFile } from "../store/sqlite/open.ts";
import { countSightings, iterateSightings, listPlaceCoordinates } from "../store/sqlite/tables/sightings.ts";
import { readEntityRef } from "./listSightings.ts";
import { findNearPlaces, rememberRecords } from "./sightingRecords.ts";

interface Workspace {
  readonly path: string;
  readonly key: string | null;
}

export interface FollowTaskInput extends Workspace {
  readonly withinMinutes: number;
  readonly distanceMetres: number;
  readonly places: number;
  readonly gapHours: number;
  readonly of: string | null;
  readonly kind: string | null;
  readonly top: number | null;
}

export interface UnusualTaskInput extends Workspace {
  readonly sightings: number;
  readonly days: number;
  readonly minBits: number;
  readonly of: string | null;
  readonly top: number | null;
}

const minute = 60_000;
const hour = 60 * minute;
const rounded = (bits: number): number => Number(bits.toFixed(2));

function withWorkspace<Answer>({ path, key }: Workspace, work: (db: ReadableDb) => Answer): Answer {
  const db = openWorkspaceFile(path, { readOnly: true, key });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

const readColumns = (db: ReadableDb) => collectSightings(iterateSightings(db), countSightings(db));

const firstOf = <Line>(found: readonly Line[], top: number | null): readonly Line[] => (top === null ? found : found.slice(0, top));

export const followTask: Task<FollowTaskInput, Listed<FollowerLine>> = async (asked) =>
  withWorkspace(asked, (db) => {
    const { nameOf, kindOf } = rememberRecords(db);
    const of = asked.of === null ? null : readEntityRef(db, asked.of).id;
    const isAsked = (a: number, b: number): boolean =>
      (of === null || a === of || b === of) && (asked.kind === null || kindOf(a) === asked.kind || kindOf(b) === asked.kind);
    const found = findFollowers(readColumns(db), {
      within: asked.withinMinutes * minute,
      near: findNearPlaces(listPlaceCoordinates(db), asked.distanceMetres),
      places: asked.places,
      gap: asked.gapHours * hour,
      isAsked,
    });
    const lines = firstOf(found, asked.top).map(
      ({ a, b, bits, places, behind, lag, journeys }): FollowerLine => ({
        a: nameOf(a).entity,
        b: nameOf(b).entity,
        labelA: nameOf(a).label,
        labelB: nameOf(b).label,
        bits: rounded(bits),
        placeCount: places,
        behind: rounded(behind),
        lagSeconds: Math.round(lag / 1000),
        journeys: journeys.map((journey) => ({
          bits: rounded(journey.bits),
          places: journey.stops.map(({ place, at, after }) => ({
            place: nameOf(place).entity,
            label: nameOf(place).label,
            from: isoTime(at),
            until: isoTime(at + after),
          })),
        })),
      }),
    );
    return { lines, all: found.length };
  });

export const unusualTask: Task<UnusualTaskInput, Listed<UnusualLine>> = async (asked) =>
  withWorkspace(asked, (db) => {
    const { nameOf } = rememberRecords(db);
    const of = asked.of === null ? null : readEntityRef(db, asked.of).id;
    const options = { sightings: asked.sightings, days: asked.days, bits: asked.minBits, utcOffset: defaultUtcOffset };
    const found = findUnusualDays(readColumns(db), options).filter(({ subject }) => of === null || subject === of);
    const placeOf = (id: number) => ({ place: nameOf(id).entity, label: nameOf(id).label });
    const lines = firstOf(found, asked.top).map(
      ({ subject, place, at, bits, hourBits, placeBits, places, ...line }): UnusualLine => ({
        ...nameOf(subject),
        bits: rounded(bits),
        hourBits: rounded(hourBits),
        placeBits: rounded(placeBits),
        at: isoTime(at),
        seenAt: placeOf(place),
        onDay: line.onDay,
        sightings: line.sightings,
        days: line.days,
        hours: line.hours,
        hoursOf: line.hoursOf,
        usual: places.map((usual) => ({ ...placeOf(usual.place), count: usual.count })),
      }),
    );
    return { lines, all: found.length };
  });
