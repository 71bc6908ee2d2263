// The dialog of a new watch, of one thing or of a list: what both ask for, and a foot that says what is still missing.
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useWords } from "../../../i18n/index.ts";
import { Button, DateField, Dialog, thisDay } from "../../../parts/index.ts";
import { reportError } from "../../../state/toasts.ts";
import { WatchField } from "./WatchField.tsx";
import "./watch.css";

/** Why, whose, and the last moment, if there is one. */
export interface WatchTerms {
  readonly reason: string;
  readonly owner: string;
  readonly expiresAt: number | null;
}

export interface WatchFormProps {
  readonly title: string;
  /** What its button says. */
  readonly word: string;
  /** What the reason begins with. */
  readonly reason?: string;
  /** It is known what to watch. */
  readonly isNamed: boolean;
  readonly onSave: (terms: WatchTerms) => Promise<unknown>;
  readonly onClose: () => void;
  /** What is watched. */
  readonly children: ReactNode;
}

/** The last moment of the day where one sits. */
const endOfDay = (day: string): number | null => (day === "" ? null : new Date(`${day}T23:59:59`).getTime());

export function WatchForm({ title, word, reason: first = "", isNamed, onSave, onClose, children }: WatchFormProps) {
  const t = useWords();
  const id = useId();
  const [reason, setReason] = useState(first);
  const [owner, setOwner] = useState("");
  const [until, setUntil] = useState("");
  const isReasoned = reason.trim().length > 1;
  const lacks = isNamed ? (isReasoned ? null : t("watch.form.lacksReason")) : t("watch.form.lacksSubject");
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (lacks === null) onSave({ reason, owner, expiresAt: endOfDay(until) }).then(onClose, reportError);
  };
  const foot = (
    <>
      {lacks !== null && <p>{lacks}</p>}
      <Button onClick={onClose}>{t("frame.action.cancel")}</Button>
      <button type="submit" form={id} className="cw-button cw-button-primary" disabled={lacks !== null}>
        {word}
      </button>
    </>
  );
  return (
    <Dialog title={title} onClose={onClose} foot={foot}>
      <form id={id} className="cw-watch-form" onSubmit={save}>
        {children}
        <WatchField label={t("watch.form.reason")} value={reason} onChange={setReason} />
        <WatchField label={t("watch.form.owner")} value={owner} onChange={setOwner} />
        <label className="cw-watch-field">
          <span>{t("watch.form.until")}</span>
          <DateField value={until} min={thisDay()} onChange={setUntil} />
        </label>
      </form>
    </Dialog>
  );
}
