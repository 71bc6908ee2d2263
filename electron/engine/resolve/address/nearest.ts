// The standard addresses nearest to a point. The grid of all points is built once for each version of the data.
import { convertDatum } from "../../../../shared/import/address/convertDatum.ts";
import type { Datum } from "../../../../shared/import/rows/datum.ts";
import { type GridPoint, type NearPoint, PointGrid } from "../../../../shared/resolve/address/pointGrid.ts";
import { farthestMetres, type NearAddress, type NearestAnswer } from "../../../../shared/resolve/addressCalls.ts";
import type { ReadContext } from "../../handler.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { readDataVersion } from "../../store/sqlite/tables/meta.ts";
import { listStandard, listStandardPoints, type PointRow } from "../../store/sqlite/tables/standardAddress.ts";
import { hideDegrees, hideMetres } from "./hideLevels.ts";
import { toName } from "./readMatches.ts";

interface Warm {
  readonly version: number;
  readonly grid: PointGrid;
  readonly points: ReadonlyMap<number, PointRow>;
}

const warm = new WeakMap<ReadableDb, Warm>();

/** What names no datum is taken as WGS-84, as on the map. */
const datumOf = ({ datum }: PointRow): Datum => (datum === "" ? "WGS-84" : (datum as Datum));

function readGrid(db: ReadableDb): Warm {
  const version = readDataVersion(db);
  const known = warm.get(db);
  if (known?.version === version) return known;
  const rows = listStandardPoints(db);
  const grid = new PointGrid(rows.map((row): GridPoint => ({ id: row.id, ...convertDatum(row, datumOf(row), "WGS-84") })));
  const fresh = { version, grid, points: new Map(rows.map((row) => [row.id, row])) };
  warm.set(db, fresh);
  return fresh;
}

export interface NearestQuestion {
  readonly longitude: number;
  readonly latitude: number;
  readonly datum: Datum;
  readonly metres: number;
  readonly top: number;
}

/** Nearest first, with name and distance. */
function describe({ db, show }: Pick<ReadContext, "db" | "show">, found: readonly NearPoint[], points: Warm["points"]): NearAddress[] {
  const names = new Map(
    listStandard(
      db,
      found.map(({ id }) => id),
    ).map((record) => [record.id, toName(record)]),
  );
  return found.flatMap(({ id, metres }) => {
    const [name, own] = [names.get(id), points.get(id)!];
    const place = { longitude: hideDegrees(show, own.longitude), latitude: hideDegrees(show, own.latitude), datum: own.datum || null };
    return name ? [{ ...name, metres: hideMetres(show, Number(metres.toFixed(1))), ...place }] : [];
  });
}

export function findNearest(context: Pick<ReadContext, "db" | "show">, { datum, metres, top, ...point }: NearestQuestion): NearestAnswer {
  const { grid, points } = readGrid(context.db);
  const from = convertDatum(point, datum, "WGS-84");
  const items = describe(context, grid.findNearest(from, metres, top), points);
  const beyond = items.length === 0 ? describe(context, grid.findNearest(from, farthestMetres, 1), points)[0] : undefined;
  return { items, beyond: beyond ?? null, points: points.size };
}
