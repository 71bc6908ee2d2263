// Makes a case of the clue: what the text says of it is filled in and may be changed; the text itself is kept as the source 手工录入.
import { type FormEvent, useState } from "react";
import type { CaseDraft } from "../../../../shared/review/assess/caseDraft.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, DateField, Dialog } from "../../../parts/index.ts";
import { storeClue } from "../../../state/assess.ts";
import { goTo } from "../../../state/navigation.ts";
import { reportError } from "../../../state/toasts.ts";

const formId = "cw-store-case";

interface StoreCaseDialogProps {
  readonly text: string;
  readonly draft: CaseDraft;
  readonly onClose: () => void;
}

/** A date field writes `2026-11-25T15:00`, a cell `2026-11-25 15:00`. */
const fieldTime = (cell: string): string => cell.replace(" ", "T");

export function StoreCaseDialog({ text, draft, onClose }: StoreCaseDialogProps) {
  const t = useWords();
  const [number, setNumber] = useState("");
  const [said, setSaid] = useState(draft);
  const [isStoring, setStoring] = useState(false);
  const store = (event: FormEvent) => {
    event.preventDefault();
    setStoring(true);
    storeClue(text, number, { ...said, type: said.type.trim(), loss: said.loss.trim() })
      .then((stored) => {
        onClose();
        goTo("link", stored);
      }, reportError)
      .finally(() => setStoring(false));
  };
  const foot = (
    <>
      <Button onClick={onClose}>{t("frame.action.cancel")}</Button>
      <button type="submit" form={formId} className="cw-button cw-button-primary" disabled={isStoring}>
        {t("assess.store.save")}
      </button>
    </>
  );
  return (
    <Dialog title={t("assess.store.title")} onClose={onClose} foot={foot}>
      <form id={formId} className="cw-watch-form" onSubmit={store}>
        <p className="cw-assess-quote">{text}</p>
        <label className="cw-watch-field">
          <span>{t("assess.store.number")}</span>
          <input
            className="cw-input"
            maxLength={60}
            value={number}
            placeholder={t("assess.store.numberHint")}
            onChange={(event) => setNumber(event.target.value)}
          />
        </label>
        <SaidFields said={said} onChange={setSaid} />
        <p className="cw-watch-hint">{t("assess.store.why")}</p>
      </form>
    </Dialog>
  );
}

function SaidFields({ said, onChange }: { readonly said: CaseDraft; readonly onChange: (said: CaseDraft) => void }) {
  const t = useWords();
  const put = (change: Partial<CaseDraft>) => onChange({ ...said, ...change });
  const isRead = Object.values(said).some((cell) => cell !== "");
  return (
    <>
      {isRead && <p className="cw-watch-hint">{t("assess.store.read")}</p>}
      <label className="cw-watch-field">
        <span>{t("assess.store.type")}</span>
        <input className="cw-input" maxLength={60} value={said.type} onChange={(event) => put({ type: event.target.value })} />
      </label>
      <label className="cw-watch-field">
        <span>{t("assess.store.from")}</span>
        <DateField hasClock value={fieldTime(said.from)} onChange={(from) => put({ from })} />
      </label>
      <label className="cw-watch-field">
        <span>{t("assess.store.to")}</span>
        <DateField hasClock value={fieldTime(said.to)} onChange={(to) => put({ to })} />
      </label>
      <label className="cw-watch-field">
        <span>{t("assess.store.loss")}</span>
        <input
          className="cw-input cw-number"
          inputMode="decimal"
          pattern="[0-9]{1,12}([.][0-9]{1,2})?"
          value={said.loss}
          onChange={(event) => put({ loss: event.target.value })}
        />
      </label>
    </>
  );
}
