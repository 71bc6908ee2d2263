// One rejected row: number (opens the raw row), reason, what stood there, and the field (F2) that puts it right.
import { type KeyboardEvent, useRef } from "react";
import type { RejectItem } from "../../../shared/import/calls.ts";
import { useWords } from "../../i18n/index.ts";
import { rejectReasonKeys } from "../../i18n/rejectReasons.ts";
import { formatCount } from "../../parts/index.ts";
import { openCitation } from "../../state/citation.ts";
import { usePreferences } from "../../state/preferences.ts";
import { repairStart } from "./rejectRepair.ts";

export interface RejectRowProps {
  readonly item: RejectItem;
  readonly headings: readonly string[];
  /** What was typed; null before the first change. */
  readonly value: string | null;
  readonly onChange: (text: string) => void;
}

export function RejectRow({ item, headings, value, onChange }: RejectRowProps) {
  const t = useWords();
  const isMasked = usePreferences((state) => state.isMasked);
  const input = useRef<HTMLInputElement>(null);
  const start = repairStart(item, headings);
  const isChanged = value !== null && value !== start;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "F2") input.current?.focus();
    if (event.key === "Escape" && isChanged) {
      event.stopPropagation();
      onChange(start);
    }
  };
  return (
    <li className={isChanged ? "cw-reject cw-reject-changed" : "cw-reject"} onKeyDown={onKeyDown}>
      <button
        type="button"
        className="cw-link-button cw-number"
        title={t("import.rejects.openRow")}
        onClick={() => openCitation(item.sourceId, item.row)}
      >
        {formatCount(item.row)}
      </button>
      <span className="cw-reject-why">
        <span className="cw-tone-contra">{t(rejectReasonKeys[item.reason])}</span>
        <span className="cw-quiet cw-small" title={item.cell}>
          {item.column === "" ? t("import.rejects.wholeRow") : item.column}
          {item.cell !== "" && `: ${item.cell}`}
        </span>
      </span>
      <input
        ref={input}
        className="cw-field cw-reject-field"
        disabled={isMasked}
        title={isMasked ? t("import.rejects.masked") : undefined}
        aria-label={t("import.rejects.fieldOf", { row: item.row })}
        placeholder={t("import.rejects.leave")}
        value={value ?? start}
        onChange={(event) => onChange(event.target.value)}
      />
    </li>
  );
}
