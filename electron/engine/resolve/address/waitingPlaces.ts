// Which written addresses are to be matched: all, or those that are new, are asked with something else, or met another table than this one.
import type { ReadableDb } from "../../store/sqlite/database.ts";
import {
  type AskedRow,
  askedWith,
  iterateAsked,
  iterateWrittenPlaces,
  readAddressRun,
  type WrittenPlace,
} from "../../store/sqlite/tables/addressMatch.ts";
import { readTableMark } from "../../store/sqlite/tables/standardAddress.ts";

export type Which = "all" | "waiting";

/**
 * Yields the places to match; returns the numbers of those that are no written address any more. A table that came, went or changed may
 * change any match – it tells how common a name is –, so all are matched again, those that somebody waits for first.
 */
export function* selectPlaces(db: ReadableDb, which: Which): Generator<WrittenPlace, readonly number[]> {
  const known = new Map<number, AskedRow>();
  for (const row of iterateAsked(db)) known.set(row.id, row);
  const isAnew = which === "all" || readTableMark(db) !== readAddressRun(db)?.mark;
  const late = new Set<number>();
  for (const place of iterateWrittenPlaces(db)) {
    const row = known.get(place.id);
    known.delete(place.id);
    if (row?.asked === askedWith(place) && !isAnew) continue;
    if (row?.isSure === 1) late.add(place.id);
    else yield place;
  }
  for (const place of late.size === 0 ? [] : iterateWrittenPlaces(db)) if (late.has(place.id)) yield place;
  return [...known.keys()];
}
