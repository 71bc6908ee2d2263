// Minutes a decision, a question or a task from the stage: the only thing that a meeting writes.
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { type MinuteKind, minuteKinds } from "../../../../shared/review/minuteCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { engine } from "../../../rpc/engine.ts";
import { toggleStage } from "../../../state/stage.ts";
import { reportError } from "../../../state/toasts.ts";
import { useCall } from "../../../state/useCall.ts";
import { minuteKeys } from "../log/minuteWords.ts";

export interface MinuteBoxProps {
  readonly board: string;
  readonly scene: string;
  readonly subject: string;
}

const shown = 4;

export function MinuteBox({ board, scene, subject }: MinuteBoxProps) {
  const t = useWords();
  const [kind, setKind] = useState<MinuteKind>("decision");
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const { data } = useCall("review.listMinutes", { board, limit: shown }, ["decisions"], true);
  useEffect(() => field.current?.focus(), []);
  const record = async () => {
    if (text.trim().length < 2) return;
    await engine.call("review.recordMinute", { kind, text, board, scene, subject });
    setText("");
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "Escape") toggleStage("isMinuting");
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    record().catch(reportError);
  };
  return (
    <section className="cw-stage-minute" aria-label={t("review.minute.title")} onKeyDown={onKeyDown}>
      <header>
        <h2>{t("review.minute.title")}</h2>
        {minuteKinds.map((one) => (
          <button key={one} type="button" aria-pressed={one === kind} onClick={() => setKind(one)}>
            {t(minuteKeys[one])}
          </button>
        ))}
      </header>
      <textarea
        ref={field}
        rows={2}
        value={text}
        aria-label={t("review.minute.text")}
        placeholder={t("review.minute.hint")}
        onChange={(event) => setText(event.target.value)}
      />
      <ul>
        {(data ?? []).map((minute) => (
          <li key={minute.id}>
            <b>{t(minuteKeys[minute.kind])}</b> {minute.text}
          </li>
        ))}
      </ul>
    </section>
  );
}
