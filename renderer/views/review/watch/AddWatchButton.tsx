// The way to a new watch.
import { useState } from "react";
import { useWords } from "../../../i18n/index.ts";
import { Button } from "../../../parts/index.ts";
import { AddWatchDialog } from "./AddWatchDialog.tsx";

export function AddWatchButton() {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button tone="primary" icon="bell" onClick={() => setOpen(true)}>
        {t("watch.action.add")}
      </Button>
      {isOpen && <AddWatchDialog onClose={() => setOpen(false)} />}
    </>
  );
}
