// Handlers of what a meeting minutes.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { isoTime } from "../../../../shared/model/time.ts";
import type { Minute, MinuteKind, minuteCalls } from "../../../../shared/review/minuteCalls.ts";
import type { Handlers } from "../../handler.ts";
import { insertMinute, listMinutes, type MinuteRow, readMinute } from "../../store/sqlite/tables/minute.ts";
import { requireBoard } from "./openBoard.ts";

const minuteOf = ({ kind, at, ...row }: MinuteRow): Minute => ({ ...row, kind: kind as MinuteKind, at: isoTime(at) });

export const minuteHandlers: Handlers<typeof minuteCalls> = {
  "review.recordMinute": ({ board, answers, ...said }, { db, user, clock, changed }) => {
    if (board !== "") requireBoard(db, board);
    if (answers !== null && !readMinute(db, answers)) throw new CaseweaveError("minute-unknown", { id: answers });
    const id = insertMinute(db, { ...said, board, answers, by: user, at: clock() });
    changed("decisions");
    return minuteOf(readMinute(db, id)!);
  },
  "review.listMinutes": ({ board, limit }, { db }) => listMinutes(db, board, limit).map(minuteOf),
};
