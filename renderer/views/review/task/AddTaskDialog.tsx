// A new task: what, by whom, until when, about what.
import { type FormEvent, useState } from "react";
import { shownKey, shownKind } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { kindKeys, wordOf } from "../../../i18n/vocabulary.ts";
import { Button, DateField, Dialog, thisDay } from "../../../parts/index.ts";
import { addTask } from "../../../state/tasks.ts";
import { reportError } from "../../../state/toasts.ts";
import "../watch/watch.css";

const formId = "cw-task-form";

export interface AddTaskProps {
  readonly onClose: () => void;
  /** What it is about already: the series, ring, alert or clue on whose page it is opened. */
  readonly about?: readonly string[];
}

/** Ties are told by what people type: `S-1`, `case:A1`, a number; several with a comma or a blank line between them. */
const readTies = (text: string): string[] =>
  text
    .split(/[\s,，、;；]+/)
    .map((part) => part.trim())
    .filter((part) => part !== "");

function Given({ about, onRemove }: { readonly about: readonly string[]; readonly onRemove: (ref: string) => void }) {
  const t = useWords();
  return (
    <span className="cw-task-ties">
      {about.map((ref) => (
        <button key={ref} type="button" className="cw-filter-chip" title={t("task.form.untie")} onClick={() => onRemove(ref)}>
          {shownKind(ref) === "series" || shownKind(ref) === "ring"
            ? shownKey(ref)
            : `${wordOf(t, kindKeys, shownKind(ref))} ${shownKey(ref)}`}{" "}
          ×
        </button>
      ))}
    </span>
  );
}

export function AddTaskDialog({ onClose, about = [] }: AddTaskProps) {
  const t = useWords();
  const [form, setForm] = useState({ text: "", owner: "", due: "", more: "" });
  const [tied, setTied] = useState(about);
  const change = (part: Partial<typeof form>) => setForm((old) => ({ ...old, ...part }));
  const isReady = form.text.trim().length > 1;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const { text, owner, due, more } = form;
    addTask({ text, owner, due: due === "" ? null : due, about: [...tied, ...readTies(more)] }).then(onClose, reportError);
  };
  const foot = (
    <>
      <Button onClick={onClose}>{t("frame.action.cancel")}</Button>
      <button type="submit" form={formId} className="cw-button cw-button-primary" disabled={!isReady}>
        {t("task.form.save")}
      </button>
    </>
  );
  return (
    <Dialog title={t("task.form.title")} onClose={onClose} foot={foot}>
      <form id={formId} className="cw-watch-form" onSubmit={save}>
        <label className="cw-watch-field">
          <span>{t("task.field.text")}</span>
          <textarea
            className="cw-input cw-task-text"
            rows={3}
            maxLength={2000}
            value={form.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        </label>
        <label className="cw-watch-field">
          <span>{t("task.field.owner")}</span>
          <input className="cw-input" maxLength={60} value={form.owner} onChange={(event) => change({ owner: event.target.value })} />
        </label>
        <label className="cw-watch-field">
          <span>{t("task.field.due")}</span>
          <DateField value={form.due} min={thisDay()} onChange={(due) => change({ due })} />
        </label>
        <label className="cw-watch-field">
          <span>{t("task.field.about")}</span>
          <input
            className="cw-input"
            value={form.more}
            placeholder={t("task.form.aboutHint")}
            onChange={(event) => change({ more: event.target.value })}
          />
        </label>
        {tied.length > 0 && <Given about={tied} onRemove={(ref) => setTied(tied.filter((one) => one !== ref))} />}
      </form>
    </Dialog>
  );
}
