// The inspector: every fact of an entity, each with the rows that say it.
import type { EntityFacts } from "../../../shared/chart/calls.ts";
import { CaseweaveError } from "../../../shared/errors.ts";
import type { LinkAttribute } from "../../../shared/import/facts.ts";
import { reuseDoubt } from "../../../shared/import/reusedNumber.ts";
import { publicReason } from "../../../shared/link/publicEntities.ts";
import { parseEntityRef } from "../../../shared/model/entity.ts";
import type { Citation } from "../../../shared/model/source.ts";
import { isoTime } from "../../../shared/model/time.ts";
import { listReused } from "../import/readReused.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { readAttributes } from "../store/sqlite/tables/attribute.ts";
import { type EntityRecord, readEntity } from "../store/sqlite/tables/entity.ts";
import { countEventsOf, type EventRow, listEventSources, listEventsOf, listLinksOf } from "../store/sqlite/tables/entityFacts.ts";
import { accountNumbers } from "../store/sqlite/tables/purse.ts";

interface Cited {
  readonly sourceId: number;
  readonly row: number;
  readonly source: string;
  readonly sheet: string | null;
}

const cite = ({ sourceId, row, source, sheet }: Cited): Citation => ({ sourceId, row, source, sheet });

export function requireEntity(db: ReadableDb, ref: string): EntityRecord {
  const { kind, key } = parseEntityRef(ref);
  const entity = readEntity(db, kind, key);
  if (!entity) throw new CaseweaveError("entity-unknown", { entity: ref });
  return entity;
}

export function readEntityFacts(db: ReadableDb, ref: string, maxEvents: number): EntityFacts {
  const entity = requireEntity(db, ref);
  const links = groupLinks(db, entity.id);
  const events = listEventsOf(db, entity.id, maxEvents).map((row) => describeEvent(db, row));
  const times = events.flatMap(({ at }) => at ?? []).sort();
  return {
    ref,
    kind: entity.kind,
    label: entity.label,
    numbers: accountNumbers(db, ref),
    attributes: groupAttributes(db, entity.id),
    links,
    events,
    eventCount: countEventsOf(db, entity.id),
    firstAt: times[0] ?? null,
    lastAt: times.at(-1) ?? null,
    cases: new Set(links.filter(({ otherKind }) => otherKind === "case").map(({ other }) => other)).size,
    hub: publicReason(entity.kind, entity.key, entity.label),
    reused: entity.kind === "case" ? listReused(db, [entity.id]).map((one) => reuseDoubt(one, false)) : [],
  };
}

function groupAttributes(db: ReadableDb, id: number): EntityFacts["attributes"] {
  const groups = new Map<string, { name: string; value: string; origin: string; sources: Citation[] }>();
  for (const row of readAttributes(db, id)) {
    const key = `${row.name}\n${row.value}`;
    const group = groups.get(key) ?? { name: row.name, value: row.value, origin: row.origin, sources: [] };
    group.sources.push(cite(row));
    groups.set(key, group);
  }
  return [...groups.values()];
}

function groupLinks(db: ReadableDb, id: number): EntityFacts["links"] {
  const groups = new Map<string, EntityFacts["links"][number] & { sources: Citation[]; attributes: { name: string; value: string }[] }>();
  for (const row of listLinksOf(db, id)) {
    const other = `${row.otherKind}:${row.otherKey}`;
    const key = `${row.kind}\n${row.role}\n${other}\n${row.outgoing}`;
    const group = groups.get(key) ?? {
      kind: row.kind,
      role: row.role,
      other,
      otherLabel: row.otherLabel,
      otherKind: row.otherKind,
      outgoing: row.outgoing === 1,
      origin: row.origin,
      attributes: [],
      sources: [],
    };
    group.sources.push(cite(row));
    addNew(group.attributes, row.attributes);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Parallel links say the same again and again: each value once. */
function addNew(known: { name: string; value: string }[], attributes: string): void {
  if (attributes === "") return;
  for (const [name, value] of JSON.parse(attributes) as LinkAttribute[])
    if (!known.some((one) => one.name === name && one.value === value)) known.push({ name, value });
}

function describeEvent(db: ReadableDb, row: EventRow): EntityFacts["events"][number] {
  return {
    kind: row.kind,
    at: row.at === null ? null : isoTime(row.at, row.utcOffset),
    text: JSON.parse(row.text) as Record<string, string | number>,
    other: row.otherKey === null ? "" : `${row.otherKind}:${row.otherKey}`,
    otherLabel: row.otherLabel ?? "",
    outgoing: row.outgoing === 1,
    sources: [cite(row), ...listEventSources(db, row.kind, row.id).map(cite)],
  };
}
