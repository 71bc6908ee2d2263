// Minutes a decision, a question or a task from the stage: the only thing that a meeting writes.
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Minute } from "../../../../shared/review/minuteCalls.ts";
import type { TaskItem } from "../../../../shared/review/task/calls.ts";
import { useWords } from "../../../i18n/index.ts";
import { DateField, showWrong, thisDay } from "../../../parts/index.ts";
import { engine } from "../../../rpc/engine.ts";
import { toggleStage } from "../../../state/stage.ts";
import { reportError } from "../../../state/toasts.ts";
import { useCall } from "../../../state/useCall.ts";
import { type BoxKind, boxKinds, minuteKeys } from "../log/minuteWords.ts";

export interface MinuteBoxProps {
  readonly board: string;
  readonly scene: string;
  readonly subject: string;
}

interface Said {
  readonly kind: BoxKind;
  readonly text: string;
  readonly owner: string;
  readonly due: string;
}

const shown = 4;

async function record({ kind, text, owner, due }: Said, { board, scene, subject }: MinuteBoxProps): Promise<void> {
  if (kind !== "task") await engine.call("review.recordMinute", { kind, text, board, scene, subject });
  else {
    const about = subject === "" ? [] : [subject];
    await engine.call("task.add", { text, owner, due: due === "" ? null : due, about, board, scene });
  }
}

/** The last lines of this meeting, tasks among them, newest first. */
function lastLines(minutes: readonly Minute[], tasks: readonly TaskItem[]) {
  const lines = [
    ...minutes.map(({ id, kind, text, at }) => ({ key: `m${id}`, kind: kind as BoxKind, text, at })),
    ...tasks.map(({ id, text, owner, due, openedAt }) => ({
      key: id,
      kind: "task" as const,
      text: [text, owner, due ?? ""].filter((part) => part !== "").join(" · "),
      at: openedAt,
    })),
  ];
  return lines.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, shown);
}

function TaskFields({ said, onChange }: { readonly said: Said; readonly onChange: (said: Said) => void }) {
  const t = useWords();
  return (
    <div className="cw-stage-task">
      <input
        value={said.owner}
        maxLength={60}
        aria-label={t("task.field.owner")}
        placeholder={t("task.field.owner")}
        onChange={(event) => onChange({ ...said, owner: event.target.value })}
      />
      <label>
        {t("task.field.due")}
        <DateField value={said.due} min={thisDay()} onChange={(due) => onChange({ ...said, due })} />
      </label>
    </div>
  );
}

export function MinuteBox(props: MinuteBoxProps) {
  const t = useWords();
  const [said, setSaid] = useState<Said>({ kind: "decision", text: "", owner: "", due: "" });
  const field = useRef<HTMLTextAreaElement>(null);
  const { board } = props;
  const minutes = useCall("review.listMinutes", { board, limit: shown }, ["decisions"], true);
  const tasks = useCall("task.list", { board, state: "all" }, ["tasks"], true);
  useEffect(() => field.current?.focus(), []);
  const keep = async () => {
    if (said.text.trim().length < 2) return;
    await record(said, props);
    setSaid({ ...said, text: "" });
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    event.stopPropagation();
    if (event.key === "Escape") toggleStage("isMinuting");
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    if (!showWrong(event.currentTarget)) keep().catch(reportError);
  };
  return (
    <section className="cw-stage-minute" aria-label={t("review.minute.title")} onKeyDown={onKeyDown}>
      <header>
        <h2>{t("review.minute.title")}</h2>
        {boxKinds.map((kind) => (
          <button key={kind} type="button" aria-pressed={kind === said.kind} onClick={() => setSaid({ ...said, kind })}>
            {t(minuteKeys[kind])}
          </button>
        ))}
        {said.kind === "task" && <TaskFields said={said} onChange={setSaid} />}
      </header>
      <textarea
        ref={field}
        rows={2}
        value={said.text}
        aria-label={t("review.minute.text")}
        placeholder={t("review.minute.hint")}
        onChange={(event) => setSaid({ ...said, text: event.target.value })}
      />
      <ul>
        {lastLines(minutes.data ?? [], tasks.data?.items ?? []).map(({ key, kind, text }) => (
          <li key={key}>
            <b>{t(minuteKeys[kind])}</b> {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
