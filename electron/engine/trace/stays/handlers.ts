// Handlers of the calls of stays and cafés.
import { cafeType } from "../../../../shared/import/targets/stay.ts";
import { entityRef } from "../../../../shared/model/entity.ts";
import { isoTime } from "../../../../shared/model/time.ts";
import type { StayStart, StaysDocument, stayCalls } from "../../../../shared/trace/stayCalls.ts";
import type { Handlers } from "../../handler.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { countStays, listCafes, listGuests, listHosts, listStayDays } from "../../store/sqlite/tables/stays.ts";
import type { StaysTaskInput } from "./staysTask.ts";

const days = 14;

function listSubjects(db: ReadableDb, words: string, limit: number): StayStart {
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
    days: listStayDays(db, days),
    stays: countStays(db),
  };
}

export const stayHandlers: Handlers<typeof stayCalls> = {
  "trace.listStaySubjects": ({ words, limit }, { db }) => listSubjects(db, words, limit),
  "trace.readStays": (asked, { jobs, workspace: { path, key }, signal, report }) =>
    jobs.run<StaysDocument>("readStays", { path, key, ...asked } satisfies StaysTaskInput, { signal, report }),
};
