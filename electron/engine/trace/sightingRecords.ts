// What tasks about sightings need besides them: names of who and where, and which places lie near each other.
import { entityRef } from "../../../shared/model/entity.ts";
import { metresADegree, metresBetween } from "../../../shared/model/metres.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { readEntityById } from "../store/sqlite/tables/entity.ts";
import type { listPlaceCoordinates } from "../store/sqlite/tables/sightings.ts";

interface Named {
  readonly entity: string;
  readonly label: string;
}

/** Those that meet often stand in many lines. */
export function rememberRecords(db: ReadableDb) {
  const known = new Map<number, Named & { readonly kind: string }>();
  const read = (id: number) => {
    const found = known.get(id);
    if (found) return found;
    const { kind, key, label } = readEntityById(db, id) ?? { kind: "thing", key: "", label: "" };
    const record = { entity: entityRef(kind, key), label, kind };
    known.set(id, record);
    return record;
  };
  return {
    nameOf: (id: number): Named => ({ entity: read(id).entity, label: read(id).label }),
    kindOf: (id: number): string => read(id).kind,
  };
}

type Coordinates = ReturnType<typeof listPlaceCoordinates>;

/** Places within a distance of each other by a grid of cells; flat over so short a way. */
export function findNearPlaces(places: Coordinates, metres: number): ReadonlyMap<number, readonly number[]> {
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
