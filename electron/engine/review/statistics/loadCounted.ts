// Reads what statistics count: every case once, whatever sources and numbers tell of it.

import { UnionFind } from "../../../../shared/graph/unionFind.ts";
import { standardCategory } from "../../../../shared/model/crimeCategory.ts";
import { fenOf } from "../../../../shared/model/money.ts";
import type { SourceRow } from "../../../../shared/model/source.ts";
import { parseIsoTime } from "../../../../shared/model/time.ts";
import { type CaseMoment, type CountedCase, moneyMeasures } from "../../../../shared/review/statistics/countedCase.ts";
import { districtOfAddress, districtOfUnit } from "../../../../shared/review/statistics/districtOf.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { type CaseEntity, listCaseEntities } from "../../store/sqlite/tables/caseFacts.ts";
import {
  type CountedAttribute,
  iterateCountedAttributes,
  iteratePlaceParts,
  iterateScenes,
  listSameCases,
} from "../../store/sqlite/tables/countedCases.ts";
import { ageAt, loadVictims, sexOf, type Victim } from "./victims.ts";

const times = ["case.from", "case.until", "case.reported", "case.filed"] as const;
const texts = ["case.type", "case.unit", "case.lureChannel", "case.payChannel"] as const;
const ages = ["年龄", "受害人年龄", "报警人年龄", "事主年龄"] as const;
const sexes = ["性别", "受害人性别", "报警人性别", "事主性别"] as const;
const money = moneyMeasures.map((measure) => `case.${measure}`);
const read = [...times, ...texts, ...money, ...ages, ...sexes, "case.incidentNumber"];

interface Draft {
  readonly entity: CaseEntity;
  /** The first value of each name counts. */
  readonly values: Map<string, CountedAttribute>;
  /** What other rows say than the one that brought the case: few cases have any. */
  readonly others: CountedAttribute[];
}

export interface Scene {
  readonly address: string;
  district: string;
  longitude: number | null;
  latitude: number | null;
}

type Place = Omit<Scene, "address">;

/** Of several values of a name the first counts. */
function loadPlaces(db: ReadableDb): Map<number, Place> {
  const places = new Map<number, Place>();
  let [last, place]: [number, Place | undefined] = [0, undefined];
  for (const { placeId, name, value } of iteratePlaceParts(db)) {
    if (place === undefined || placeId !== last) {
      place = { district: "", longitude: null, latitude: null };
      places.set(placeId, place);
      last = placeId;
    }
    if (name === "place.district") place.district ||= value;
    else if (name === "place.longitude") place.longitude ??= Number(value);
    else place.latitude ??= Number(value);
  }
  return places;
}

function loadScenes(db: ReadableDb): Map<number, Scene> {
  const places = loadPlaces(db);
  const nowhere: Place = { district: "", longitude: null, latitude: null };
  const scenes = new Map<number, Scene>();
  for (const { caseId, placeId, label } of iterateScenes(db))
    if (!scenes.has(caseId)) scenes.set(caseId, { address: label, ...(places.get(placeId) ?? nowhere) });
  return scenes;
}

function loadDrafts(db: ReadableDb): Map<number, Draft> {
  const drafts = new Map<number, Draft>();
  for (const entity of listCaseEntities(db)) drafts.set(entity.id, { entity, values: new Map(), others: [] });
  for (const attribute of iterateCountedAttributes(db, read)) {
    const draft = drafts.get(attribute.id);
    if (draft !== undefined) state(draft, attribute);
  }
  return drafts;
}

/** Attributes come in no order. */
function state({ entity, values, others }: Draft, one: CountedAttribute): void {
  const known = values.get(one.name);
  if (known === undefined || one.at < known.at) values.set(one.name, one);
  if (one.row !== entity.row || one.sourceId !== entity.sourceId) others.push(one);
}

/** Every row once: those that brought the cases and, of each, the others in the order of telling. */
function rowsOf(group: readonly Draft[]): readonly SourceRow[] {
  const told = group.flatMap(({ entity, others }) => [entity, ...others.sort((a, b) => a.at - b.at)]);
  if (told.length === 1) return [{ sourceId: told[0]!.sourceId, row: told[0]!.row }];
  return [...new Map(told.map(({ sourceId, row }) => [`${sourceId} ${row}`, { sourceId, row }])).values()];
}

/** Cases that are one and the same together: by incident number, by judgement, by what a source says. The one with most to say leads. */
function joinDrafts(db: ReadableDb, drafts: ReadonlyMap<number, Draft>): readonly (readonly Draft[])[] {
  const same = new UnionFind();
  for (const { a, b } of listSameCases(db)) if (drafts.has(a) && drafts.has(b)) same.join(a, b);
  const groups = Map.groupBy(drafts.values(), ({ entity }) => same.find(entity.id));
  return [...groups.values()].map((group) => group.sort((a, b) => b.values.size - a.values.size || a.entity.id - b.entity.id));
}

function stateOf(group: readonly Draft[]): ReadonlyMap<string, CountedAttribute> {
  if (group.length === 1) return group[0]!.values;
  const values = new Map<string, CountedAttribute>();
  for (const draft of group) for (const [name, stated] of draft.values) if (!values.has(name)) values.set(name, stated);
  return values;
}

function moneyOf(values: ReadonlyMap<string, CountedAttribute>): CountedCase["money"] {
  const told = moneyMeasures.flatMap((measure) => {
    const stated = values.get(`case.${measure}`);
    const fen = fenOf(stated?.value);
    return stated === undefined || fen === null ? [] : [[measure, { fen, sourceId: stated.sourceId, row: stated.row }] as const];
  });
  return Object.fromEntries(told);
}

interface Around {
  readonly scenes: ReadonlyMap<number, Scene>;
  readonly victims: ReadonlyMap<number, Victim>;
}

function toCounted(group: readonly Draft[], { scenes, victims }: Around): CountedCase {
  const { entity } = group[0]!;
  const values = stateOf(group);
  const text = (name: string): string => values.get(name)?.value ?? "";
  const moment = (name: string): CaseMoment | null => parseIsoTime(text(name), entity.utcOffset);
  const [occurred, reported] = [moment("case.from"), moment("case.reported")];
  const scene = group.map(({ entity: { id } }) => scenes.get(id)).find((one) => one !== undefined);
  const victim = group.map(({ entity: { id } }) => victims.get(id)).find((one) => one !== undefined);
  const stated = (names: readonly string[]): string => text(names.find((name) => values.has(name)) ?? "");
  return {
    number: entity.number,
    ids: group.map(({ entity: { id } }) => id),
    rows: rowsOf(group),
    occurred,
    until: moment("case.until")?.at ?? null,
    reported,
    filed: moment("case.filed"),
    category: standardCategory(text("case.type")),
    district: scene?.district || districtOfAddress(scene?.address ?? "") || districtOfUnit(text("case.unit")),
    address: scene?.address ?? "",
    unit: text("case.unit"),
    lure: text("case.lureChannel"),
    pay: text("case.payChannel"),
    age: ageAt(stated(ages), victim, occurred ?? reported),
    sex: sexOf(stated(sexes)) ?? victim?.sex ?? null,
    money: moneyOf(values),
    longitude: scene?.longitude ?? null,
    latitude: scene?.latitude ?? null,
  };
}

/** Sorted by number. */
export function loadCounted(db: ReadableDb): readonly CountedCase[] {
  const around: Around = { scenes: loadScenes(db), victims: loadVictims(db) };
  return joinDrafts(db, loadDrafts(db))
    .map((group) => toCounted(group, around))
    .sort((a, b) => (a.number < b.number ? -1 : 1));
}
