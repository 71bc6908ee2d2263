// What a meeting rests on: the stays and captures of both, with every row that tells of them.
import { CaseweaveError } from "../../../shared/errors.ts";
import { entityRef, parseEntityRef } from "../../../shared/model/entity.ts";
import { isoTime } from "../../../shared/model/time.ts";
import type { SightingLine } from "../../../shared/trace/movementCalls.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { type EntityRecord, readEntity } from "../store/sqlite/tables/entity.ts";
import { listSightingFacts } from "../store/sqlite/tables/sightings.ts";
import { citeEvent } from "./citeEvent.ts";

export function readEntityRef(db: ReadableDb, ref: string): EntityRecord {
  const { kind, key } = parseEntityRef(ref);
  const found = readEntity(db, kind, key);
  if (!found) throw new CaseweaveError("entity-unknown", { entity: ref });
  return found;
}

/** Times in milliseconds since 1970, inclusive. */
export function listSightings(db: ReadableDb, refs: readonly string[], from: number, until: number): readonly SightingLine[] {
  const records = new Map(refs.map((ref) => readEntityRef(db, ref)).map((record) => [record.id, record]));
  return listSightingFacts(db, [...records.keys()], from, until).map((fact) => {
    const { kind, key, label } = records.get(fact.subject)!;
    return {
      entity: entityRef(kind, key),
      label,
      place: entityRef("place", fact.placeKey),
      from: isoTime(fact.from, fact.utcOffset),
      until: isoTime(fact.until, fact.utcOffset),
      sources: citeEvent(db, fact.kind, fact),
    };
  });
}
