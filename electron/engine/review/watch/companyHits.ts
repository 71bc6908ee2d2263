// Who shared a room with a watched person or sat beside one, told when either of the two is imported.
import { cafeType } from "../../../../shared/import/targets/stay.ts";
import type { HitCode } from "../../../../shared/model/alert.ts";
import { factText, type Hit } from "../../../../shared/review/watch/hit.ts";
import { areNeighbours } from "../../../../shared/trace/stays/seats.ts";
import { type FreshCompany, iterateFreshCompany } from "../../store/sqlite/tables/freshFacts.ts";
import type { WatchedEntities } from "./eventHits.ts";
import type { Import } from "./finder.ts";

function codeOf({ isCafe, ownRoom, otherRoom }: FreshCompany): HitCode | null {
  if (isCafe === 1) return areNeighbours(ownRoom, otherRoom) ? "next-seat" : null;
  return ownRoom === otherRoom ? "shared-room" : null;
}

export function* companyHits({ db, sources }: Import, watched: WatchedEntities): Generator<Hit> {
  for (const company of iterateFreshCompany(db, [...watched.keys()], sources, cafeType)) {
    const code = codeOf(company);
    if (code === null) continue;
    const { own, ownRef, otherRef, placeRef, at, utcOffset, sourceId, row } = company;
    const hit = { code, fact: factText(code, ownRef, otherRef, placeRef, at), at, utcOffset, sourceId, row };
    for (const watch of watched.get(own) ?? []) yield { watch, ...hit, detail: { entity: ownRef, other: otherRef, place: placeRef } };
  }
}
