// Handlers of the heads of minutes.
import type { Meeting, meetingCalls } from "../../../../shared/review/meetingCalls.ts";
import { tasksAt } from "../../../../shared/review/task/task.ts";
import type { Handlers, ReadContext } from "../../handler.ts";
import { countMinutesByBoard, type MeetingRow, readMeetingRow, upsertMeeting } from "../../store/sqlite/tables/meeting.ts";
import { listStoryboardRows } from "../../store/sqlite/tables/storyboard.ts";
import { listTaskEntries } from "../../store/sqlite/tables/task.ts";
import { meant } from "../meant.ts";
import { requireBoard } from "./openBoard.ts";

const blank = { held: "", place: "", chair: "", attendance: "", recorder: "" } as const;

export function readMeetings({ db, clock }: Pick<ReadContext, "db" | "clock">): readonly Meeting[] {
  const minutes = new Map(countMinutesByBoard(db).map(({ board, count }) => [board, count]));
  const tasks = Map.groupBy(tasksAt(listTaskEntries(db), clock()), ({ last }) => last.board);
  return listStoryboardRows(db).map(({ id, name }) => ({
    ...blank,
    ...readMeetingRow(db, id),
    board: id,
    boardName: name,
    minutes: minutes.get(id) ?? 0,
    tasks: tasks.get(id)?.length ?? 0,
  }));
}

export const meetingHandlers: Handlers<typeof meetingCalls> = {
  "review.listMeetings": (_params, context) => readMeetings(context),
  "review.changeMeeting": ({ board, held, ...given }, context) => {
    const { db, user, clock, changed } = context;
    requireBoard(db, board);
    const stood: MeetingRow = readMeetingRow(db, board) ?? { board, ...blank };
    const next = {
      board,
      held: held ?? stood.held,
      place: meant(given.place, stood.place, context),
      chair: meant(given.chair, stood.chair, context),
      attendance: meant(given.attendance, stood.attendance, context),
      recorder: meant(given.recorder, stood.recorder, context),
    };
    upsertMeeting(db, next, user, clock());
    changed("decisions");
    return readMeetings(context).find((one) => one.board === board)!;
  },
};
