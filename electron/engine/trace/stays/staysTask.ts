// Who stayed with whom, in a child: the stays asked for, everybody who was there, their other stays, and what each place is used to.

import { CaseweaveError } from "../../../../shared/errors.ts";
import { cafeType } from "../../../../shared/import/targets/stay.ts";
import { entityRef, parseEntityRef } from "../../../../shared/model/entity.ts";
import { isoTime } from "../../../../shared/model/time.ts";
import type { CoNight, CoStayLine, StayLine, StaysDocument } from "../../../../shared/trace/stayCalls.ts";
import { type CoStay, findCoStays, type SharedNight } from "../../../../shared/trace/stays/coStays.ts";
import { measurePlace, type PlaceHabit, type Sojourn } from "../../../../shared/trace/stays/placeHabits.ts";
import type { Task } from "../../jobs/task.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { openWorkspaceFile } from "../../store/sqlite/open.ts";
import { type EntityRecord, readEntity, readEntityById } from "../../store/sqlite/tables/entity.ts";
import * as stays from "../../store/sqlite/tables/stays.ts";
import { citeEvent } from "../citeEvent.ts";
import { nightOf } from "./nightOf.ts";

export interface StaysTaskInput {
  readonly path: string;
  readonly key: string | null;
  readonly person: string | null;
  readonly place: string | null;
  readonly day: string | null;
  readonly top: number;
}

const mostListed = 500;
const hour = 3_600_000;
/** A stay whose end nobody told: until noon of the next day at a hotel is the custom; a sitting of three hours. */
const openHours = { hotel: 14, cafe: 3 } as const;

type Told = stays.StayRow & Sojourn;

interface Asked {
  readonly about: StaysDocument["about"];
  readonly subject: EntityRecord | null;
  readonly rows: readonly stays.StayRow[];
  /** Pairs must hold one of these; null: both of them stand in `rows`. */
  readonly people: ReadonlySet<number> | null;
}

const refuse = (field: string): never => {
  throw new CaseweaveError("bad-request", { problems: [{ field, problem: "form", expected: "person / place / day" }] });
};

function requireEntity(db: ReadableDb, kind: string, ref: string): EntityRecord {
  const parsed = ref.includes(":") ? parseEntityRef(ref) : { kind, key: ref };
  const found = readEntity(db, parsed.kind, parsed.key);
  if (!found || found.kind !== kind) throw new CaseweaveError("entity-unknown", { entity: ref.includes(":") ? ref : `${kind}:${ref}` });
  return found;
}

const allTime = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER] as const;

function readAsked(db: ReadableDb, { person, place, day }: StaysTaskInput): Asked {
  if ((person !== null && place !== null) || (person === null && place === null && day === null)) return refuse("person, place, day");
  const [from, until] = day === null ? allTime : nightOf(day);
  if (person !== null) {
    const subject = requireEntity(db, "person", person);
    const own = stays.listStaysOf(db, stays.listIdentityRecords(db, [subject.id]));
    const rows = own.filter((row) => row.at <= until && (row.until ?? row.at) >= from);
    return { about: "person", subject, rows, people: new Set(own.map((row) => row.person)) };
  }
  if (place !== null) {
    const subject = requireEntity(db, "place", place);
    return { about: "place", subject, rows: stays.listStaysAt(db, subject.id, from, until), people: null };
  }
  return { about: "night", subject: null, rows: stays.listStaysDuring(db, from, until), people: null };
}

const endOf = ({ at, until, place }: stays.StayRow, cafes: ReadonlySet<number>): number =>
  Math.max(at, until ?? at + openHours[cafes.has(place) ? "cafe" : "hotel"] * hour);

const toTold = (row: stays.StayRow, cafes: ReadonlySet<number>): Told => ({
  ...row,
  until: endOf(row, cafes),
  isEndTold: row.until !== null,
});

/** The stays asked for, and every stay of whoever was there then. */
function readCompany(db: ReadableDb, { rows, people }: Asked): readonly stays.StayRow[] {
  const own = [...new Set(rows.map(({ record }) => record))];
  const records = people === null ? own : stays.listCompanions(db, own);
  return stays.listStaysOf(db, stays.listIdentityRecords(db, records));
}

function measurePlaces(db: ReadableDb, places: readonly number[], cafes: ReadonlySet<number>): Map<number, PlaceHabit> {
  return new Map(
    places.map((place) => {
      const rows = stays.listStaysAt(db, place, ...allTime).map((row) => toTold(row, cafes));
      return [place, measurePlace(rows, cafes.has(place))];
    }),
  );
}

type Names = (id: number) => { readonly ref: string; readonly label: string };

function rememberNames(db: ReadableDb): Names {
  const known = new Map<number, { ref: string; label: string }>();
  return (id) => {
    const name = known.get(id);
    if (name) return name;
    const record = readEntityById(db, id);
    const fresh = record ? { ref: entityRef(record.kind, record.key), label: record.label } : { ref: "thing:", label: "" };
    known.set(id, fresh);
    return fresh;
  };
}

const cite = (db: ReadableDb, row: stays.StayRow) => citeEvent(db, "stay", row);
const rounded = (bits: number): number => Number(bits.toFixed(2));

function toNight(
  db: ReadableDb,
  { place, from, until, a, b, presenceBits, closeness, bits }: SharedNight,
  names: Names,
  cafes: ReadonlySet<number>,
): CoNight {
  const { ref, label } = names(place);
  return {
    place: ref,
    placeLabel: label,
    isCafe: cafes.has(place),
    since: isoTime(from, a.utcOffset),
    until: isoTime(until, a.utcOffset),
    roomA: a.room,
    roomB: b.room,
    presenceBits: rounded(presenceBits),
    closeness: closeness.map((one) => ({ ...one, chance: Number(one.chance.toPrecision(3)), bits: rounded(one.bits) })),
    bits: rounded(bits),
    sources: [...cite(db, a as Told), ...cite(db, b as Told)],
  };
}

function toPair(
  db: ReadableDb,
  { a, b, nights, bits }: CoStay,
  names: Names,
  cafes: ReadonlySet<number>,
  first: ReadonlySet<number>,
): CoStayLine {
  // The one who is asked about stands first.
  const isTurned = !first.has(a) && first.has(b);
  const [one, other] = isTurned ? [b, a] : [a, b];
  const turned = isTurned ? nights.map((night) => ({ ...night, a: night.b, b: night.a })) : nights;
  return {
    a: names(one).ref,
    b: names(other).ref,
    labelA: names(one).label,
    labelB: names(other).label,
    times: nights.length,
    bits: rounded(bits),
    nights: turned.map((night) => toNight(db, night, names, cafes)),
  };
}

function toLine(db: ReadableDb, row: stays.StayRow, names: Names, cafes: ReadonlySet<number>): StayLine {
  const [person, place] = [names(row.record), names(row.place)];
  return {
    entity: person.ref,
    label: person.label,
    place: place.ref,
    placeLabel: place.label,
    isCafe: cafes.has(row.place),
    room: row.room,
    since: isoTime(row.at, row.utcOffset),
    until: row.until === null ? null : isoTime(row.until, row.utcOffset),
    sources: cite(db, row),
  };
}

/** Pairs that the question is about: at the place asked for, in the night asked for; a night in one house alone says nothing between strangers. */
function choosePairs(pairs: readonly CoStay[], { about, rows }: Asked): readonly CoStay[] {
  const asked = new Set(rows.map(({ id }) => id));
  const isAsked = ({ a, b }: SharedNight) => asked.has((a as Told).id) || asked.has((b as Told).id);
  return pairs.filter(({ nights }) => {
    const own = nights.filter(isAsked);
    if (own.length === 0) return false;
    return about === "person" || nights.length > 1 || own.some(({ closeness }) => closeness.length > 0);
  });
}

function readDocument(db: ReadableDb, input: StaysTaskInput): StaysDocument {
  const asked = readAsked(db, input);
  const company = readCompany(db, asked);
  const places = [...new Set(company.map(({ place }) => place))];
  const cafes = stays.listCafes(db, places, cafeType);
  const told = company.map((row) => toTold(row, cafes));
  const shared = placesInCommon(told, asked.people);
  const habits = measurePlaces(db, shared, cafes);
  const isShared = new Set(shared);
  const pairs = findCoStays(
    told.filter(({ place }) => isShared.has(place)),
    habits,
    asked.people,
  );
  const [chosen, names] = [choosePairs(pairs, asked), rememberNames(db)];
  return {
    about: asked.about,
    subject: asked.subject && entityRef(asked.subject.kind, asked.subject.key),
    label: asked.subject?.label ?? "",
    day: input.day,
    stays: asked.rows
      .toReversed()
      .slice(0, mostListed)
      .map((row) => toLine(db, row, names, cafes)),
    allStays: asked.rows.length,
    people: new Set(asked.rows.map(({ person }) => person)).size,
    places: new Set(asked.rows.map(({ place }) => place)).size,
    pairs: chosen.slice(0, input.top).map((pair) => toPair(db, pair, names, cafes, asked.people ?? new Set())),
    allPairs: chosen.length,
  };
}

/** Places at which at least two of them were; of a person's, those where the person was. */
function placesInCommon(told: readonly Told[], people: ReadonlySet<number> | null): number[] {
  const guests = new Map<number, Set<number>>();
  for (const { place, person } of told) guests.set(place, (guests.get(place) ?? new Set<number>()).add(person));
  return [...guests]
    .filter(([, who]) => who.size > 1 && (people === null || [...people].some((one) => who.has(one))))
    .map(([place]) => place);
}

export const staysTask: Task<StaysTaskInput, StaysDocument> = async (input) => {
  const db = openWorkspaceFile(input.path, { readOnly: true, key: input.key });
  try {
    return readDocument(db, input);
  } finally {
    db.close();
  }
};
