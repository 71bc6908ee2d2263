// A question or a sheet over everything: the browser's own dialog keeps the focus inside and closes on Esc.
import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "../i18n/index.ts";
import { IconButton } from "./Button.tsx";

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  readonly wide?: boolean;
}

export function Dialog({ title, onClose, children, foot, wide = false }: DialogProps) {
  const t = useWords();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = box.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={box}
      className={wide ? "cw-dialog cw-dialog-wide" : "cw-dialog"}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className="cw-panel-head">
        <h2>{title}</h2>
        <div className="cw-panel-tools">
          <IconButton icon="cross" label={t("frame.action.close")} onClick={onClose} />
        </div>
      </header>
      <div className="cw-dialog-body">{children}</div>
      {foot !== undefined && <div className="cw-panel-foot cw-modal-actions">{foot}</div>}
    </dialog>
  );
}
