// Handlers of the calls of standard addresses.
import type { addressCalls, StandardName } from "../../../../shared/resolve/addressCalls.ts";
import type { Handlers } from "../../handler.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { findEntities } from "../../store/sqlite/tables/search.ts";
import { listStandard } from "../../store/sqlite/tables/standardAddress.ts";
import { hideNames } from "./hideLevels.ts";
import { findNearest } from "./nearest.ts";
import { listPeople, readAddress } from "./readAddress.ts";
import { listMatches, readMatch, toName } from "./readMatches.ts";
import { reportSince, runMatch } from "./runMatch.ts";

/** The shorter an address, the coarser: whole estates come before their rooms. */
function searchAddresses(db: ReadableDb, words: string, limit: number): StandardName[] {
  const places = findEntities(db, words).filter(({ kind }) => kind === "place");
  const standard = listStandard(
    db,
    places.map(({ id }) => id),
  );
  return standard
    .sort((a, b) => a.label.length - b.label.length || (a.label < b.label ? -1 : 1))
    .slice(0, limit)
    .map(toName);
}

export const addressHandlers: Handlers<typeof addressCalls> = {
  "resolve.matchAddresses": (_params, context) => runMatch(context),
  "resolve.readAddressReport": async ({ since, wait }, context) => {
    if (wait) await context.addresses.settle();
    return reportSince(context, since);
  },
  "resolve.listAddressMatches": (asked, context) => hideNames(context.show, listMatches(context, asked)),
  "resolve.readAddressMatch": ({ place }, context) => hideNames(context.show, readMatch(context, place)),
  "resolve.searchAddresses": ({ words, limit }, { db, show }) => hideNames(show, searchAddresses(db, words, limit)),
  "resolve.readAddress": ({ place }, context) => hideNames(context.show, readAddress(context, place)),
  "resolve.listPeopleOfAddress": ({ place, day, widen }, { db, show }) => hideNames(show, listPeople(db, place, day, widen)),
  "resolve.findNearestAddresses": (asked, context) => hideNames(context.show, findNearest(context, asked)),
};
