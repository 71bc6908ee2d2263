// From what an analyst names to points on the map: cases where they happened, the others wherever they were seen.
import { CaseweaveError } from "../../../shared/errors.ts";
import { entityRef, parseEntityRef } from "../../../shared/model/entity.ts";
import { isoTime, parseIsoTime } from "../../../shared/model/time.ts";
import type { MapAnswer, MapPoint } from "../../../shared/trace/mapCalls.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { type EntityRecord, readEntityById } from "../store/sqlite/tables/entity.ts";
import { listCoordinatesOf, listPlacedCases, listPlacedEvents, type PlacedFact } from "../store/sqlite/tables/mapFacts.ts";
import { listCasesOfSeries } from "../store/sqlite/tables/moneyLedger.ts";
import { readEntityRef } from "./listSightings.ts";

export interface MapQuestion {
  readonly about: readonly string[];
  /** Milliseconds since 1970, inclusive; null: open. */
  readonly since: number | null;
  readonly until: number | null;
}

export function placeOnMap(db: ReadableDb, { about, since, until }: MapQuestion): MapAnswer {
  const [from, to] = [since ?? Number.MIN_SAFE_INTEGER, until ?? Number.MAX_SAFE_INTEGER];
  const named = about.flatMap((ref) => resolveName(db, ref));
  const cases = named.filter(({ kind }) => kind === "case").map(({ id }) => id);
  const others = named.filter(({ kind }) => kind !== "case").map(({ id }) => id);
  const facts = [
    ...(about.length > 0 && cases.length === 0 ? [] : listPlacedCases(db, about.length === 0 ? null : cases)),
    ...(others.length === 0 ? [] : listPlacedEvents(db, others, from, to)),
  ].filter((fact) => isWithin(timeOf(fact), from, to));
  const coordinates = new Map(listCoordinatesOf(db, [...new Set(facts.map(({ place }) => place))]).map((one) => [one.place, one]));
  const placed = facts.filter(({ place }) => coordinates.has(place));
  const entities = new Map<number, EntityRecord>();
  for (const { subject } of placed) if (!entities.has(subject)) entities.set(subject, readEntityById(db, subject)!);
  const points = placed
    .sort((a, b) => (timeOf(a) ?? from) - (timeOf(b) ?? from))
    .map((fact) => toPoint(fact, entities.get(fact.subject)!, coordinates.get(fact.place)!));
  return { points, unplaced: facts.length - placed.length };
}

/** A series stands for its cases. */
function resolveName(db: ReadableDb, ref: string): EntityRecord[] {
  const { kind, key } = parseEntityRef(ref);
  if (kind !== "series") return [readEntityRef(db, ref)];
  const numbers = listCasesOfSeries(db, key);
  if (numbers.length === 0) throw new CaseweaveError("series-unknown", { series: key });
  return numbers.map((number) => readEntityRef(db, entityRef("case", number)));
}

const timeOf = ({ at, told, utcOffset }: PlacedFact): number | null => at ?? parseIsoTime(told ?? "", utcOffset)?.at ?? null;

/** What tells no time stays in every period: nobody can say that it lies outside. */
const isWithin = (at: number | null, from: number, to: number): boolean => at === null || (at >= from && at <= to);

function toPoint(fact: PlacedFact, { kind, key, label }: EntityRecord, at: { longitude: number; latitude: number }): MapPoint {
  const clock = (moment: number | null) => (moment === null ? null : isoTime(moment, fact.utcOffset));
  return {
    entity: entityRef(kind, key),
    label,
    event: fact.event,
    place: entityRef("place", fact.placeKey),
    placeLabel: fact.placeLabel,
    longitude: at.longitude,
    latitude: at.latitude,
    from: fact.told ?? clock(fact.at),
    until: clock(fact.until),
  };
}
