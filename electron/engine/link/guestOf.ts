// A text as a case that is stored nowhere: what an import would take from it as a brief, under the references by which the prepared cases know it.

import type { BriefFinding } from "../../../shared/import/briefSpan.ts";
import { extractBrief } from "../../../shared/import/extractBrief.ts";
import { netidOf } from "../../../shared/import/rows/netids.ts";
import type { CaseIdentifier, NearIdentifier } from "../../../shared/link/caseData.ts";
import type { PreparedLink } from "../../../shared/link/prepared.ts";
import { publicReason } from "../../../shared/link/publicEntities.ts";
import type { GuestCase } from "../../../shared/link/withGuest.ts";
import { entityRef, parseEntityRef } from "../../../shared/model/entity.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { iterateNearEdgesOf } from "../store/sqlite/tables/caseFacts.ts";
import { listEntitiesById } from "../store/sqlite/tables/clueFacts.ts";
import { readEntity } from "../store/sqlite/tables/entity.ts";
import { listMemberIds } from "../store/sqlite/tables/identityOf.ts";
import { listSameIds } from "../store/sqlite/tables/purse.ts";
import { maxNear, minCalls } from "./loadCases.ts";

/** Comes after every case number. */
export const guestNumber = "\uffff";

export interface Told {
  readonly kind: string;
  readonly key: string;
  readonly subtype: string;
  readonly label: string;
  readonly role: CaseIdentifier["role"];
}

/** As `import/rows/briefFacts.ts` names what a brief says. */
export function toldBy({ kind, value, subtype, role }: BriefFinding): Told | null {
  if (kind === "money") return null;
  if (kind !== "netid" && kind !== "app") return { kind, key: value, subtype: "", label: value, role };
  const found = netidOf(value, kind === "app" ? "app" : subtype);
  return found && { kind: "netid", key: found.key, subtype: found.type, label: found.label, role };
}

/** The entity, the rest of its identity and the other name of its purse: one of them is what the cases have. */
function namesOf(db: ReadableDb, kind: string, key: string) {
  const entity = readEntity(db, kind, key);
  if (!entity) return [];
  const ids = listMemberIds(db, entity.id).flatMap((id) => listSameIds(db, id));
  return listEntitiesById(db, [...new Set(ids)]);
}

interface Named {
  readonly identifier: CaseIdentifier;
  readonly ids: readonly number[];
}

function nameIn({ tables }: PreparedLink, db: ReadableDb, { kind, key, subtype, label, role }: Told): Named {
  const names = namesOf(db, kind, key);
  const own = entityRef(kind, key);
  const known = [own, ...names.map((one) => entityRef(one.kind, one.key))].find((ref) => tables.identifiers.idOf.has(ref)) ?? own;
  const identifier = { entity: known, kind: parseEntityRef(known).kind, subtype, label, role, origin: "brief" as const, citations: [] };
  return { identifier, ids: names.map(({ id }) => id) };
}

/** What lies one step further, as `loadCases.ts` finds it for stored cases. */
function nearOf({ tables }: PreparedLink, db: ReadableDb, named: readonly Named[]): NearIdentifier[] {
  const direct = new Set(named.map(({ identifier }) => identifier.entity));
  const shut = new Set(tables.exclusions.map(({ entity }) => entity));
  const starts = named.filter(({ identifier }) => !shut.has(identifier.entity));
  const viaOf = new Map(starts.flatMap(({ identifier, ids }) => ids.map((id) => [id, identifier.entity] as const)));
  const near: NearIdentifier[] = [];
  for (const edge of iterateNearEdgesOf(db, [...viaOf.keys()])) {
    if (edge.kind === "call" && edge.count < minCalls) continue;
    const entity = entityRef(edge.otherKind, edge.key);
    if (publicReason(edge.otherKind, edge.key, edge.label) || direct.has(entity)) continue;
    // Only what a case reaches can be met.
    if (tables.near.idOf.has(entity))
      near.push({
        via: viaOf.get(edge.from)!,
        entity,
        kind: edge.otherKind,
        label: edge.label,
        step: edge.kind,
        at: edge.at,
        citations: [],
      });
    if (near.length >= maxNear * named.length) break;
  }
  return near;
}

/** Null where the text tells nothing that cases can be compared by. */
export function guestOf(link: PreparedLink, db: ReadableDb, text: string, more: readonly Told[]): GuestCase | null {
  const told = [...extractBrief(text).flatMap((finding) => toldBy(finding) ?? []), ...more];
  const named = new Map<string, Named>();
  for (const one of told) {
    const found = nameIn(link, db, one);
    const before = named.get(found.identifier.entity);
    if (before === undefined || before.identifier.role === "neutral") named.set(found.identifier.entity, found);
  }
  const isBrief = /\p{Script=Han}{4,}/u.test(text);
  if (named.size === 0 && !isBrief) return null;
  const all = [...named.values()];
  return {
    number: guestNumber,
    type: null,
    unit: null,
    from: null,
    until: null,
    hasClock: false,
    x: null,
    y: null,
    planar: false,
    place: null,
    lossFen: null,
    brief: isBrief ? text : null,
    identifiers: all.map(({ identifier }) => identifier),
    near: nearOf(link, db, all),
    suspects: [],
    rows: [],
    utcOffset: 480,
  };
}
