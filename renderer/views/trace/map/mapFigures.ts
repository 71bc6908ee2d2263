// What the map draws, from points: circles by place, tracks by entity, squares by count. Pure.
import type { MapPoint } from "../../../../shared/trace/mapCalls.ts";

export interface Spot {
  readonly longitude: number;
  readonly latitude: number;
  readonly points: readonly MapPoint[];
}

/** Points of one place together, in the order in which they come. */
export function gatherSpots(points: readonly MapPoint[]): Spot[] {
  const spots = new Map<string, MapPoint[]>();
  for (const point of points) {
    const name = `${point.longitude} ${point.latitude}`;
    const here = spots.get(name);
    if (here) here.push(point);
    else spots.set(name, [point]);
  }
  return [...spots.values()].map((here) => ({ longitude: here[0]!.longitude, latitude: here[0]!.latitude, points: here }));
}

export interface Track {
  readonly entity: string;
  /** [longitude, latitude], in time order; the same place twice in a row once. */
  readonly steps: readonly (readonly [number, number])[];
}

/** Ways of persons, devices and numbers: cases stay where they are. */
export function findTracks(points: readonly MapPoint[]): Track[] {
  const steps = new Map<string, [number, number][]>();
  for (const { entity, event, longitude, latitude } of points) {
    if (event === "case") continue;
    const track = steps.get(entity) ?? [];
    steps.set(entity, track);
    const last = track.at(-1);
    if (last === undefined || last[0] !== longitude || last[1] !== latitude) track.push([longitude, latitude]);
  }
  return [...steps].filter(([, track]) => track.length > 1).map(([entity, track]) => ({ entity, steps: track }));
}

export interface HeatSquare {
  readonly west: number;
  readonly south: number;
  readonly side: number;
  readonly count: number;
}

/** Squares of `side` degrees with what lies in them, fullest last, so that it is drawn on top. */
export function countSquares(points: readonly MapPoint[], side: number): HeatSquare[] {
  const squares = new Map<string, { west: number; south: number; count: number }>();
  for (const { longitude, latitude } of points) {
    const [column, row] = [Math.floor(longitude / side), Math.floor(latitude / side)];
    const name = `${column} ${row}`;
    const square = squares.get(name) ?? { west: column * side, south: row * side, count: 0 };
    square.count += 1;
    squares.set(name, square);
  }
  return [...squares.values()].map((square) => ({ ...square, side })).sort((a, b) => a.count - b.count);
}

/** A side that lays some two dozen squares across what is shown: 1, 2 or 5 times a power of ten, degrees. */
export function chooseSide(points: readonly MapPoint[]): number {
  const longitudes = points.map(({ longitude }) => longitude);
  const latitudes = points.map(({ latitude }) => latitude);
  const spread = Math.max(span(longitudes), span(latitudes), 0.01) / 24;
  const power = 10 ** Math.floor(Math.log10(spread));
  return power * ([1, 2, 5, 10].find((step) => step * power >= spread) ?? 10);
}

const span = (values: readonly number[]): number => {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return values.length === 0 ? 0 : most - least;
};

/** Milliseconds of the first and the last point that tells a time; null: none does. */
export function findPeriod(points: readonly MapPoint[]): { readonly from: number; readonly until: number } | null {
  const times = points.flatMap(({ from }) => (from === null ? [] : [Date.parse(from)])).filter((at) => !Number.isNaN(at));
  if (times.length === 0) return null;
  return { from: times.reduce((a, b) => Math.min(a, b)), until: times.reduce((a, b) => Math.max(a, b)) };
}

/** What had happened by `moment`; what tells no time is always there. null: everything. */
export const happenedBy = (points: readonly MapPoint[], moment: number | null): readonly MapPoint[] =>
  moment === null ? points : points.filter(({ from }) => from === null || Date.parse(from) <= moment);
