// A new watch: what it is about, why, and until when.
import { type FormEvent, useState } from "react";
import { type WatchKind, watchKinds } from "../../../../shared/model/alert.ts";
import type { Input } from "../../../../shared/rpc/contract.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, DateField, Dialog } from "../../../parts/index.ts";
import { reportError } from "../../../state/toasts.ts";
import { addWatch } from "../../../state/watches.ts";
import { type SubjectForm, subjectForms } from "./subjectForms.tsx";
import { endOfDay, WatchField } from "./watchFields.tsx";

type Subject = Input<"review.addWatch">["subject"];
type Kind = WatchKind;

const formId = "cw-watch-form";
function KindField({ kind, onChange }: { readonly kind: Kind; readonly onChange: (kind: Kind) => void }) {
  const t = useWords();
  return (
    <label className="cw-watch-field">
      <span>{t("watch.form.kind")}</span>
      <select className="cw-input" value={kind} onChange={(event) => onChange(event.target.value as Kind)}>
        {watchKinds.map((each) => (
          <option key={each} value={each}>
            {t(`watch.kind.${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

export interface AddWatchProps {
  readonly onClose: () => void;
  /** What is already known of it: a number that was found somewhere. */
  readonly text?: string;
}

export function AddWatchDialog({ onClose, text = "" }: AddWatchProps) {
  const t = useWords();
  const [kind, setKind] = useState<Kind>("entity");
  const [subject, setSubject] = useState<Subject | null>(null);
  const [form, setForm] = useState({ label: "", reason: "", owner: "", until: "" });
  const change = (part: Partial<typeof form>) => setForm((old) => ({ ...old, ...part }));
  const Subject: SubjectForm = subjectForms[kind];
  const isReady = subject !== null && form.reason.trim().length > 1;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const { until, ...rest } = form;
    addWatch({ subject, ...rest, expiresAt: endOfDay(until) }).then(onClose, reportError);
  };
  const foot = (
    <>
      <Button onClick={onClose}>{t("frame.action.cancel")}</Button>
      <button type="submit" form={formId} className="cw-button cw-button-primary" disabled={!isReady}>
        {t("watch.form.save")}
      </button>
    </>
  );
  return (
    <Dialog title={t("watch.form.title")} onClose={onClose} foot={foot}>
      <form id={formId} className="cw-watch-form" onSubmit={save}>
        <KindField
          kind={kind}
          onChange={(next) => {
            setSubject(null);
            setKind(next);
          }}
        />
        <Subject key={kind} text={text} onSubject={setSubject} />
        <WatchField label={t("watch.form.reason")} value={form.reason} onChange={(reason) => change({ reason })} />
        <WatchField label={t("watch.form.label")} value={form.label} onChange={(label) => change({ label })} />
        <WatchField label={t("watch.form.owner")} value={form.owner} onChange={(owner) => change({ owner })} />
        <label className="cw-watch-field">
          <span>{t("watch.form.until")}</span>
          <DateField value={form.until} onChange={(until) => change({ until })} />
        </label>
      </form>
    </Dialog>
  );
}
