// What the views beside the canvas need of the workspace: times of events, coordinates of cases and places.
import type { ChartTimes, EventTimes } from "../../../shared/chart/viewCalls.ts";
import type { MapPoint } from "../../../shared/trace/mapCalls.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { findIds } from "../store/sqlite/tables/chartNode.ts";
import { listTimesAmong, type TimeRow } from "../store/sqlite/tables/chartTimes.ts";
import { listCoordinatesOf, listLabelledPlaces } from "../store/sqlite/tables/mapFacts.ts";
import { placeOnMap } from "../trace/placeOnMap.ts";

const minute = 60_000;

export function listTimes(db: ReadableDb, refs: readonly string[], limit: number): ChartTimes {
  const places = new Map(refs.map((ref, i) => [ref, i]));
  const placeOf = new Map(findIds(db, refs).map(({ id, kind, key }) => [id, places.get(`${kind}:${key}`)!]));
  const rows = listTimesAmong(db, [...placeOf.keys()], limit);
  const shown = rows.slice(0, limit);
  const left = rows.length > limit ? listTimesAmong(db, [...placeOf.keys()], Number.MAX_SAFE_INTEGER - 1).length - limit : 0;
  const events = [...Map.groupBy(shown, ({ kind, from, to }) => `${kind}|${from}|${to}`).values()].map((group) => timesOf(group, placeOf));
  return { events, listed: shown.length, left };
}

function timesOf(group: readonly TimeRow[], placeOf: ReadonlyMap<number, number>): EventTimes {
  const { kind, from, to } = group[0]!;
  const minutes = (isDay: number) => group.filter((row) => row.isDay === isDay).map(({ at }) => Math.floor(at / minute));
  return { kind, source: placeOf.get(from)!, target: placeOf.get(to)!, minutes: minutes(0), days: minutes(1) };
}

/** Cases come with their places; a place of the list stands for itself. */
export function placeElements(
  db: ReadableDb,
  refs: readonly string[],
): { readonly points: readonly MapPoint[]; readonly unplaced: number } {
  const known = findIds(db, refs);
  const cases = known.filter(({ kind }) => kind === "case").map(({ kind, key }) => `${kind}:${key}`);
  const placed = cases.length === 0 ? { points: [], unplaced: 0 } : placeOnMap(db, { about: cases, since: null, until: null });
  const places = known.filter(({ kind }) => kind === "place");
  const labels = listLabelledPlaces(
    db,
    places.map(({ id }) => id),
  );
  const at = new Map(listCoordinatesOf(db, [...labels.keys()]).map((one) => [one.place, one]));
  const own = places.flatMap(({ id, key }): MapPoint[] => {
    const spot = at.get(id);
    if (spot === undefined) return [];
    const place = `place:${key}`;
    const label = labels.get(id)!;
    const when = { from: null, until: null };
    return [
      { entity: place, label, event: "place", place, placeLabel: label, longitude: spot.longitude, latitude: spot.latitude, ...when },
    ];
  });
  return { points: [...placed.points, ...own], unplaced: placed.unplaced + places.length - own.length };
}
