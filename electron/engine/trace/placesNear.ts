// Places that lie within a distance of one that has coordinates, itself included.
import { metresBetween } from "../../../shared/model/metres.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { listPlaceCoordinates } from "../store/sqlite/tables/sightings.ts";

/** Rows of places; a place without coordinates is near itself only. */
export function placesNear(db: ReadableDb, place: number, metres: number): readonly number[] {
  if (metres === 0) return [place];
  const coordinates = listPlaceCoordinates(db);
  const here = coordinates.find((one) => one.place === place);
  if (!here) return [place];
  return coordinates.filter((other) => metresBetween(here, other) <= metres).map((other) => other.place);
}
