// Where the clue's people, handsets and accounts were: stays, captures and logins, the newest first; and who was at its places.
import { entityRef } from "../../../../shared/model/entity.ts";
import { isoTime } from "../../../../shared/model/time.ts";
import type { ClueMovement } from "../../../../shared/review/assess/clueEvents.ts";
import { listEntitiesById, listMovements, listVisits, type MovementRow } from "../../store/sqlite/tables/clueFacts.ts";
import type { EntityRecord } from "../../store/sqlite/tables/entity.ts";
import { citeEvent } from "../../trace/citeEvent.ts";
import { type Clue, idsOf } from "./clue.ts";
import type { Probe } from "./part.ts";

const mostMovements = 20;

const timeOf = (at: number | null, utcOffset: number): string | null => (at === null ? null : isoTime(at, utcOffset));

export const findMovements: Probe<"movements"> = ({ context: { db }, clue }) => {
  const places = new Set(idsOf(clue.entities.filter(({ kind }) => kind === "place")));
  const own = listMovements(db, idsOf(clue.entities), mostMovements);
  const visits = places.size === 0 ? { rows: [], count: 0 } : listVisits(db, [...places], mostMovements);
  const visitors = new Map(
    listEntitiesById(
      db,
      visits.rows.map(({ entity }) => entity),
    ).map((record) => [record.id, record]),
  );
  const describe = (row: MovementRow): ClueMovement => {
    const { movement, at, until, utcOffset, placeKind, placeKey, placeLabel, room } = row;
    const where = placeKind === null || placeKey === null ? null : { place: entityRef(placeKind, placeKey), label: placeLabel ?? "" };
    return {
      movement,
      ...whoseOf(clue, row.entity, visitors),
      at: timeOf(at, utcOffset),
      until: timeOf(until, utcOffset),
      where,
      room,
      sources: citeEvent(db, movement, row),
    };
  };
  const seen = new Set(own.rows.map(({ movement, id }) => `${movement} ${id}`));
  const others = visits.rows.filter(({ movement, id }) => !seen.has(`${movement} ${id}`));
  const rows = [...own.rows, ...others].sort((a, b) => (b.at ?? 0) - (a.at ?? 0)).slice(0, mostMovements);
  return { items: rows.map(describe), count: own.count + visits.count - (visits.rows.length - others.length) };
};

/** An entity of the clue, or whoever was at a place of it. */
function whoseOf({ entities }: Clue, id: number, visitors: ReadonlyMap<number, EntityRecord>): Pick<ClueMovement, "entity" | "label"> {
  const own = entities.find(({ records }) => records.some((one) => one.id === id));
  if (own) return { entity: own.entity, label: own.label };
  const { kind, key, label } = visitors.get(id)!;
  return { entity: entityRef(kind, key), label };
}
