// Reads the lists that are compared, by what names them.

import { CaseweaveError } from "../../../shared/errors.ts";
import { publicReason } from "../../../shared/link/publicEntities.ts";
import { parseEntityRef } from "../../../shared/model/entity.ts";
import { parseIsoTime } from "../../../shared/model/time.ts";
import { collideSets } from "../../../shared/trace/collide.ts";
import type { CollisionAnswer } from "../../../shared/trace/movementCalls.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { countEntities } from "../store/sqlite/tables/counts.ts";
import { readEntity } from "../store/sqlite/tables/entity.ts";
import * as sets from "../store/sqlite/tables/entitySets.ts";
import { listCasesOfSeries } from "../store/sqlite/tables/moneyLedger.ts";
import { readSource } from "../store/sqlite/tables/source.ts";
import { listScenes, type NamedSet } from "./sceneSets.ts";

type ReadSet = (db: ReadableDb, key: string) => readonly string[];

/** By the word before the colon. */
const readers: Readonly<Record<string, ReadSet>> = {
  source: (db, id) => {
    if (!readSource(db, Number(id))) throw new CaseweaveError("source-unknown", { source: id });
    return sets.listEntitiesOfSource(db, Number(id));
  },
  series: (db, series) => {
    const numbers = listCasesOfSeries(db, series);
    if (numbers.length === 0) throw new CaseweaveError("series-unknown", { series });
    return sets.listEntitiesOfCases(db, numbers);
  },
  case: (db, number) => sets.listEntitiesOfCases(db, [number]),
  place: readWindow,
};

/** `place:KEY@FROM/UNTIL`: who was seen at the place in the window. */
function readWindow(db: ReadableDb, text: string): readonly string[] {
  const at = text.lastIndexOf("@");
  const [from, until] = text
    .slice(at + 1)
    .split("/")
    .map((time) => parseIsoTime(time)?.at);
  const place = readEntity(db, "place", text.slice(0, at));
  if (at < 0 || from === undefined || until === undefined)
    throw new CaseweaveError("bad-request", { problems: [{ field: `place:${text}`, problem: "form", expected: "place:KEY@FROM/UNTIL" }] });
  if (!place) throw new CaseweaveError("entity-unknown", { entity: `place:${text.slice(0, at)}` });
  return sets.listSeenAt(db, [place.id], from, until);
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
