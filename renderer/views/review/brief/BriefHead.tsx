// The head of a briefing as it will print, each of its fields written in place; what nobody wrote is proposed after the issue before.
import { type ReactNode, useState } from "react";
import type { BriefHead as Head, HeadChange, HeadField } from "../../../../shared/review/brief/briefHead.ts";
import { useWords } from "../../../i18n/index.ts";
import { DateField, IconButton } from "../../../parts/index.ts";
import { nameUnit } from "../../../state/exchange.ts";
import { usePreferences } from "../../../state/preferences.ts";
import { reportError } from "../../../state/toasts.ts";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly className?: string;
  readonly isRequired?: boolean;
  readonly onKeep: (text: string) => void;
  readonly suggestion?: string;
}

/** Kept when it is left. */
function HeadInput({ label, value, className = "", isRequired = false, onKeep, suggestion }: FieldProps) {
  const t = useWords();
  const isMasked = usePreferences((state) => state.isMasked);
  const [typed, setTyped] = useState(value);
  const isLocked = isMasked && value.includes("*");
  const keep = () => {
    const text = typed.trim();
    if (isRequired && text === "") setTyped(value);
    else if (text !== value) onKeep(text);
  };
  const list = suggestion === undefined ? undefined : `brief-head-${label}`;
  return (
    <>
      <input
        className={`cw-brief-field ${className}`}
        aria-label={label}
        placeholder={label}
        value={typed}
        maxLength={100}
        list={list}
        readOnly={isLocked}
        title={isLocked ? t("review.scene.locked") : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === "Enter" && keep()}
      />
      {list !== undefined && (
        <datalist id={list}>
          <option value={suggestion} />
        </datalist>
      )}
    </>
  );
}

interface BriefHeadProps {
  readonly head: Head;
  readonly heading: string;
  readonly onChange: (change: HeadChange) => void;
}

function Issue({ head, onChange }: Omit<BriefHeadProps, "heading">) {
  const t = useWords();
  const isProposed = head.proposed.includes("issue");
  return (
    <p className="cw-brief-issue">
      <HeadInput key={head.issue} label={t("brief.head.issue")} value={head.issue} onKeep={(issue) => onChange({ issue })} />
      {isProposed ? (
        <small title={t("brief.head.proposedWhy")}>{t("brief.head.proposed")}</small>
      ) : (
        <IconButton icon="arrowBackUp" label={t("brief.head.propose")} onClick={() => onChange({ issue: null })} />
      )}
    </p>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <span className="cw-brief-named">
      <span>{label}</span>
      {children}
    </span>
  );
}

export function BriefHead({ head, heading, onChange }: BriefHeadProps) {
  const t = useWords();
  const field = (name: HeadField, label: string, more: Partial<FieldProps> = {}) => (
    <HeadInput key={head[name]} label={label} value={head[name]} onKeep={(text) => onChange({ [name]: text })} {...more} />
  );
  return (
    <header className="cw-brief-head">
      {field("notice", t("brief.head.notice"), { className: "cw-brief-notice", suggestion: t("brief.head.noticeUsual") })}
      <h1>{heading}</h1>
      <Issue head={head} onChange={onChange} />
      <div className="cw-brief-line">
        <HeadInput
          key={head.unit}
          label={t("exchange.unit.name")}
          value={head.unit}
          isRequired
          onKeep={(unit) => void nameUnit(unit).catch(reportError)}
        />
        <DateField label={t("brief.head.issued")} value={head.issued} onChange={(issued) => onChange({ issued })} />
      </div>
      <div className="cw-brief-people">
        <Labelled label={t("brief.head.drafted")}>{field("drafted", t("brief.head.drafted"))}</Labelled>
        <Labelled label={t("brief.head.approved")}>{field("approved", t("brief.head.approved"))}</Labelled>
      </div>
    </header>
  );
}
