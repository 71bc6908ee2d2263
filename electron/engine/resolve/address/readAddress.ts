// One standard address with what lies above and below it, and who and what stands there.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { type AddressLevel, addressLevels, aliasAttribute, codeAttribute, readLevels } from "../../../../shared/import/address/levels.ts";
import { entityRef } from "../../../../shared/model/entity.ts";
import { isoTime, parseIsoTime } from "../../../../shared/model/time.ts";
import type { AddressDocument, AddressState, PlacePeople, PlacePerson, PlaceStay } from "../../../../shared/resolve/addressCalls.ts";
import type { ReadContext } from "../../handler.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { readMatchRow, readStandardOf } from "../../store/sqlite/tables/addressMatch.ts";
import { listSeenAt } from "../../store/sqlite/tables/entitySets.ts";
import {
  listPlaceLinks,
  listPlaceStays,
  listRefsAtPlaces,
  type PlaceLinkRow,
  type PlaceStayRow,
  readFirstSource,
  readToldSpan,
} from "../../store/sqlite/tables/placePeople.ts";
import {
  listAbove,
  listAttributeValues,
  listBelow,
  listParts,
  listSpots,
  listStandard,
  listStandardPoints,
  readStandard,
  type StandardRecord,
} from "../../store/sqlite/tables/standardAddress.ts";
import { hideCode, hideDegrees, hideLevels } from "./hideLevels.ts";
import { placeRef, readPlaceId, toName } from "./readMatches.ts";

const mostListed = 200;

/** The standard address of a place, itself or what it was matched to. */
export function requireStandard(db: ReadableDb, place: string): StandardRecord {
  const id = readStandardOf(db, readPlaceId(db, place));
  const standard = id === null ? null : readStandard(db, id);
  if (standard === null) throw new CaseweaveError("address-not-matched", { place });
  return standard;
}

export function readAddress({ db, show }: Pick<ReadContext, "db" | "show">, place: string): AddressDocument {
  const hide = hideLevels(show);
  const standard = requireStandard(db, place);
  const levels = readLevels(standard.path);
  const below = listBelow(db, standard.id);
  const written = listSpots(db, below).filter(({ id, standard: own }) => id !== own);
  const point = listStandardPoints(db, standard.id)[0];
  const first = readFirstSource(db, standard.id);
  return {
    ...toName(standard),
    levels: addressLevels.flatMap((level) => (levels[level] ? [{ level, text: hide(level, levels[level]) }] : [])),
    codes: listAttributeValues(db, standard.id, codeAttribute).map((code) => hideCode(show, code)),
    aliases: listAttributeValues(db, standard.id, aliasAttribute),
    point: point
      ? { longitude: hideDegrees(show, point.longitude), latitude: hideDegrees(show, point.latitude), datum: point.datum || null }
      : null,
    above: listAbove(db, standard.id).map(toName),
    parts: listParts(db, standard.id, mostListed).map(toName),
    allBelow: below.length - 1,
    written: written.slice(0, mostListed).flatMap(({ id, standard: own }) => {
      const row = readMatchRow(db, id);
      const taken = readStandard(db, own);
      return row && taken
        ? [
            {
              place: placeRef(row.key),
              label: row.label,
              state: row.state as AddressState,
              standard: placeRef(taken.key),
              probability: row.probability,
            },
          ]
        : [];
    }),
    allWritten: written.length,
    sources: first ? [first] : [],
  };
}

const dayMilliseconds = 86_400_000;

/** Days are those of Beijing where the sources say nothing else. */
function periodOf(day: string | null): { readonly from: number | null; readonly until: number | null } {
  const begin = day === null ? null : parseIsoTime(day)!.at;
  return { from: begin, until: begin === null ? null : begin + dayMilliseconds - 1 };
}

/** The nearest place above that stands on the level, itself where it does or where there is none. */
function widen(db: ReadableDb, standard: StandardRecord, level: AddressLevel | null): StandardRecord {
  if (level === null || toName(standard).level === level) return standard;
  return listAbove(db, standard.id).find((above) => toName(above).level === level) ?? standard;
}

/** The places of an address: itself, everything below, and what was written for any of them. Place → standard address. */
export function spotsOf(db: ReadableDb, standard: StandardRecord): ReadonlyMap<number, number> {
  return new Map(listSpots(db, listBelow(db, standard.id)).map(({ id, standard: own }) => [id, own]));
}

const citation = ({ sourceId, row, source, sheet }: Pick<PlaceLinkRow, "sourceId" | "row" | "source" | "sheet">) => ({
  sourceId,
  row,
  source,
  sheet,
});
const timeOf = (at: number | null, utcOffset: number) => (at === null ? null : isoTime(at, utcOffset));

export function listPeople(db: ReadableDb, place: string, day: string | null, level: AddressLevel | null): PlacePeople {
  const standard = widen(db, requireStandard(db, place), level);
  const spots = spotsOf(db, standard);
  const { from, until } = periodOf(day);
  const names = new Map(listStandard(db, [...new Set(spots.values())]).map((record) => [record.id, toName(record)]));
  const toPerson = (row: PlaceLinkRow): PlacePerson => ({
    entity: entityRef(row.kind, row.key),
    kind: row.kind,
    label: row.label,
    link: row.link,
    role: row.role,
    since: timeOf(row.at, row.utcOffset),
    until: timeOf(row.until, row.utcOffset),
    standard: names.get(spots.get(row.placeId)!)!,
    written: { place: placeRef(row.placeKey), label: row.placeLabel },
    sources: [citation(row)],
  });
  const toStay = (row: PlaceStayRow): PlaceStay => ({
    entity: entityRef(row.kind, row.key),
    label: row.label,
    room: row.room,
    since: timeOf(row.at, row.utcOffset),
    until: timeOf(row.until, row.utcOffset),
    written: { place: placeRef(row.placeKey), label: row.placeLabel },
    sources: [citation(row)],
  });
  const links = listPlaceLinks(db, [...spots.keys()], from, until);
  const of = (...kinds: readonly string[]) => links.filter(({ kind }) => kinds.includes(kind)).map(toPerson);
  const stays = listPlaceStays(db, [...spots.keys()], from, until, mostStays).map(toStay);
  const span = readToldSpan(db, [...spots.keys()]);
  const told = span.since === null || span.until === null ? null : { since: isoTime(span.since, 480), until: isoTime(span.until, 480) };
  return { ...toName(standard), day, people: of("person"), organisations: of("organisation"), cases: of("case"), stays, told };
}

const mostStays = 500;

/** Persons and organisations of an address, and who was seen there; times in milliseconds since 1970, null: whenever. */
export function listOfAddress(
  db: ReadableDb,
  place: string,
  level: AddressLevel | null,
  window: readonly [from: number, until: number] | null,
): readonly string[] {
  const places = [...spotsOf(db, widen(db, requireStandard(db, place), level)).keys()];
  const [from, until] = window ?? [null, null];
  const seen = listSeenAt(db, places, from ?? Number.MIN_SAFE_INTEGER, until ?? Number.MAX_SAFE_INTEGER);
  return [...new Set([...listRefsAtPlaces(db, places, from, until), ...seen])];
}
