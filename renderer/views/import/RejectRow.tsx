// One rejected row: number (opens the raw row), reason, what stood there, and the field (F2) that puts it right; all its cells unfold below.
import { type KeyboardEvent, useRef, useState } from "react";
import type { RefusedRow, RejectItem } from "../../../shared/import/calls.ts";
import { useWords } from "../../i18n/index.ts";
import { rejectReasonKeys } from "../../i18n/rejectReasons.ts";
import { formatCount, IconButton } from "../../parts/index.ts";
import { openCitation } from "../../state/citation.ts";
import { usePreferences } from "../../state/preferences.ts";
import type { rejectKeyList } from "../keyList.ts";
import { type Repair, repairStart } from "./rejectRepair.ts";

export interface RejectRowProps {
  readonly item: RejectItem;
  readonly headings: readonly string[];
  /** Texts by the number of their column, as typed; -1 stands for the whole row. */
  readonly repair: Repair;
  /** Why the last attempt was refused. */
  readonly refused: RefusedRow | null;
  readonly onChange: (column: number, text: string) => void;
}

function AllCells({ item, headings, repair, onChange }: Omit<RejectRowProps, "refused">) {
  const t = useWords();
  const isMasked = usePreferences((state) => state.isMasked);
  const width = Math.max(headings.length, item.cells.length);
  return (
    <div className="cw-reject-cells">
      {Array.from({ length: width }, (_, column) => {
        const heading = headings[column] || `#${column + 1}`;
        return (
          <label key={heading} className={heading === item.column ? "cw-reject-cell cw-reject-cell-blamed" : "cw-reject-cell"}>
            <span>{heading}</span>
            <input
              className="cw-field"
              disabled={isMasked}
              aria-label={t("import.rejects.cellOf", { row: item.row, column: heading })}
              value={repair[column] ?? item.cells[column] ?? ""}
              onChange={(event) => onChange(column, event.target.value)}
            />
          </label>
        );
      })}
    </div>
  );
}

type RejectKeys = Readonly<Record<keyof typeof rejectKeyList, (event: KeyboardEvent) => void>>;

const keysOf = (edit: RejectKeys["F2"], restore: RejectKeys["Escape"]): RejectKeys => ({ F2: edit, Escape: restore });

export function RejectRow({ item, headings, repair, refused, onChange }: RejectRowProps) {
  const t = useWords();
  const isMasked = usePreferences((state) => state.isMasked);
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const blamed = headings.indexOf(item.column);
  const start = repairStart(item, headings);
  const isChanged = Object.keys(repair).length > 0;
  const restore = (event: KeyboardEvent) => {
    if (!isChanged) return;
    event.stopPropagation();
    onChange(blamed, start);
  };
  const keys = keysOf(() => input.current?.focus(), restore);
  const onKeyDown = (event: KeyboardEvent) => {
    if (Object.hasOwn(keys, event.key)) keys[event.key as keyof typeof keys](event);
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
        <span className="cw-tone-contra">
          {t(rejectReasonKeys[item.reason])}
          {refused !== null && ` · ${t("import.rejects.stillWrong", { reason: t(rejectReasonKeys[refused.reason]), cell: refused.cell })}`}
        </span>
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
        value={repair[blamed] ?? start}
        onChange={(event) => onChange(blamed, event.target.value)}
      />
      <IconButton
        icon={isOpen ? "chevronDown" : "chevronRight"}
        label={t("import.rejects.allCells", { row: item.row })}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && <AllCells item={item} headings={headings} repair={repair} onChange={onChange} />}
    </li>
  );
}
