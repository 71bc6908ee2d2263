// The ways to a further pack: a file, or what was just done.
import { useRef, useState } from "react";
import { useWords } from "../../../i18n/index.ts";
import { Button, Dialog } from "../../../parts/index.ts";
import { importPack } from "../../../state/packs.ts";
import { reportError } from "../../../state/toasts.ts";
import { RecordButton } from "./RecordButton.tsx";

interface Failed {
  readonly text: string;
  readonly details: Readonly<Record<string, unknown>>;
}

function FailedDialog({ failed, onClose }: { readonly failed: Failed; readonly onClose: () => void }) {
  const t = useWords();
  const keep = () => {
    onClose();
    importPack(failed.text, true).catch(reportError);
  };
  return (
    <Dialog
      title={t("pack.failed.title")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("pack.failed.leave")}</Button>
          <Button tone="danger" onClick={keep}>
            {t("pack.failed.keep")}
          </Button>
        </>
      }
    >
      <p>{t("pack.failed.text", failed.details)}</p>
    </Dialog>
  );
}

export function PackTools() {
  const t = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [failed, setFailed] = useState<Failed | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const text = await file.text();
    const details = await importPack(text, false);
    if (details) setFailed({ text, details });
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json"
        hidden
        data-testid="pack-file"
        onChange={(event) => {
          take(event.target.files?.[0]).catch(reportError);
          event.target.value = "";
        }}
      />
      <Button icon="fileImport" onClick={() => input.current?.click()}>
        {t("pack.tools.import")}
      </Button>
      <RecordButton />
      {failed && <FailedDialog failed={failed} onClose={() => setFailed(null)} />}
    </>
  );
}
