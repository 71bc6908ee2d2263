// The minutes of one meeting, or of all, as DOCX or PDF.
import { isoTime } from "../../../../shared/model/time.ts";
import type { ExportedFile } from "../../../../shared/review/exportCalls.ts";
import { maskResult } from "../../../../shared/review/maskResult.ts";
import type { Meeting } from "../../../../shared/review/meetingCalls.ts";
import type { Minute, MinuteKind } from "../../../../shared/review/minuteCalls.ts";
import { noteText } from "../../../../shared/review/paper/citation.ts";
import type { PaperHead } from "../../../../shared/review/paper/paper.ts";
import { longGap } from "../../../../shared/review/paper/plainText.ts";
import { minutesPaper } from "../../../../shared/review/task/minutesPaper.ts";
import { compareTasks, tasksAt } from "../../../../shared/review/task/task.ts";
import type { Params } from "../../../../shared/rpc/contract.ts";
import type { Language } from "../../../../shared/words.ts";
import { createSentences } from "../../../words.ts";
import type { JobContext } from "../../handler.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { readMeta } from "../../store/sqlite/tables/meta.ts";
import { listMinutes } from "../../store/sqlite/tables/minute.ts";
import { listTaskEntries } from "../../store/sqlite/tables/task.ts";
import { unitKey } from "../exchange/unit.ts";
import { exportedFile } from "../exportedFile.ts";
import { longDay } from "../longDay.ts";
import { isMaskedSession, printMark } from "../printMark.ts";
import type { ReportTaskInput } from "../report/reportTask.ts";
import { readMeetings } from "../storyboard/meetings.ts";
import { requireBoard } from "../storyboard/openBoard.ts";
import { writeDocx } from "../writeExport/docx/writeDocx.ts";
import { describeTask } from "./describeTask.ts";

const mostMinutes = 100_000;

/** Unit and day over the minutes of one meeting, as over a briefing. */
const paperHead = ({ held }: Meeting, language: Language, db: ReadableDb): PaperHead => ({
  notice: "",
  issue: "",
  unit: readMeta(db, unitKey) ?? longGap,
  date: longDay(held.slice(0, 10), language),
  people: [],
  drafted: "",
  approved: "",
});

export async function exportMinutes({ board, format, language }: Params<"task.exportMinutes">, context: JobContext): Promise<ExportedFile> {
  const { db, clock, show, jobs, signal, report } = context;
  const say = createSentences(language);
  if (board !== null) requireBoard(db, board);
  const meetings = readMeetings(context);
  const clear = {
    meeting: meetings.find((one) => one.board === board) ?? null,
    meetings: board === null ? meetings : [],
    minutes: listMinutes(db, board, mostMinutes).map(
      ({ kind, at, ...row }): Minute => ({ ...row, kind: kind as MinuteKind, at: isoTime(at) }),
    ),
    tasks: tasksAt(listTaskEntries(db), clock())
      .filter(({ last }) => board === null || last.board === board)
      .sort(compareTasks)
      .map((task) => describeTask(db, task)),
  };
  const isMasked = isMaskedSession(context);
  const facts = isMasked ? (maskResult(clear, show) as typeof clear) : clear;
  const head = facts.meeting && paperHead(facts.meeting, language, db);
  const paper = minutesPaper({ ...facts, head, at: isoTime(clock()).slice(0, 16).replace("T", " "), footer: printMark(context, say) }, say);
  const pages: ReportTaskInput = { paper, format: "pdf", language, at: clock(), template: null };
  const bytes =
    format === "docx"
      ? await writeDocx(paper, (rows) => noteText(rows, say))
      : await jobs.run<Uint8Array>("writeReport", pages, { signal, report });
  return exportedFile(paper.title, format, bytes, clear.minutes.length + clear.tasks.length, isMasked);
}
