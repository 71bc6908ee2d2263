// Identifiers that everybody meets: public numbers, settlement accounts, the analyst's list, and those that spread like chance does.

import { parseEntityRef } from "../model/entity.ts";
import { hashText } from "../random.ts";
import { kindGroups } from "./kindGroups.ts";
import type { LinkHub } from "./pairScore.ts";
import { forShared } from "./prepare/identifierIndex.ts";
import type { Hubs, LinkTables, Units } from "./prepared.ts";
import { publicReason } from "./publicEntities.ts";

/** An identifier is looked at when it stands in so many cases and in this share of all. */
const leastCases = 8;
const leastShare = 0.004;
/** It is a hub when it spreads over types, regions and time nearly as chance would … */
const leastSpread = 0.75;
/** … and its cases share hardly anything else. */
const mostCorroborated = 0.2;
const corroborationSamples = 60;
/** Entities one step off that so many cases reach say nothing. */
const nearLeastCases = 20;
const nearLeastShare = 0.01;

/** Distinct values expected among c cases drawn at random, given how often each value occurs. */
export function expectedDistinct(counts: readonly number[], c: number): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, count) => sum + 1 - (1 - count / total) ** c, 0);
}

function countValues(ids: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const id of ids) if (id >= 0) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Middle half of the days, as a share of what all cases span: chance gives about 1. */
function middleSpan(days: readonly number[]): number {
  const sorted = days.filter((day) => !Number.isNaN(day)).sort((a, b) => a - b);
  return sorted.length < 4 ? Number.NaN : sorted[Math.floor(sorted.length * 0.75)]! - sorted[Math.floor(sorted.length * 0.25)]!;
}

interface Background {
  readonly regions: Int32Array;
  readonly types: readonly number[];
  readonly regionCounts: readonly number[];
  readonly span: number;
}

/** A coarse grid over the places, or the unit where a case has none. */
function regionsOf({ table }: LinkTables): Int32Array {
  const ids = new Map<string, number>();
  return Int32Array.from({ length: table.count }, (_, i) => {
    const name = Number.isNaN(table.x[i]!)
      ? table.unit[i]! < 0
        ? ""
        : `unit ${table.unit[i]}`
      : `${Math.floor(table.x[i]! * 2)} ${Math.floor(table.y[i]! * 2)}`;
    if (name === "") return -1;
    const id = ids.get(name) ?? ids.size;
    ids.set(name, id);
    return id;
  });
}

function readBackground(tables: LinkTables): Background {
  const regions = regionsOf(tables);
  return {
    regions,
    types: [...countValues(tables.table.type).values()],
    regionCounts: [...countValues(regions).values()],
    span: middleSpan([...tables.table.midDay]),
  };
}

/** Mean of how widely the cases spread over types, regions and time, each against chance; 1 = as chance does. */
function spreadOf({ table }: LinkTables, background: Background, cases: readonly number[]): number {
  const ratios: number[] = [];
  const compare = (ids: Int32Array, counts: readonly number[]) => {
    if (counts.length < 2) return;
    const expected = expectedDistinct(counts, cases.length);
    ratios.push(Math.min(1, countValues(cases.map((i) => ids[i]!)).size / expected));
  };
  compare(table.type, background.types);
  compare(background.regions, background.regionCounts);
  const span = middleSpan(cases.map((i) => table.midDay[i]!)) / background.span;
  if (Number.isFinite(span)) ratios.push(Math.min(1, span));
  return ratios.length === 0 ? 0 : ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
}

/** Share of sampled pairs of its cases that have a second identifier in common: real infrastructure comes in sets. */
function corroborationOf(
  { identifiers, briefs: _ }: LinkTables,
  entity: number,
  cases: readonly number[],
  isPublic: (entity: number) => boolean,
): number {
  let shared = 0;
  for (let k = 0; k < corroborationSamples; k++) {
    const a = cases[hashText(`${entity} ${k} a`) % cases.length]!;
    const b = cases[hashText(`${entity} ${k} b`) % cases.length]!;
    if (a === b) continue;
    let others = 0;
    kindGroups.forEach((_group, g) => {
      forShared(identifiers, a, b, g, (each) => {
        if (each !== entity && !isPublic(each)) others++;
      });
    });
    if (others > 0) shared++;
  }
  return shared / corroborationSamples;
}

function describe(tables: LinkTables, units: Units, background: Background, entity: number, reason: string): LinkHub {
  const { identifiers, table } = tables;
  const cases = [...identifiers.holders.subarray(identifiers.holderStarts[entity]!, identifiers.holderStarts[entity + 1]!)];
  const days = cases.map((i) => table.midDay[i]!).filter((day) => !Number.isNaN(day));
  return {
    entity: identifiers.entities[entity]!.ref,
    label: identifiers.entities[entity]!.label,
    cases: cases.length,
    units: units.identifierUnits[entity]!,
    types: countValues(cases.map((i) => table.type[i]!)).size,
    regions: countValues(cases.map((i) => background.regions[i]!)).size,
    lifespanDays:
      days.length === 0
        ? 0
        : Math.round(days.reduce((most, day) => Math.max(most, day)) - days.reduce((least, day) => Math.min(least, day))),
    reason,
  };
}

/** Why an identifier is public or excluded, before any counting. */
function statedReason(ref: string, label: string, excluded: ReadonlyMap<string, string>): string | null {
  const { kind, key } = parseEntityRef(ref);
  return publicReason(kind, key, label) ?? (excluded.has(ref) ? "excluded" : null);
}

function isSpread(
  tables: LinkTables,
  units: Units,
  background: Background,
  entity: number,
  isPublic: (entity: number) => boolean,
): boolean {
  const { identifiers, table } = tables;
  const enough = Math.max(leastCases, leastShare * table.count);
  if (units.identifierUnits[entity]! < enough) return false;
  const cases = [...identifiers.holders.subarray(identifiers.holderStarts[entity]!, identifiers.holderStarts[entity + 1]!)];
  return spreadOf(tables, background, cases) >= leastSpread && corroborationOf(tables, entity, cases, isPublic) <= mostCorroborated;
}

/** What many cases reach is public when they share hardly anything else; the handset or account behind one large series is not. */
function findNearHubs(tables: LinkTables, excluded: ReadonlyMap<string, string>, isPublic: (entity: number) => boolean): Uint8Array {
  const { near, identifiers, table } = tables;
  const most = Math.max(nearLeastCases, nearLeastShare * table.count);
  return Uint8Array.from(near.entities, ({ ref, label }, entity) => {
    if (statedReason(ref, label, excluded)) return 1;
    const cases = [...near.holders.subarray(near.holderStarts[entity]!, near.holderStarts[entity + 1]!)];
    if (cases.length <= most) return 0;
    return corroborationOf(tables, identifiers.idOf.get(ref) ?? -1, cases, isPublic) <= mostCorroborated ? 1 : 0;
  });
}

export function findHubs(tables: LinkTables, units: Units): Hubs {
  const excluded = new Map(tables.exclusions.map(({ entity, reason }) => [entity, reason]));
  const background = readBackground(tables);
  const reasons = tables.identifiers.entities.map(({ ref, label }) => statedReason(ref, label, excluded));
  const isPublic = (entity: number) => reasons[entity] !== null;
  const spread = reasons.map((reason, entity) => reason ?? (isSpread(tables, units, background, entity, isPublic) ? "spread" : null));
  const list = spread.flatMap((reason, entity) => (reason === null ? [] : [describe(tables, units, background, entity, reason)]));
  return {
    identifiers: Uint8Array.from(spread, (reason) => (reason === null ? 0 : 1)),
    near: findNearHubs(tables, excluded, isPublic),
    list: list
      .filter(({ cases, reason }) => cases > 1 || reason === "excluded")
      .sort((a, b) => b.cases - a.cases || (a.entity < b.entity ? -1 : 1)),
  };
}
