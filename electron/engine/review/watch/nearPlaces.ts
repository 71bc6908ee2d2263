// Places within a distance of a point, through a grid of cells as wide as the widest distance asked for.
import { metresADegree, metresBetween } from "../../../../shared/model/metres.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { listPlaceCoordinates } from "../../store/sqlite/tables/sightings.ts";

export interface Spot {
  readonly longitude: number;
  readonly latitude: number;
}

export interface NearPlace {
  readonly place: number;
  readonly metres: number;
}

/** `widest` in metres. Reads all places once. */
export function createNearPlaces(db: ReadableDb, widest: number): (spot: Spot, metres: number) => readonly NearPlace[] {
  const cells = new Map<string, (Spot & { place: number })[]>();
  const places = listPlaceCoordinates(db);
  const north = Math.max(0, ...places.map(({ latitude }) => Math.abs(latitude)));
  const [high, wide] = [widest / metresADegree, widest / (metresADegree * Math.max(0.01, Math.cos((north * Math.PI) / 180)))];
  const cellOf = ({ longitude, latitude }: Spot) => [Math.floor(longitude / wide), Math.floor(latitude / high)] as const;
  for (const place of places) {
    const key = cellOf(place).join();
    const cell = cells.get(key);
    if (cell) cell.push(place);
    else cells.set(key, [place]);
  }
  return (spot, metres) => {
    const [x, y] = cellOf(spot);
    return [-1, 0, 1].flatMap((dx) =>
      [-1, 0, 1].flatMap((dy) =>
        (cells.get(`${x + dx},${y + dy}`) ?? [])
          .map((place) => ({ place: place.place, metres: metresBetween(spot, place) }))
          .filter((near) => near.metres <= metres),
      ),
    );
  };
}
