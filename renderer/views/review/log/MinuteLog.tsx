// What meetings minuted, newest first: decisions and questions; tasks have a page of their own. A question that was answered says by what.
import { type FormEvent, useState } from "react";
import type { Minute } from "../../../../shared/review/minuteCalls.ts";
import { useLanguage, useWords } from "../../../i18n/index.ts";
import { Button, EmptyState, ErrorPanel, formatTime, Panel, Skeleton, Tag } from "../../../parts/index.ts";
import { engine } from "../../../rpc/engine.ts";
import { handOut } from "../../../state/handOut.ts";
import { openBoard } from "../../../state/storyboards.ts";
import { reportError, tell } from "../../../state/toasts.ts";
import { useCall } from "../../../state/useCall.ts";
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

/** All meetings, with the tasks that they decided, as a page to sign. */
function ExportMinutes() {
  const t = useWords();
  const language = useLanguage();
  const [isBusy, setBusy] = useState(false);
  const write = () => {
    setBusy(true);
    engine
      .call("task.exportMinutes", { format: "docx", language })
      .then((file) => {
        handOut(file);
        tell("task.minutes.exported", { file: file.file });
      }, reportError)
      .finally(() => setBusy(false));
  };
  return (
    <Button small icon="download" disabled={isBusy} onClick={write}>
      {t("task.minutes.export")}
    </Button>
  );
}

export function MinuteLog() {
  const t = useWords();
  const [answering, setAnswering] = useState<number | null>(null);
  const { data, error, reload } = useCall("review.listMinutes", { limit: 500 }, ["decisions", "storyboards"]);
  const open = data?.filter(({ kind, answeredBy }) => kind === "question" && answeredBy === null).length ?? 0;
  return (
    <Panel
      title={t("review.minute.title")}
      tools={
        <>
          {data !== null && data.length > 0 && t("review.minute.open", { count: open })}
          <ExportMinutes />
        </>
      }
    >
      {error ? (
        <ErrorPanel error={error} onRetry={reload} />
      ) : data === null ? (
        <Skeleton rows={6} />
      ) : data.length === 0 ? (
        <EmptyState icon="presentation" title={t("review.minute.none")}>
          {t("review.minute.noneWhy")}
        </EmptyState>
      ) : (
        <ol className="cw-minutes">
          {data.map((minute) => (
            <MinuteLine key={minute.id} minute={minute} isAnswering={answering === minute.id} onAnswer={setAnswering} />
          ))}
        </ol>
      )}
    </Panel>
  );
}
