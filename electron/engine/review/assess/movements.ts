// Where the clue's people, handsets and accounts were: stays, captures and logins, the newest first.
import { entityRef } from "../../../../shared/model/entity.ts";
import { isoTime } from "../../../../shared/model/time.ts";
import type { ClueMovement } from "../../../../shared/review/assess/calls.ts";
import { listMovements, type MovementRow } from "../../store/sqlite/tables/clueFacts.ts";
import { citeEvent } from "../../trace/citeEvent.ts";
import type { Clue } from "./clue.ts";
import type { Probe } from "./part.ts";

const mostMovements = 20;

const timeOf = (at: number | null, utcOffset: number): string | null => (at === null ? null : isoTime(at, utcOffset));

export const findMovements: Probe<"movements"> = ({ context: { db }, clue }) => {
  const describe = (row: MovementRow): ClueMovement => {
    const { entity, label } = whose(clue, row.entity);
    const { movement, at, until, utcOffset, placeKind, placeKey, placeLabel, room } = row;
    const where = placeKind === null || placeKey === null ? null : { place: entityRef(placeKind, placeKey), label: placeLabel ?? "" };
    return {
      movement,
      entity,
      label,
      at: timeOf(at, utcOffset),
      until: timeOf(until, utcOffset),
      where,
      room,
      sources: citeEvent(db, movement, row),
    };
  };
  const { rows, count } = listMovements(
    db,
    clue.entities.map(({ id }) => id),
    mostMovements,
  );
  return { items: rows.map(describe), count };
};

const whose = ({ entities }: Clue, id: number) => entities.find((one) => one.id === id)!;
