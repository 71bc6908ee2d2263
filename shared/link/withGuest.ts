// A case that is stored nowhere – a clue told by telephone – set beside the prepared cases, so that it can be compared with all of them at once.
// Nothing is learned or counted anew: indices are longer by one, and rarity counts the guest as one unit more. Preparing all cases with the guest among
// them is the slow twin (tests/unit/link/withGuest.test.ts).
import type { CaseRecord } from "./caseData.ts";
import { isRemoteGroup, kindGroups } from "./kindGroups.ts";
import { secondPass } from "./neighbours.ts";
import type { BriefIndex } from "./prepare/briefIndex.ts";
import { termsOf } from "./prepare/briefTerms.ts";
import { buildCaseTable, type CaseTable } from "./prepare/caseTable.ts";
import { buildIdentifierIndex, groupCount, type IdentifierIndex } from "./prepare/identifierIndex.ts";
import type { ModusIndex } from "./prepare/modusIndex.ts";
import { buildNearIndex, type NearIndex } from "./prepare/nearIndex.ts";
import type { Hubs, Neighbours, PreparedLink, Units } from "./prepared.ts";
import { publicReason } from "./publicEntities.ts";
import { posteriorOf, totalBits } from "./scorePairs.ts";

/** A text tells no modus fields: those are columns of a sheet. */
export type GuestCase = Omit<CaseRecord, "modus">;

type Numbers = Int32Array | Float64Array | Float32Array | Uint8Array;

function append<T extends Numbers>(array: T, more: ArrayLike<number>): T {
  const longer = new (array.constructor as new (length: number) => T)(array.length + more.length);
  longer.set(array);
  longer.set(more, array.length);
  return longer;
}

/** The number of a name that the cases use; a new name is one more, "" none. */
function nameId(names: readonly string[], name: string | null): number {
  if (name === null || name === "") return -1;
  const known = names.indexOf(name);
  return known < 0 ? names.length : known;
}

function growTable(table: CaseTable, guest: CaseRecord): CaseTable {
  const own = buildCaseTable([guest]);
  const grown = (name: "x" | "y" | "fromDay" | "untilDay" | "midDay" | "dayPhases" | "weekPhases" | "logLoss") =>
    append(table[name], own[name]);
  return {
    count: table.count + 1,
    records: [...table.records, guest],
    indexOf: new Map([...table.indexOf, [guest.number, table.count]]),
    x: grown("x"),
    y: grown("y"),
    isPlanar: append(table.isPlanar, own.isPlanar),
    fromDay: grown("fromDay"),
    untilDay: grown("untilDay"),
    midDay: grown("midDay"),
    hasClock: append(table.hasClock, own.hasClock),
    dayPhases: grown("dayPhases"),
    weekPhases: grown("weekPhases"),
    type: append(table.type, [nameId(table.typeNames, guest.type)]),
    unit: append(table.unit, [nameId(table.unitNames, guest.unit)]),
    lot: append(table.lot, own.lot.fill(-1)),
    building: append(table.building, own.building.fill(-1)),
    addressUnit: append(table.addressUnit, own.addressUnit.fill(-1)),
    lotCases: table.lotCases,
    buildingCases: table.buildingCases,
    unitCases: table.unitCases,
    typeNames: table.typeNames,
    unitNames: table.unitNames,
    logLoss: grown("logLoss"),
  };
}

interface Entities<T extends { readonly ref: string }> {
  readonly entities: readonly T[];
  readonly idOf: ReadonlyMap<string, number>;
}

/** The own entities under the numbers that all cases use; those that no case has come after them. */
function joinEntities<T extends { readonly ref: string }>(all: Entities<T>, own: Entities<T>) {
  const fresh = own.entities.filter(({ ref }) => !all.idOf.has(ref));
  const idOf = fresh.length === 0 ? all.idOf : new Map(all.idOf);
  fresh.forEach(({ ref }, i) => void (idOf as Map<string, number>).set(ref, all.entities.length + i));
  const entities = fresh.length === 0 ? all.entities : [...all.entities, ...fresh];
  return { entities, idOf, fresh, ids: own.entities.map(({ ref }) => idOf.get(ref)!) };
}

/** Who holds what is not kept up for the guest: scoring does not ask. */
const holdersOf = ({ holderStarts, holders }: Pick<NearIndex, "holderStarts" | "holders">, fresh: number) => ({
  holders,
  holderStarts: append(holderStarts, new Int32Array(fresh).fill(holders.length)),
});

function growIdentifiers(all: IdentifierIndex, guest: CaseRecord) {
  const own = buildIdentifierIndex([guest]);
  const { ids, fresh, ...named } = joinEntities(all, own);
  const items: number[] = [];
  const weights: number[] = [];
  const starts: number[] = [];
  for (let group = 0; group < groupCount; group++) {
    const held = Array.from({ length: own.starts[group + 1]! - own.starts[group]! }, (_, i) => own.starts[group]! + i)
      .map((at) => ({ id: ids[own.items[at]!]!, weight: own.roleWeights[at]! }))
      .sort((one, other) => one.id - other.id);
    for (const { id, weight } of held) {
      items.push(id);
      weights.push(weight);
    }
    starts.push(all.items.length + items.length);
  }
  const index: IdentifierIndex = {
    ...named,
    starts: append(all.starts, starts),
    items: append(all.items, items),
    roleWeights: append(all.roleWeights, weights),
    offenderGroups: append(all.offenderGroups, own.offenderGroups),
    ...holdersOf(all, fresh.length),
  };
  return { index, fresh, held: items };
}

function growNear(all: NearIndex, guest: CaseRecord, identifiers: IdentifierIndex) {
  // Where no case reaches any further, nothing near is compared.
  const own = buildNearIndex(all.items.length === 0 ? [{ ...guest, near: [], identifiers: [] }] : [guest], identifiers);
  const { ids, fresh, ...named } = joinEntities(all, own);
  const steps = [...own.items]
    .map((item, at) => ({ id: ids[item]!, via: own.vias[at]! }))
    .sort((one, other) => one.id - other.id || one.via - other.via);
  const items = steps.map(({ id }) => id);
  const index: NearIndex = {
    ...named,
    starts: append(all.starts, [all.items.length + items.length]),
    items: append(all.items, items),
    vias: append(
      all.vias,
      steps.map(({ via }) => via),
    ),
    ...holdersOf(all, fresh.length),
  };
  return { index, fresh, held: items };
}

function growModus({ categories, tagStarts, ...modus }: ModusIndex): ModusIndex {
  return {
    ...modus,
    categories: categories.map((field) => ({ ...field, values: append(field.values, [-1]) })),
    tagStarts: append(tagStarts, [tagStarts.at(-1) ?? 0]),
  };
}

/** As `prepare/briefIndex.ts` weighs terms. */
const commonShare = 0.4;
const isCommon = (count: number, documents: number): boolean => count > commonShare * documents && documents > 20;

/** Terms that no other brief has come under numbers of their own: they share nothing, and a brief of nothing else is unlike all others. */
function growBriefs(briefs: BriefIndex, { brief }: CaseRecord, unit: number): BriefIndex {
  const { termIds, frequency, documents, starts, terms, weights, templates } = briefs;
  const texts = [...new Set(termsOf(brief ?? "").map(({ text }) => text))];
  const unknown = texts.filter((text) => !termIds.has(text)).map((_, i) => termIds.size + i);
  const known = texts.flatMap((text) => termIds.get(text) ?? []);
  const template = templates.get(unit);
  const told = [...known, ...unknown]
    .filter((term) => !template?.has(term) && !isCommon(frequency[term] ?? 0, documents))
    .sort((a, b) => a - b);
  const idf = told.map((term) => Math.log((documents + 2) / ((frequency[term] ?? 0) + 1)));
  const length = Math.sqrt(idf.reduce((sum, weight) => sum + weight * weight, 0));
  return {
    ...briefs,
    starts: append(starts, [terms.length + told.length]),
    terms: append(terms, told),
    weights: append(
      weights,
      idf.map((weight) => weight / length),
    ),
  };
}

/** One more for each that the guest holds; those that are new stand in the guest alone. */
function countOneMore(units: Int32Array, fresh: number, held: readonly number[]): Int32Array {
  const counts = append(units, new Int32Array(fresh));
  for (const id of new Set(held)) counts[id]!++;
  return counts;
}

/** The cases that the guest leans to, for the neighbours' say. */
function growNeighbours(link: PreparedLink, neighbours: Neighbours, guest: number): Neighbours {
  const others: number[] = [];
  const posteriors: number[] = [];
  let sum = 0;
  for (let index = 0; index < guest; index++) {
    const posterior = posteriorOf(totalBits(link, index, guest));
    sum += posterior;
    if (posterior <= secondPass.leastPosterior) continue;
    others.push(index);
    posteriors.push(posterior);
  }
  return {
    ...neighbours,
    partners: append(neighbours.partners, [sum]),
    starts: append(neighbours.starts, [neighbours.others.length + others.length]),
    others: append(neighbours.others, others),
    posteriors: append(neighbours.posteriors, posteriors),
  };
}

const hubBytes = (bytes: Uint8Array, fresh: readonly { readonly ref: string; readonly kind: string; readonly label: string }[]) =>
  append(
    bytes,
    fresh.map(({ ref, kind, label }) => (publicReason(kind, ref.slice(kind.length + 1), label) === null ? 0 : 1)),
  );

const remoteGroups = kindGroups.reduce((mask, _, group) => (isRemoteGroup(group) ? mask | (1 << group) : mask), 0);

/** The cases with the guest as the last of them. Its number must be one that no case has. */
export function withGuest(link: PreparedLink, told: GuestCase): PreparedLink {
  const guest: CaseRecord = { ...told, modus: [] };
  const { tables, units, hubs } = link;
  const table = growTable(tables.table, guest);
  const identifiers = growIdentifiers(tables.identifiers, guest);
  const near = growNear(tables.near, guest, identifiers.index);
  const isRemote = (identifiers.index.offenderGroups.at(-1)! & remoteGroups) === 0 ? 0 : 1;
  const grownUnits: Units = {
    unitOf: append(units.unitOf, [units.count]),
    count: units.count + 1,
    identifierUnits: countOneMore(units.identifierUnits, identifiers.fresh.length, identifiers.held),
    nearUnits: countOneMore(units.nearUnits, near.fresh.length, near.held),
  };
  const grownHubs: Hubs = {
    ...hubs,
    identifiers: hubBytes(hubs.identifiers, identifiers.fresh),
    near: hubBytes(hubs.near, near.fresh),
  };
  const grown: PreparedLink = {
    ...link,
    tables: {
      ...tables,
      table,
      identifiers: identifiers.index,
      near: near.index,
      modus: growModus(tables.modus),
      briefs: growBriefs(tables.briefs, guest, table.unit.at(-1)!),
      isRemote: append(tables.isRemote, [isRemote]),
    },
    units: grownUnits,
    hubs: grownHubs,
    neighbours: null,
  };
  if (link.neighbours === null) return grown;
  return { ...grown, neighbours: growNeighbours(grown, link.neighbours, tables.table.count) };
}
