// The passphrase of a workspace: asked before anything of it is read, proposed for a new one.
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { type Translate, useWords } from "../i18n/index.ts";
import { Button, Dialog } from "../parts/index.ts";
import { answerPassphrase, faultOf, type PassphraseQuestion, shortestPassphrase, usePassphrase } from "../state/passphrase.ts";

interface FieldProps {
  readonly word: string;
  readonly value: string;
  readonly isFirst?: boolean;
  readonly onChange: (text: string) => void;
}

function PassphraseField({ word, value, isFirst = false, onChange }: FieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  // After the dialog has opened: it gives the focus to its first button.
  useEffect(() => {
    const frame = requestAnimationFrame(() => isFirst && input.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [isFirst]);
  return (
    <div className="cw-passphrase-field">
      <label htmlFor={id}>{word}</label>
      <input
        ref={input}
        id={id}
        className="cw-field"
        type="password"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

const doWord = (t: Translate, isNew: boolean, passphrase: string): string =>
  isNew ? (passphrase === "" ? t("frame.passphrase.without") : t("frame.passphrase.encrypt")) : t("frame.passphrase.open");

function PassphraseForm({ asked: { name, isNew, isWrong } }: { readonly asked: PassphraseQuestion }) {
  const t = useWords();
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const fault = isNew ? faultOf(first, second) : null;
  const isReady = isNew ? fault === null : first !== "";
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) answerPassphrase(first);
  };
  return (
    <form className="cw-passphrase" onSubmit={send}>
      <p>{isNew ? t("frame.passphrase.newNote", { name }) : t("frame.passphrase.openNote", { name })}</p>
      <PassphraseField word={t("frame.passphrase.field")} value={first} isFirst onChange={setFirst} />
      {isNew && <PassphraseField word={t("frame.passphrase.again")} value={second} onChange={setSecond} />}
      {isWrong && first === "" && (
        <p role="alert" className="cw-tone-contra">
          {t("frame.passphrase.wrong")}
        </p>
      )}
      {fault !== null && <p className="cw-quiet">{t(fault, { count: shortestPassphrase })}</p>}
      {isNew && <p className="cw-quiet">{t("frame.passphrase.lost")}</p>}
      <div className="cw-modal-actions">
        <Button onClick={() => answerPassphrase(null)}>{t("frame.action.cancel")}</Button>
        <button type="submit" className="cw-button cw-button-primary" disabled={!isReady}>
          <span className="cw-button-text">{doWord(t, isNew, first)}</span>
        </button>
      </div>
    </form>
  );
}

export function PassphraseDialog() {
  const t = useWords();
  const asked = usePassphrase((state) => state.asked);
  if (asked === null) return null;
  return (
    <Dialog title={asked.isNew ? t("frame.passphrase.newTitle") : t("frame.passphrase.openTitle")} onClose={() => answerPassphrase(null)}>
      <PassphraseForm asked={asked} />
    </Dialog>
  );
}
