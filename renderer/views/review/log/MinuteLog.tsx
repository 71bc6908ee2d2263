// What meetings minuted, newest first: decisions and questions; tasks have a page of their own. A question that was answered says by what.
import { type FormEvent, useState } from "react";
import type { Meeting } from "../../../../shared/review/meetingCalls.ts";
import type { Minute } from "../../../../shared/review/minuteCalls.ts";
import { useLanguage, useWords } from "../../../i18n/index.ts";
import { Button, EmptyState, ErrorPanel, formatTime, Panel, Skeleton, Tag } from "../../../parts/index.ts";
import { engine } from "../../../rpc/engine.ts";
import { handOut } from "../../../state/handOut.ts";
import { openBoard } from "../../../state/storyboards.ts";
import { reportError, tell } from "../../../state/toasts.ts";
import { useCall } from "../../../state/useCall.ts";
import { FillMeeting, MeetingHead } from "./MeetingHead.tsx";
import { minuteKeys, minuteTones } from "./minuteWords.ts";

function AnswerForm({ minute, onDone }: { readonly minute: Minute; readonly onDone: () => void }) {
  const t = useWords();
  const [text, setText] = useState("");
  const answer = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim().length < 2) return;
    const { board, scene, subject, id } = minute;
    engine.call("review.recordMinute", { kind: "decision", text, board, scene, subject, answers: id }).then(onDone).catch(reportError);
  };
  return (
    <form className="cw-minute-answer" onSubmit={answer}>
      <input
        className="cw-input"
        value={text}
        aria-label={t("review.minute.answer")}
        placeholder={t("review.minute.answerHint")}
        onChange={(event) => setText(event.target.value)}
      />
      <Button small tone="primary" disabled={text.trim().length < 2} onClick={answer}>
        {t("review.minute.keep")}
      </Button>
    </form>
  );
}

interface LineProps {
  readonly minute: Minute;
  readonly isAnswering: boolean;
  readonly onAnswer: (id: number | null) => void;
}

function MinuteLine({ minute, isAnswering, onAnswer }: LineProps) {
  const t = useWords();
  const { id, kind, text, board, boardName, by, at, answers, answeredBy } = minute;
  const isOpen = kind === "question" && answeredBy === null;
  return (
    <li className={answeredBy === null ? "" : "cw-minute-done"}>
      <Tag tone={minuteTones[kind]}>{t(minuteKeys[kind])}</Tag>
      <div>
        <p>
          <span className="cw-quiet cw-small">#{id}</span> {text}
          {answers !== null && <span className="cw-quiet"> {t("review.minute.answers", { id: answers })}</span>}
          {answeredBy !== null && <span className="cw-quiet"> {t("review.minute.answered", { id: answeredBy })}</span>}
        </p>
        <p className="cw-quiet cw-small">
          {by} · {formatTime(at)}{" "}
          {board !== "" && (
            <button type="button" className="cw-entity cw-tone-accent" onClick={() => openBoard(board)}>
              {boardName}
            </button>
          )}
        </p>
        {isAnswering && <AnswerForm minute={minute} onDone={() => onAnswer(null)} />}
      </div>
      {isOpen && !isAnswering && (
        <Button small onClick={() => onAnswer(id)}>
          {t("review.minute.answer")}
        </Button>
      )}
    </li>
  );
}

/** One meeting or all of them, with the tasks that they decided, as a page to sign. */
function ExportMinutes({ board }: { readonly board: string | null }) {
  const t = useWords();
  const language = useLanguage();
  const [isBusy, setBusy] = useState(false);
  const write = (format: "docx" | "pdf") => {
    setBusy(true);
    engine
      .call("task.exportMinutes", { board, format, language })
      .then((file) => {
        handOut(file);
        tell("task.minutes.exported", { file: file.file });
      }, reportError)
      .finally(() => setBusy(false));
  };
  return (
    <>
      <Button small icon="download" disabled={isBusy} onClick={() => write("docx")}>
        {t("task.minutes.export")}
      </Button>
      <Button small icon="download" disabled={isBusy} onClick={() => write("pdf")}>
        PDF
      </Button>
    </>
  );
}

interface ChooseProps {
  readonly meetings: readonly Meeting[];
  readonly board: string | null;
  readonly onChoose: (board: string | null) => void;
}

function ChooseMeeting({ meetings, board, onChoose }: ChooseProps) {
  const t = useWords();
  return (
    <select
      className="cw-input"
      aria-label={t("review.meeting.choose")}
      value={board ?? ""}
      onChange={(event) => onChoose(event.target.value === "" ? null : event.target.value)}
    >
      <option value="">{t("review.meeting.all")}</option>
      {meetings.map((one) => (
        <option key={one.board} value={one.board}>
          {one.boardName}
        </option>
      ))}
    </select>
  );
}

function MinuteLines({ board }: { readonly board: string | null }) {
  const t = useWords();
  const [answering, setAnswering] = useState<number | null>(null);
  const { data, error, reload } = useCall("review.listMinutes", { board, limit: 500 }, ["decisions", "storyboards"]);
  if (error) return <ErrorPanel error={error} onRetry={reload} />;
  if (data === null) return <Skeleton rows={6} />;
  if (data.length === 0)
    return (
      <EmptyState icon="presentation" title={t("review.minute.none")}>
        {t("review.minute.noneWhy")}
      </EmptyState>
    );
  const open = data.filter(({ kind, answeredBy }) => kind === "question" && answeredBy === null).length;
  return (
    <>
      <p className="cw-quiet cw-small cw-meeting-open">{t("review.minute.open", { count: open })}</p>
      <ol className="cw-minutes">
        {data.map((minute) => (
          <MinuteLine key={minute.id} minute={minute} isAnswering={answering === minute.id} onAnswer={setAnswering} />
        ))}
      </ol>
    </>
  );
}

export function MinuteLog() {
  const t = useWords();
  const [board, setBoard] = useState<string | null>(null);
  const meetings = useCall("review.listMeetings", {}, ["decisions", "storyboards", "tasks"]).data ?? [];
  const meeting = meetings.find((one) => one.board === board);
  return (
    <Panel title={t("review.minute.title")} tools={<ExportMinutes board={meeting?.board ?? null} />}>
      {meetings.length > 0 && (
        <div className="cw-meeting-choice">
          <ChooseMeeting meetings={meetings} board={board} onChoose={setBoard} />
          {meeting !== undefined && <FillMeeting meeting={meeting} />}
        </div>
      )}
      {meeting !== undefined && <MeetingHead meeting={meeting} />}
      <MinuteLines board={meeting?.board ?? null} />
    </Panel>
  );
}
