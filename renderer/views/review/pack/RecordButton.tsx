// "Save these steps as a pack": beside every analysis, and on the page of the packs.
import { useState } from "react";
import { useWords } from "../../../i18n/index.ts";
import { Button, IconButton } from "../../../parts/index.ts";
import { RecordDialog } from "./RecordDialog.tsx";

/** `isIcon`: where there is little room. */
export function RecordButton({ isIcon = false }: { readonly isIcon?: boolean }) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {isIcon ? (
        <IconButton icon="bookmark" label={t("pack.tools.recordWhy")} onClick={() => setOpen(true)} />
      ) : (
        <Button icon="bookmark" title={t("pack.tools.recordWhy")} onClick={() => setOpen(true)}>
          {t("pack.tools.record")}
        </Button>
      )}
      {isOpen && <RecordDialog onClose={() => setOpen(false)} />}
    </>
  );
}
