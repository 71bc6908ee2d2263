// Chosen rows with everything they say, in the form that travels: sources with the entities they name, rows with cells and facts.
import type { BundleEvent, BundleRow, BundleSource } from "../../../../shared/review/exchange/format.ts";
import { eventEnds } from "../../../../shared/review/exchange/format.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import {
  type EventTelling,
  type LinkTelling,
  listAttributeTellings,
  listCoverageOf,
  listEventTellings,
  listFirstNamed,
  listLinkTellings,
  listNamesIn,
} from "../../store/sqlite/tables/bundleRows.ts";
import type { WantedRow } from "../../store/sqlite/tables/bundleScope.ts";
import { readRawRows } from "../../store/sqlite/tables/source.ts";
import { bareKey, type KnownOrigin } from "./origins.ts";

export interface GatheredRows {
  readonly sources: readonly BundleSource[];
  readonly rows: readonly BundleRow[];
  /** Number of each source here, in the order of `sources`. */
  readonly sourceIds: readonly number[];
}

export interface GatherOptions {
  readonly origins: ReadonlyMap<number, KnownOrigin>;
  /** Our own name. */
  readonly unit: string;
  /** Entities that must be named even where a row says nothing more of them. */
  readonly named: readonly number[];
}

type Row = Omit<BundleRow, "source" | "cells">;

/** What the rows of one source say, with entities by their numbers here. */
interface Sheet {
  readonly id: number;
  readonly entities: Set<number>;
  readonly rows: Map<number, { attributes: Row["attributes"]; links: Row["links"]; events: Row["events"] }>;
}

export function gatherRows(db: ReadableDb, wanted: readonly WantedRow[], { origins, unit, named }: GatherOptions): GatheredRows {
  const sheets = new Map<number, Sheet>();
  for (const { sourceId, row } of wanted) {
    if (!origins.has(sourceId)) continue;
    const sheet = sheets.get(sourceId) ?? { id: sourceId, entities: new Set(), rows: new Map() };
    sheets.set(sourceId, sheet);
    sheet.rows.set(row, { attributes: [], links: [], events: [] });
  }
  readFacts(db, wanted, sheets);
  for (const { sourceId, id } of listFirstNamed(db, wanted, named)) sheets.get(sourceId)?.entities.add(id);
  const ordered = [...sheets.values()].sort((a, b) => compareText(origins.get(a.id)!.origin, origins.get(b.id)!.origin) || a.id - b.id);
  const coverage = listCoverageOf(
    db,
    ordered.filter((sheet) => sheet.rows.size >= origins.get(sheet.id)!.stored).map(({ id }) => id),
  );
  for (const { sourceId, entity } of coverage) sheets.get(sourceId)!.entities.add(entity);
  const written = ordered.map((sheet, at) => writeSheet(db, sheet, at, origins.get(sheet.id)!, unit, coverage));
  return {
    sources: written.map(({ source }) => source),
    rows: written.flatMap(({ rows }) => rows),
    sourceIds: ordered.map(({ id }) => id),
  };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function readFacts(db: ReadableDb, wanted: readonly WantedRow[], sheets: ReadonlyMap<number, Sheet>): void {
  const rowOf = ({ sourceId, row }: WantedRow) => {
    const sheet = sheets.get(sourceId);
    const facts = sheet?.rows.get(row);
    return sheet && facts ? { sheet, facts } : null;
  };
  for (const told of listAttributeTellings(db, wanted)) {
    const at = rowOf(told);
    if (at === null) continue;
    at.sheet.entities.add(told.entity);
    at.facts.attributes.push([told.entity, told.name, told.value, told.origin]);
  }
  for (const told of listLinkTellings(db, wanted)) {
    const at = rowOf(told);
    if (at === null) continue;
    at.sheet.entities.add(told.from).add(told.to);
    at.facts.links.push(linkOf(told));
  }
  for (const told of listEventTellings(db, wanted)) {
    const at = rowOf(told);
    if (at === null) continue;
    for (const end of endsOf(told)) at.sheet.entities.add(end);
    at.facts.events.push([told.table, [...told.values]] as unknown as BundleEvent);
  }
}

const endsOf = ({ table, values }: EventTelling): number[] =>
  eventEnds[table].map((at) => values[at]).filter((end): end is number => typeof end === "number");

const linkOf = ({ kind, from, to, directed, role, origin, at, until, weight, attributes }: LinkTelling): Row["links"][number] => ({
  kind,
  from,
  to,
  directed: directed === 1,
  role,
  origin,
  at,
  until,
  weight,
  attributes: attributes === "" ? [] : (JSON.parse(attributes) as [string, string][]),
});

type Coverage = ReturnType<typeof listCoverageOf>;

function writeSheet(
  db: ReadableDb,
  sheet: Sheet,
  at: number,
  known: KnownOrigin,
  unit: string,
  coverage: Coverage,
): { readonly source: BundleSource; readonly rows: readonly BundleRow[] } {
  const names = listNamesIn(db, sheet.id, [...sheet.entities]).map((one) => ({ ...one, key: bareKey(one.key) }));
  names.sort((a, b) => compareText(a.kind, b.kind) || compareText(a.key, b.key) || a.id - b.id);
  const places = new Map(names.map(({ id }, place) => [id, place]));
  const place = (id: number): number => places.get(id)!;
  const numbers = [...sheet.rows.keys()].sort((a, b) => a - b);
  const cells = readCells(db, sheet.id, numbers);
  const rows = numbers.map((row): BundleRow => {
    const { attributes, links, events } = sheet.rows.get(row)!;
    return {
      source: at,
      row,
      cells: cells.get(row) ?? [],
      attributes: attributes.map(([entity, name, value, origin]) => [place(entity), name, value, origin]),
      links: links.map((link) => ({ ...link, from: place(link.from), to: place(link.to) })),
      events: events.map((event) => moveEnds(event, place)),
    };
  });
  return {
    source: {
      ...describeSource(known, unit),
      entities: names.map(({ kind, key, label, row }) => [kind, key, label === "" ? key : label, row]),
      coverage: coverage.filter(({ sourceId }) => sourceId === sheet.id).map((one) => [place(one.entity), one.kind, one.from, one.until]),
    },
    rows,
  };
}

function moveEnds([table, values]: BundleEvent, place: (id: number) => number): BundleEvent {
  const moved = values.map((value, at) => (eventEnds[table].includes(at) && typeof value === "number" ? place(value) : value));
  return [table, moved] as unknown as BundleEvent;
}

const describeSource = (
  { source, origin, keyOrigin, foreign, entry, stored, told }: KnownOrigin,
  unit: string,
): Omit<BundleSource, "entities" | "coverage"> => ({
  origin,
  keyOrigin,
  unit: foreign?.unit ?? unit,
  name: source.name,
  sheet: source.sheet,
  entry,
  size: source.size,
  sha256: source.sha256,
  encoding: source.encoding,
  headerRow: source.headerRow,
  headings: JSON.parse(source.headings) as string[],
  rowKind: source.rowKind as BundleSource["rowKind"],
  layout: bareLayout(source.layout),
  mapping: JSON.parse(source.mapping) as BundleSource["mapping"],
  told,
  stored,
});

/** Sources of other units carry a mark in their layout (`importBundle`). */
export const exchangeLayout = "exchange-";
const bareLayout = (layout: string): string => (layout.startsWith(exchangeLayout) ? layout.slice(exchangeLayout.length) : layout);

/** Rows kept together are unpacked together. */
const span = 2_000;

function readCells(db: ReadableDb, sourceId: number, rows: readonly number[]): ReadonlyMap<number, string[]> {
  const cells = new Map<number, string[]>();
  const wanted = new Set(rows);
  for (let at = 0; at < rows.length; ) {
    const from = rows[at]!;
    for (const { row, cells: raw } of readRawRows(db, sourceId, from, span)) if (wanted.has(row)) cells.set(row, raw);
    while (at < rows.length && rows[at]! < from + span) at += 1;
  }
  return cells;
}
