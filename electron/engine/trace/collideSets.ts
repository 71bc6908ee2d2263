// Reads the lists that are compared, by what names them.

import { chartDocumentSchema } from "../../../shared/chart/document.ts";
import { CaseweaveError } from "../../../shared/errors.ts";
import { publicReason } from "../../../shared/link/publicEntities.ts";
import { parseEntityRef } from "../../../shared/model/entity.ts";
import { parseIsoTime } from "../../../shared/model/time.ts";
import { collideSets } from "../../../shared/trace/collide.ts";
import type { CollisionAnswer } from "../../../shared/trace/movementCalls.ts";
import { listOfAddress } from "../resolve/address/readAddress.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { readChart } from "../store/sqlite/tables/chart.ts";
import { countEntities } from "../store/sqlite/tables/counts.ts";
import { readEntity } from "../store/sqlite/tables/entity.ts";
import * as sets from "../store/sqlite/tables/entitySets.ts";
import { listCasesOfSeries } from "../store/sqlite/tables/moneyLedger.ts";
import { readSource } from "../store/sqlite/tables/source.ts";
import { placesNear } from "./placesNear.ts";
import { listScenes, type NamedSet } from "./sceneSets.ts";

type ReadSet = (db: ReadableDb, key: string) => readonly string[];

/** By the word before the colon. */
const readers: Readonly<Record<string, ReadSet>> = {
  source: readOfSource,
  series: (db, series) => {
    const numbers = listCasesOfSeries(db, series);
    if (numbers.length === 0) throw new CaseweaveError("series-unknown", { series });
    return sets.listEntitiesOfCases(db, numbers);
  },
  case: (db, number) => sets.listEntitiesOfCases(db, [number]),
  place: readBox,
  chart: (db, id) => {
    const chart = readChart(db, id);
    if (!chart) throw new CaseweaveError("chart-unknown", { id });
    return chartDocumentSchema.parse(JSON.parse(chart.document)).nodes.map(({ ref }) => ref);
  },
  address: (db, text) => readAddressSet(db, text, "address"),
  building: (db, text) => readAddressSet(db, text, "building"),
  unit: (db, text) => readAddressSet(db, text, "unit"),
};

const wrongForm = (field: string, expected: string) =>
  new CaseweaveError("bad-request", { problems: [{ field, problem: "form", expected }] });

/** `NAME` or `NAME@FROM/UNTIL`; null where the window is not two times in order. */
function splitWindow(text: string): { readonly name: string; readonly window: readonly [number, number] | null } | null {
  const at = text.lastIndexOf("@");
  if (at < 0) return { name: text, window: null };
  const [from, until] = text
    .slice(at + 1)
    .split("/")
    .map((time) => parseIsoTime(time)?.at);
  return from === undefined || until === undefined || from > until ? null : { name: text.slice(0, at), window: [from, until] };
}

/** `building:CODE`, or `building:CODE@FROM/UNTIL`: who lives, works, owns or was seen anywhere in the building that the address is in. */
function readAddressSet(db: ReadableDb, text: string, level: "address" | "building" | "unit"): readonly string[] {
  const named = splitWindow(text);
  if (named === null) throw wrongForm(`${level}:${text}`, `${level}:CODE@FROM/UNTIL`);
  return listOfAddress(db, named.name, level === "address" ? null : level, named.window);
}

/** `source:ID`, or `source:ID@FROM/UNTIL`: who takes part in its events in the window. */
function readOfSource(db: ReadableDb, text: string): readonly string[] {
  const named = splitWindow(text);
  if (named === null) throw wrongForm(`source:${text}`, "source:ID@FROM/UNTIL");
  const id = Number(named.name);
  if (!readSource(db, id)) throw new CaseweaveError("source-unknown", { source: named.name });
  return named.window === null ? sets.listEntitiesOfSource(db, id) : sets.listEntitiesOfSourceWithin(db, id, ...named.window);
}

/** `place:KEY@FROM/UNTIL`, or `place:KEY~METRES@FROM/UNTIL`: who was seen there, or that near to it, in the window. */
function readBox(db: ReadableDb, text: string): readonly string[] {
  const named = splitWindow(text);
  if (!named?.window) throw wrongForm(`place:${text}`, "place:KEY[~METRES]@FROM/UNTIL");
  const [, key = named.name, metres = "0"] = /^(.*)~(\d+)$/u.exec(named.name) ?? [];
  const place = readEntity(db, "place", key);
  if (!place) throw new CaseweaveError("entity-unknown", { entity: `place:${key}` });
  return sets.listSeenAt(db, placesNear(db, place.id, Number(metres)), ...named.window);
}

const setForms = [...Object.keys(readers), "scenes"].map((kind) => `${kind}:…`).join(" / ");

/** `scenes:` stands for as many lists as the series has scenes. */
function readSets(db: ReadableDb, name: string): NamedSet[] {
  const { kind, key } = parseEntityRef(name);
  if (kind === "scenes") return listScenes(db, key);
  const read = readers[kind];
  if (!read) throw new CaseweaveError("bad-request", { problems: [{ field: name, problem: "form", expected: setForms }] });
  return [{ name, entities: read(db, key) }];
}

export function collideNamedSets(db: ReadableDb, names: readonly string[], min: number | null): CollisionAnswer {
  const lists = names.flatMap((name) => readSets(db, name));
  if (lists.length < 2)
    throw new CaseweaveError("bad-request", { problems: [{ field: names.join(" "), problem: "small", expected: "2" }] });
  const totals = new Map(Object.entries(countEntities(db)));
  const isOfScenes = lists.length !== names.length;
  const found = collideSets(
    lists.map(({ entities }) => entities),
    totals,
    min ?? (isOfScenes ? 2 : names.length),
  );
  const described = found.map((one) => describe(db, { ...one, in: one.in.map((i) => lists[i]!.name) }));
  return {
    lists: lists.map(({ name }) => name),
    sizes: lists.map(({ entities }) => entities.length),
    found: described.sort((a, b) => b.in.length - a.in.length || b.rarityBits - a.rarityBits),
  };
}

/** What everybody meets (service numbers, settlement accounts) is shown and says nothing. */
function describe(db: ReadableDb, found: Omit<CollisionAnswer["found"][number], "public" | "label">): CollisionAnswer["found"][number] {
  const { kind, key } = parseEntityRef(found.entity);
  const label = readEntity(db, kind, key)?.label ?? key;
  const reason = publicReason(kind, key, label);
  return { ...found, label, rarityBits: reason === null ? found.rarityBits : 0, public: reason };
}
