// A drawer from the right edge: not modal, closed by Esc, gives the focus back to where it came from.
import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "../i18n/index.ts";
import { IconButton } from "./Button.tsx";

export interface DrawerProps {
  readonly title: ReactNode;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  readonly wide?: boolean;
}

export function Drawer({ title, label, onClose, children, foot, wide = false }: DrawerProps) {
  const t = useWords();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.focus();
    return () => (before instanceof HTMLElement ? before.focus() : undefined);
  }, []);
  return (
    <aside
      ref={box}
      className={wide ? "cw-drawer cw-drawer-wide" : "cw-drawer"}
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      data-panel=""
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className="cw-panel-head">
        <h2>{title}</h2>
        <div className="cw-panel-tools">
          <IconButton icon="cross" label={t("frame.action.close")} onClick={onClose} />
        </div>
      </header>
      <div className="cw-panel-body">{children}</div>
      {foot !== undefined && foot !== false && <div className="cw-panel-foot">{foot}</div>}
    </aside>
  );
}
