// Makes a case of the clue: number and type may be given; its text is kept as the source 手工录入.
import { type FormEvent, useState } from "react";
import { useWords } from "../../../i18n/index.ts";
import { Button, Dialog } from "../../../parts/index.ts";
import { storeClue } from "../../../state/assess.ts";
import { goTo } from "../../../state/navigation.ts";
import { reportError } from "../../../state/toasts.ts";

const formId = "cw-store-case";

export function StoreCaseDialog({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  const t = useWords();
  const [number, setNumber] = useState("");
  const [type, setType] = useState("");
  const [isStoring, setStoring] = useState(false);
  const store = (event: FormEvent) => {
    event.preventDefault();
    setStoring(true);
    storeClue(text, number, type)
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
        <label className="cw-watch-field">
          <span>{t("assess.store.type")}</span>
          <input className="cw-input" maxLength={60} value={type} onChange={(event) => setType(event.target.value)} />
        </label>
        <p className="cw-watch-hint">{t("assess.store.why")}</p>
      </form>
    </Dialog>
  );
}
