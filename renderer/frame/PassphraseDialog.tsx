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
  const id = useId();
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const fault = isNew ? faultOf(first, second) : null;
  const isReady = isNew ? fault === null : first !== "";
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) answerPassphrase(first);
  };
  const close = () => answerPassphrase(null);
  const foot = (
    <>
      {fault !== null && <p>{t(fault, { count: shortestPassphrase })}</p>}
      <Button onClick={close}>{t("frame.action.cancel")}</Button>
      <button type="submit" form={id} className="cw-button cw-button-primary" disabled={!isReady}>
        <span className="cw-button-text">{doWord(t, isNew, first)}</span>
      </button>
    </>
  );
  return (
    <Dialog title={isNew ? t("frame.passphrase.newTitle") : t("frame.passphrase.openTitle")} onClose={close} foot={foot}>
      <form id={id} className="cw-passphrase" onSubmit={send}>
        <p>{isNew ? t("frame.passphrase.newNote", { name }) : t("frame.passphrase.openNote", { name })}</p>
        <PassphraseField word={t("frame.passphrase.field")} value={first} isFirst onChange={setFirst} />
        {isNew && <PassphraseField word={t("frame.passphrase.again")} value={second} onChange={setSecond} />}
        {isWrong && first === "" && (
          <p role="alert" className="cw-tone-contra">
            {t("frame.passphrase.wrong")}
          </p>
        )}
        {isNew && <p className="cw-quiet cw-small">{t("frame.passphrase.lost")}</p>}
      </form>
    </Dialog>
  );
}

export function PassphraseDialog() {
  const asked = usePassphrase((state) => state.asked);
  return asked === null ? null : <PassphraseForm asked={asked} />;
}
