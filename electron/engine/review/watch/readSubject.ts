// From what somebody names to what is watched, with what it is called where no name was given.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { parseEntityRef } from "../../../../shared/model/entity.ts";
import type { WatchSubject } from "../../../../shared/review/watch/subject.ts";
import type { Named } from "../../../../shared/review/watchCalls.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { readEntity } from "../../store/sqlite/tables/entity.ts";
import { listPlaceCoordinates } from "../../store/sqlite/tables/sightings.ts";
import { readTyped } from "./readTyped.ts";

export interface ReadSubject {
  readonly subject: WatchSubject;
  readonly label: string;
}

function readNear(db: ReadableDb, ref: string, metres: number): ReadSubject {
  const { kind, key } = parseEntityRef(ref);
  const place = kind === "place" ? readEntity(db, kind, key) : undefined;
  if (!place) throw new CaseweaveError("entity-unknown", { entity: ref });
  const at = listPlaceCoordinates(db).find((one) => one.place === place.id);
  if (!at) throw new CaseweaveError("place-without-coordinates", { place: place.label });
  return { subject: { kind: "place", longitude: at.longitude, latitude: at.latitude, metres }, label: place.label };
}

export function readSubject(db: ReadableDb, named: Named, now: number): ReadSubject {
  if (named.kind === "text") return { subject: readTyped(db, named.text, now), label: "" };
  return named.kind === "near" ? readNear(db, named.place, named.metres) : { subject: named, label: "" };
}
