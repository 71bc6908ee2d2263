// Events and links that an import brought about some entities, as hits of those who watch them.
import type { HitCode } from "../../../../shared/model/alert.ts";
import { factText, type Hit, type HitDetail } from "../../../../shared/review/watch/hit.ts";
import {
  type EventSide,
  eventSides,
  type FreshEvent,
  type FreshLink,
  iterateFreshEvents,
  iterateFreshLinks,
} from "../../store/sqlite/tables/freshFacts.ts";
import type { Import } from "./finder.ts";

/** Entity number → the watches that it concerns. */
export type WatchedEntities = ReadonlyMap<number, ReadonlySet<number>>;

const codes: Readonly<Record<EventSide, HitCode>> = {
  "transfer-in": "transfer-in",
  "transfer-out": "transfer-out",
  "call-from": "call",
  "call-to": "call",
  "call-device": "call",
  "call-place": "call",
  "stay-person": "stay",
  "stay-place": "stay",
  "capture-device": "capture",
  "capture-place": "capture",
  "login-account": "login",
  "login-address": "login",
  "login-device": "login",
};

export const placeSides: readonly EventSide[] = ["call-place", "stay-place", "capture-place"];
export const ownSides = (Object.keys(eventSides) as EventSide[]).filter((side) => !placeSides.includes(side));

/** At a watched place the one who was there is whom it is about. */
function detailOf(side: EventSide, event: FreshEvent): HitDetail {
  const { ownRef, otherRef, placeRef, fen, currency, seconds } = event;
  const isPlace = placeSides.includes(side);
  return {
    entity: isPlace ? (otherRef ?? ownRef) : ownRef,
    ...(!isPlace && otherRef !== null && { other: otherRef }),
    ...(placeRef !== null && { place: placeRef }),
    ...(fen !== null && { fen, currency: currency ?? "" }),
    ...(seconds !== null && { seconds }),
  };
}

/** Who and whom in the direction of the event, so that both sides tell one fact. */
export function eventFact(side: EventSide, { ownRef, otherRef, placeRef, at, fen, currency, seconds, mark }: FreshEvent): string {
  const isTo = eventSides[side].own === "to_id";
  const [from, to] = isTo ? [otherRef, ownRef] : [ownRef, otherRef];
  return factText(eventSides[side].table, from, to, placeRef, at, fen, currency, seconds, mark);
}

export function* eventHits({ db, sources }: Import, sides: readonly EventSide[], watched: WatchedEntities): Generator<Hit> {
  const entities = [...watched.keys()];
  for (const side of sides)
    for (const event of iterateFreshEvents(db, side, entities, sources)) {
      const { at, utcOffset, sourceId, row } = event;
      const hit = { code: codes[side], fact: eventFact(side, event), at, utcOffset, sourceId, row, detail: detailOf(side, event) };
      for (const watch of watched.get(event.own) ?? []) yield { watch, ...hit };
    }
}

const linkFact = ({ ownRef, otherRef, kind, role }: FreshLink, end: "from" | "to"): string =>
  factText("link", kind, role, ...(end === "from" ? [ownRef, otherRef] : [otherRef, ownRef]));

/** `take` leaves links out. */
export function* linkHits({ db, sources }: Import, watched: WatchedEntities, take: (link: FreshLink) => boolean): Generator<Hit> {
  for (const end of ["from", "to"] as const)
    for (const link of iterateFreshLinks(db, end, [...watched.keys()], sources)) {
      if (!take(link)) continue;
      const { at, utcOffset, sourceId, row, ownRef, otherRef, kind, role } = link;
      const detail = { entity: ownRef, other: otherRef, link: kind, role };
      const hit = { code: "link" as const, fact: linkFact(link, end), at, utcOffset, sourceId, row, detail };
      for (const watch of watched.get(link.own) ?? []) yield { watch, ...hit };
    }
}
