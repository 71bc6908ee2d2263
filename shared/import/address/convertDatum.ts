// Between the three systems that Chinese coordinates come in. GCJ-02 shifts WGS-84 by some hundred metres with a fixed function of the place
// (the published approximation, good to about a metre), BD-09 shifts GCJ-02 once more. The way back is found by iteration.
import type { Datum } from "../rows/datum.ts";

export interface Point {
  /** Degrees. */
  readonly longitude: number;
  readonly latitude: number;
}

const { PI, abs, atan2, cos, hypot, sin, sqrt } = Math;
/** Krasovsky 1940, as the published function takes it. */
const axis = 6_378_245;
const eccentricity = 0.006_693_421_622_965_943;

const waves = (x: number): number => ((20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * 2) / 3;

function shiftNorth(x: number, y: number): number {
  const base = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x));
  const own = ((20 * sin(y * PI) + 40 * sin((y / 3) * PI)) * 2) / 3 + ((160 * sin((y / 12) * PI) + 320 * sin((y * PI) / 30)) * 2) / 3;
  return base + waves(x) + own;
}

function shiftEast(x: number, y: number): number {
  const base = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x));
  const own = ((20 * sin(x * PI) + 40 * sin((x / 3) * PI)) * 2) / 3 + ((150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)) * 2) / 3;
  return base + waves(x) + own;
}

function toGcj({ longitude, latitude }: Point): Point {
  const [x, y] = [longitude - 105, latitude - 35];
  const radians = (latitude / 180) * PI;
  const magic = 1 - eccentricity * sin(radians) ** 2;
  const north = (shiftNorth(x, y) * 180) / (((axis * (1 - eccentricity)) / (magic * sqrt(magic))) * PI);
  const east = (shiftEast(x, y) * 180) / ((axis / sqrt(magic)) * cos(radians) * PI);
  return { longitude: longitude + east, latitude: latitude + north };
}

const turn = (PI * 3000) / 180;

function gcjToBaidu({ longitude: x, latitude: y }: Point): Point {
  const [far, angle] = [hypot(x, y) + 2e-5 * sin(y * turn), atan2(y, x) + 3e-6 * cos(x * turn)];
  return { longitude: far * cos(angle) + 0.0065, latitude: far * sin(angle) + 0.006 };
}

/** The point that `forward` brings to the given one. */
function invert(forward: (point: Point) => Point, wanted: Point): Point {
  let guess = wanted;
  for (let round = 0; round < 12; round++) {
    const { longitude, latitude } = forward(guess);
    guess = { longitude: guess.longitude + wanted.longitude - longitude, latitude: guess.latitude + wanted.latitude - latitude };
  }
  return guess;
}

const toWgs: Readonly<Record<Datum, (point: Point) => Point>> = {
  "WGS-84": (point) => point,
  "GCJ-02": (point) => invert(toGcj, point),
  "BD-09": (point) => invert((wgs) => gcjToBaidu(toGcj(wgs)), point),
};

const fromWgs: Readonly<Record<Datum, (point: Point) => Point>> = {
  "WGS-84": (point) => point,
  "GCJ-02": toGcj,
  "BD-09": (point) => gcjToBaidu(toGcj(point)),
};

export const convertDatum = (point: Point, from: Datum, to: Datum): Point => (from === to ? point : fromWgs[to](toWgs[from](point)));
