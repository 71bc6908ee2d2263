// Handlers of the calls of stays and cafés.
import { cafeType } from "../../../../shared/import/targets/stay.ts";
import { entityRef, parseEntityRef } from "../../../../shared/model/entity.ts";
import { isoTime } from "../../../../shared/model/time.ts";
import type { StayStart, StaysDocument, stayCalls } from "../../../../shared/trace/stayCalls.ts";
import type { Handlers } from "../../handler.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { readEntity, readEntityById } from "../../store/sqlite/tables/entity.ts";
import {
  countStays,
  listCafes,
  listGuests,
  listHosts,
  listIdentityRecords,
  listMarkedStays,
  listStayDays,
} from "../../store/sqlite/tables/stays.ts";
import { listWatchRows } from "../../store/sqlite/tables/watch.ts";
import { nightOf } from "./nightOf.ts";
import type { StaysTaskInput } from "./staysTask.ts";

const days = 14;
const mostMarked = 50;
/** Suspects and watched persons are told of this many of the last nights. */
const markedNights = 7;

/** Records of the persons that somebody watches. */
function listWatchedPersons(db: ReadableDb, now: number): readonly number[] {
  const watched = listWatchRows(db).flatMap(({ subject, expiresAt }) =>
    subject.kind === "entity" && (expiresAt === null || expiresAt > now) ? [parseEntityRef(subject.entity)] : [],
  );
  const records = watched.flatMap(({ kind, key }) => (kind === "person" ? (readEntity(db, kind, key)?.id ?? []) : []));
  return listIdentityRecords(db, records);
}

function listMarked(db: ReadableDb, nights: StayStart["days"], now: number): StayStart["marked"] {
  const [last, first] = [nights[0], nights.slice(0, markedNights).at(-1)];
  if (last === undefined || first === undefined) return [];
  const [from, until] = [nightOf(first.day)[0], nightOf(last.day)[1]];
  const watched = listWatchedPersons(db, now);
  const isWatched = new Set(watched.map((id) => readEntityById(db, id)).flatMap((one) => (one ? [entityRef(one.kind, one.key)] : [])));
  return listMarkedStays(db, from, until, watched, mostMarked).map(({ person, at, utcOffset, isSuspect, ...stay }) => ({
    ...stay,
    entity: person,
    since: isoTime(at, utcOffset),
    isSuspect: isSuspect === 1,
    isWatched: isWatched.has(person),
  }));
}

function listSubjects(db: ReadableDb, words: string, limit: number, now: number): StayStart {
  const nights = listStayDays(db, days);
  const hosts = listHosts(db, words, limit);
  const cafes = listCafes(
    db,
    hosts.map(({ id }) => id),
    cafeType,
  );
  return {
    people: listGuests(db, words, limit).map(({ kind, key, label, stays, lastAt }) => ({
      entity: entityRef(kind, key),
      label,
      stays,
      lastAt: isoTime(lastAt),
    })),
    places: hosts.map(({ id, key, label, stays, lastAt }) => ({
      place: entityRef("place", key),
      label,
      isCafe: cafes.has(id),
      stays,
      lastAt: isoTime(lastAt),
    })),
    marked: listMarked(db, nights, now),
    days: nights,
    stays: countStays(db),
  };
}

export const stayHandlers: Handlers<typeof stayCalls> = {
  "trace.listStaySubjects": ({ words, limit }, { db, clock }) => listSubjects(db, words, limit, clock()),
  "trace.readStays": (asked, { jobs, workspace: { path, key }, signal, report }) =>
    jobs.run<StaysDocument>("readStays", { path, key, ...asked } satisfies StaysTaskInput, { signal, report }),
};
