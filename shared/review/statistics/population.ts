// Which population a place of the statistics has: by name or code, of the year that is asked for or the nearest, and why there is none.
import { type PopulationFact, type PopulationKind, populationKinds } from "../../import/facts.ts";
import type { SourceRow } from "../../model/source.ts";
import { districtOfAddress } from "./districtOf.ts";

export type PopulationRecord = Omit<PopulationFact, "row"> & SourceRow;

/** Why a place has no population: nothing tells the place; no table has it; several areas are called so; tables tell different numbers; other rows of
 * the same table are parts of it, so that its cases are only those that say no more. */
export const populationGaps = ["unknown", "no-population", "same-name", "conflict", "whole"] as const;
export type PopulationGap = (typeof populationGaps)[number];

export interface Area<Row = SourceRow> {
  readonly code: string;
  readonly people: number | null;
  readonly year: number | null;
  readonly gap: PopulationGap | null;
  readonly rows: readonly Row[];
}

/** `　云津市东渡区（含开发区）` → 东渡区: the name that cases are sorted by. */
export function areaName(text: string): string {
  const plain = text.normalize("NFKC").replace(/\s+|\([^()]*\)/g, "");
  return districtOfAddress(plain) || plain;
}

export type AreaIndex = ReadonlyMap<string, readonly PopulationRecord[]>;

/** By name and by code. */
export function indexAreas(records: readonly PopulationRecord[]): AreaIndex {
  const areas = new Map<string, PopulationRecord[]>();
  for (const record of records)
    for (const key of new Set([areaName(record.name), record.code])) if (key !== "") areas.set(key, [...(areas.get(key) ?? []), record]);
  return areas;
}

const gap = (reason: PopulationGap, rows: readonly SourceRow[] = []): Area => ({ code: "", people: null, year: null, gap: reason, rows });

const rowOf = ({ sourceId, row }: PopulationRecord): SourceRow => ({ sourceId, row });

function areaOf(place: string, index: AreaIndex, kind: PopulationKind, wanted: number): Area {
  if (place === "") return gap("unknown");
  const told = index.get(areaName(place))?.filter((record) => record.kind === kind) ?? [];
  if (told.length === 0) return gap("no-population");
  const codes = new Set(told.map(({ code }) => code).filter((code) => code !== ""));
  if (codes.size > 1) return gap("same-name", told.map(rowOf));
  const away = ({ year }: PopulationRecord): number => Math.abs(year - wanted);
  const nearest = told.reduce((best, one) => (away(one) < away(best) || (away(one) === away(best) && one.year < best.year) ? one : best));
  const same = told.filter(({ year }) => year === nearest.year);
  if (same.some(({ people }) => people !== nearest.people)) return gap("conflict", same.map(rowOf));
  return { code: [...codes][0] ?? "", people: nearest.people, year: nearest.year, gap: null, rows: same.map(rowOf) };
}

/** 341200 holds 341221 and 341221001. */
const stem = (code: string): string => (code.length > 6 ? code.replace(/(?:000)+$/, "") : code.replace(/(?:00)+$/, ""));
const isWithin = (code: string, other: string): boolean => code !== other && code !== "" && other !== "" && code.startsWith(stem(other));

export interface Areas {
  readonly kind: PopulationKind;
  /** In the order of the places. */
  readonly areas: readonly Area[];
}

/** One kind of population for all places, so that rates can be held against each other: the one that tables tell of most of them, residents first. Null
 * where nothing was imported. */
export function findAreas(places: readonly string[], records: readonly PopulationRecord[], wanted: number): Areas | null {
  const index = indexAreas(records);
  const found = populationKinds
    .map((kind) => ({ kind, areas: places.map((place) => areaOf(place, index, kind, wanted)) }))
    .map((one) => ({ ...one, known: one.areas.filter(({ rows }) => rows.length > 0).length }));
  const best = found.reduce((most, one) => (one.known > most.known ? one : most));
  if (records.length === 0) return null;
  const { kind, areas } = best;
  const codes = areas.map(({ code }) => code);
  return { kind, areas: areas.map((one) => (codes.some((code) => isWithin(code, one.code)) ? gap("whole", one.rows) : one)) };
}
