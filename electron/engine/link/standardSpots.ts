// Which standard address each scene was matched to, down to the unit.
import { type AddressLevel, type LevelText, readLevels, upTo, writeLevels } from "../../../shared/import/address/levels.ts";
import type { StandardSpot } from "../../../shared/link/caseData.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { iterateScenePaths } from "../store/sqlite/tables/addressMatch.ts";

const pathTo = (levels: LevelText, level: AddressLevel): string | null => (levels[level] ? writeLevels(upTo(levels, level)) : null);

function spotOf(path: string): StandardSpot | null {
  const levels = readLevels(path);
  const lot = pathTo(levels, "estate") ?? pathTo(levels, "number");
  return lot === null ? null : { lot, building: pathTo(levels, "building"), unit: pathTo(levels, "unit") };
}

/** By number of the place. */
export function readSpots(db: ReadableDb): ReadonlyMap<number, StandardSpot> {
  const spots = new Map<number, StandardSpot>();
  for (const { id, path } of iterateScenePaths(db)) {
    const spot = spotOf(path);
    if (spot !== null) spots.set(id, spot);
  }
  return spots;
}
