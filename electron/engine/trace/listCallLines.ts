// The calls behind a number on the page of another: read from the store as they are asked for, with every row that tells of them.
import { entityRef } from "../../../shared/model/entity.ts";
import { isoTime } from "../../../shared/model/time.ts";
import { type Period, slotOf } from "../../../shared/trace/callProfile.ts";
import type { CallLine } from "../../../shared/trace/movementCalls.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { type CallLineRow, iterateCallsOf } from "../store/sqlite/tables/phoneFacts.ts";
import { citeEvent } from "./citeEvent.ts";
import { readEntityRef } from "./listSightings.ts";

interface CallQuestion extends Period {
  readonly phone: string;
  readonly other: string | null;
  readonly weekday: number | null;
  readonly hour: number | null;
  readonly limit: number;
}

/** `all` counts those that match, whether listed or not. */
export function listCallLines(db: ReadableDb, { phone, other, weekday, hour, since, until, limit }: CallQuestion) {
  const rows = iterateCallsOf(db, readEntityRef(db, phone).id, other === null ? null : readEntityRef(db, other).id, since, until);
  const lines: CallLine[] = [];
  let all = 0;
  for (const row of rows) {
    const slot = slotOf(row.at, row.utcOffset);
    if ((weekday !== null && slot.weekday !== weekday) || (hour !== null && slot.hour !== hour)) continue;
    all += 1;
    if (all <= limit) lines.push(toLine(db, row));
  }
  return { lines, all };
}

function toLine(db: ReadableDb, row: CallLineRow): CallLine {
  const refOf = (kind: string, key: string | null) => (key === null ? null : entityRef(kind, key));
  return {
    at: isoTime(row.at, row.utcOffset),
    outgoing: row.outgoing === 1,
    other: entityRef(row.otherKind ?? "phone", row.otherKey ?? ""),
    otherKind: row.otherKind ?? "phone",
    otherLabel: row.otherLabel ?? "",
    seconds: row.seconds,
    handset: refOf("device", row.handset),
    tower: refOf("place", row.tower),
    sources: citeEvent(db, "call", row),
  };
}
