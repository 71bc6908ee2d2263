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
import { readAllNames } from "../store/sqlite/tables/sameNames.ts";
import { maxNear, minCalls } from "./loadNear.ts";

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

interface Named {
  readonly identifier: CaseIdentifier;
  readonly ids: readonly number[];
}

function nameIn({ tables }: PreparedLink, db: ReadableDb, { kind, key, subtype, label, role }: Told): Named {
  const own = entityRef(kind, key);
  const names = readAllNames(db, [own]).get(own) ?? [];
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
  const steps = [...iterateNearEdgesOf(db, [...viaOf.keys()])].filter(
    ({ kind, count, otherKind, key, label }) => (kind !== "call" || count >= minCalls) && !publicReason(otherKind, key, label),
  );
  const known = nearNames(tables.near.idOf, db, [...new Set(steps.map(({ otherKind, key }) => entityRef(otherKind, key)))]);
  const near: NearIdentifier[] = [];
  for (const { from, kind, otherKind, key, label, at } of steps) {
    const entity = known.get(entityRef(otherKind, key));
    if (entity === undefined || direct.has(entity)) continue;
    near.push({ via: viaOf.get(from)!, entity, kind: otherKind, label, step: kind, at, citations: [] });
    if (near.length >= maxNear * named.length) break;
  }
  return near;
}

/** Only what a case reaches can be met: under the name by which the cases know it. */
function nearNames(idOf: ReadonlyMap<string, number>, db: ReadableDb, refs: readonly string[]): ReadonlyMap<string, string> {
  const known = new Map(refs.filter((ref) => idOf.has(ref)).map((ref) => [ref, ref]));
  for (const [ref, names] of readAllNames(
    db,
    refs.filter((one) => !known.has(one)),
  )) {
    const name = names.map(({ kind, key }) => entityRef(kind, key)).find((one) => idOf.has(one));
    if (name !== undefined) known.set(ref, name);
  }
  return known;
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
