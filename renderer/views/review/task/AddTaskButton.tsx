// The way to a new task, from wherever one comes up.
import { useState } from "react";
import { useWords } from "../../../i18n/index.ts";
import { Button, IconButton } from "../../../parts/index.ts";
import { AddTaskDialog } from "./AddTaskDialog.tsx";

interface AddTaskButtonProps {
  readonly about?: readonly string[];
  readonly tone?: "primary" | "normal";
  readonly small?: boolean;
  /** Among many buttons: a glyph alone. */
  readonly isIcon?: boolean;
}

export function AddTaskButton({ about = [], tone = "normal", small = false, isIcon = false }: AddTaskButtonProps) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {isIcon ? (
        <IconButton icon="checklist" label={t("task.action.add")} onClick={() => setOpen(true)} />
      ) : (
        <Button tone={tone} small={small} icon="checklist" onClick={() => setOpen(true)}>
          {t("task.action.add")}
        </Button>
      )}
      {isOpen && <AddTaskDialog about={about} onClose={() => setOpen(false)} />}
    </>
  );
}
