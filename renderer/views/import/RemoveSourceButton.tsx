// Takes a source out. It cannot be undone, so it is asked first, with a reason; the button repeats the verb.
import { useState } from "react";
import type { SourceItem } from "../../../shared/import/calls.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, Dialog, formatCount } from "../../parts/index.ts";
import { engine } from "../../rpc/engine.ts";
import { goTo } from "../../state/navigation.ts";
import { reportError, tell } from "../../state/toasts.ts";

/** @param corrections sources that hold corrected rows of this one: they go with it */
export function RemoveSourceButton({ source, corrections }: { readonly source: SourceItem; readonly corrections: number }) {
  const t = useWords();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const remove = async () => {
    try {
      const { facts } = await engine.call("import.removeSource", { sourceId: source.id, reason: reason.trim() });
      setAsking(false);
      goTo("import", "sources");
      tell("import.told.removed", { name: source.name, facts: formatCount(facts) });
    } catch (error) {
      reportError(error);
    }
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t("import.remove.button")}</Button>
      {isAsking && (
        <Dialog
          title={t("import.remove.title", { name: source.name })}
          onClose={() => setAsking(false)}
          foot={
            <>
              <Button onClick={() => setAsking(false)}>{t("import.remove.keep")}</Button>
              <Button tone="danger" disabled={reason.trim() === ""} onClick={() => void remove()}>
                {t("import.remove.button")}
              </Button>
            </>
          }
        >
          <p>{t("import.remove.text", { rows: formatCount(source.rows.stored) })}</p>
          {corrections > 0 && <p>{t("import.remove.corrections", { count: corrections })}</p>}
          {source.corrects !== null && <p>{t("import.remove.rejectedAgain")}</p>}
          <label className="cw-field-label">
            <span>{t("import.remove.reason")}</span>
            <input className="cw-field" value={reason} onChange={(event) => setReason(event.target.value)} />
          </label>
        </Dialog>
      )}
    </>
  );
}
