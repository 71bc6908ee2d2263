// A new watch: what it is about, why, and until when.
import { useState } from "react";
import { type WatchKind, watchKinds } from "../../../../shared/model/alert.ts";
import type { Input } from "../../../../shared/rpc/contract.ts";
import { useWords } from "../../../i18n/index.ts";
import { addWatch } from "../../../state/watches.ts";
import { type SubjectForm, subjectForms } from "./subjectForms.tsx";
import { WatchField } from "./WatchField.tsx";
import { WatchForm } from "./WatchForm.tsx";

type Subject = Input<"review.addWatch">["subject"];
type Kind = WatchKind;

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
  const [label, setLabel] = useState("");
  const Subject: SubjectForm = subjectForms[kind];
  return (
    <WatchForm
      title={t("watch.form.title")}
      word={t("watch.form.save")}
      isNamed={subject !== null}
      onSave={async (terms) => subject && addWatch({ subject, label, ...terms })}
      onClose={onClose}
    >
      <KindField
        kind={kind}
        onChange={(next) => {
          setSubject(null);
          setKind(next);
        }}
      />
      <Subject key={kind} text={text} onSubject={setSubject} />
      <WatchField label={t("watch.form.label")} value={label} onChange={setLabel} />
    </WatchForm>
  );
}
