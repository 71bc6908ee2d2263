// Invented boundaries of the demo's districts: a city is a wobbly ring, its districts are sectors of it that share their borders.
import { hashText } from "../../../shared/random.ts";
import type { County } from "./county.ts";
import type { Point } from "./model.ts";
import { areaCode } from "./sheets/populationFile.ts";

const corners = 48;
const steps = 5;
const radius = 0.2;

/** 0.85 to 1.15, the same for the same name. */
const wobble = (name: string): number => 0.85 + (hashText(name) % 1000) / 3333;

/** Smoothed over its neighbours, so that the rim has no thorns. */
const rimAt = (city: string, corner: number): number =>
  [-2, -1, 0, 1, 2].reduce((sum, step) => sum + wobble(`${city} rim ${(corner + step + corners) % corners}`), 0) / 5;

type Position = [longitude: number, latitude: number];

const rounded = (value: number): number => Math.round(value * 1e5) / 1e5;

function at(centre: Point, turn: number, away: number): Position {
  const angle = turn * 2 * Math.PI;
  return [rounded(centre.longitude + away * 1.15 * Math.cos(angle)), rounded(centre.latitude + away * Math.sin(angle))];
}

/** From the middle to the rim, along the border between two districts. */
const spoke = (city: string, centre: Point, corner: number): Position[] =>
  Array.from({ length: steps }, (_, i) =>
    at(centre, (corner + (i === 0 ? 0 : 2 * (wobble(`${city} spoke ${corner} ${i}`) - 1))) / corners, (radius * i) / steps),
  );

export interface AreaFeature {
  readonly type: "Feature";
  readonly properties: { readonly name: string; readonly adcode: number };
  readonly geometry: { readonly type: "Polygon"; readonly coordinates: readonly (readonly Position[])[] };
}

export function districtFeatures({ geography: { city, districts, centre }, county }: County): readonly AreaFeature[] {
  const each = corners / districts.length;
  return districts.map((name, district) => {
    const [first, last] = [district * each, (district + 1) * each];
    const rim = Array.from({ length: each + 1 }, (_, i) => (first + i) % corners).map((corner) =>
      at(centre, corner / corners, radius * (1.6 * rimAt(city, corner) - 0.6)),
    );
    const start = spoke(city, centre, first % corners);
    const ring = [...start, ...rim, ...spoke(city, centre, last % corners).reverse()];
    return {
      type: "Feature",
      properties: { name, adcode: areaCode(county, districts, district) },
      geometry: { type: "Polygon", coordinates: [ring] },
    };
  });
}

/** Of all cities of the demo, one file. */
export const writeDistrictMap = (features: readonly AreaFeature[]): string => JSON.stringify({ type: "FeatureCollection", features });
