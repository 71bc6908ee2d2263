// The panel every view is built from: title, a short note, tools at the right, body, foot.
import type { ReactNode } from "react";

export interface PanelProps {
  readonly title?: ReactNode;
  readonly note?: ReactNode;
  readonly tools?: ReactNode;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
  /** Accessible name where there is no title. */
  readonly label?: string;
  /** Its body may scroll and holds nothing that takes the keys: it takes them itself. */
  readonly isScrolled?: boolean;
}

export function Panel({ title, note, tools, foot, children, className = "", label, isScrolled = false }: PanelProps) {
  return (
    <section
      className={`cw-panel ${className}`}
      aria-label={label ?? (typeof title === "string" ? title : undefined)}
      data-panel=""
      tabIndex={-1}
    >
      {title !== undefined && (
        <header className="cw-panel-head">
          <h2>{title}</h2>
          {note !== undefined && <span className="cw-panel-note">{note}</span>}
          {tools !== undefined && <div className="cw-panel-tools">{tools}</div>}
        </header>
      )}
      <div className="cw-panel-body" {...(isScrolled && { tabIndex: 0 })}>
        {children}
      </div>
      {foot !== undefined && foot !== false && <div className="cw-panel-foot">{foot}</div>}
    </section>
  );
}

export interface PageTitleProps {
  readonly title: ReactNode;
  /** Beside the title: the ways to neighbouring pages. */
  readonly lead?: ReactNode;
  readonly note?: ReactNode;
  readonly tools?: ReactNode;
}

export function PageTitle({ title, lead, note, tools }: PageTitleProps) {
  return (
    <div className="cw-page-title">
      <h1>{title}</h1>
      {lead}
      {note !== undefined && <span className="cw-page-note">{note}</span>}
      {tools !== undefined && <div className="cw-page-tools">{tools}</div>}
    </div>
  );
}
