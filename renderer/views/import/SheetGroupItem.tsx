// Sheets of one workbook or folder in the list: folded while all of them are clear, open where one asks for something.
import { useState } from "react";
import { useWords } from "../../i18n/index.ts";
import { formatCount, Icon, Tag } from "../../parts/index.ts";
import { isReady, openDoubtsOf, rowsOfSheet, useImporting } from "../../state/importing.ts";
import type { SheetGroup } from "./fileGroups.ts";
import { SheetItem } from "./SheetItem.tsx";

const isClear = (sheet: SheetGroup["sheets"][number]): boolean => sheet.state !== "failed" && openDoubtsOf(sheet).length === 0;

function GroupMark({ group }: { readonly group: SheetGroup }) {
  const t = useWords();
  const count = (matches: (sheet: SheetGroup["sheets"][number]) => boolean) => group.sheets.filter(matches).length;
  const doubtful = count((sheet) => !isClear(sheet));
  if (doubtful > 0)
    return (
      <Tag tone="warn" icon="alertTriangle">
        {t("import.group.doubtful", { count: doubtful })}
      </Tag>
    );
  const stored = count(({ state }) => state === "stored");
  if (stored === group.sheets.length) return <span className="cw-sheet-mark cw-tone-plus">{t("import.mark.stored")}</span>;
  const ready = count(isReady);
  return (
    <span className="cw-sheet-mark cw-quiet">
      {ready === group.sheets.length ? t("import.mark.ready") : t("import.group.stored", { count: stored })}
    </span>
  );
}

export function SheetGroupItem({ group }: { readonly group: SheetGroup }) {
  const t = useWords();
  const holdsCurrent = useImporting(({ current }) => group.sheets.some(({ key }) => key === current));
  const [choice, setChoice] = useState<boolean | null>(null);
  const isOpen = choice ?? (holdsCurrent || !group.sheets.every(isClear));
  const counts = group.sheets.map(rowsOfSheet);
  const rows = counts.every((count) => count !== null) ? formatCount(counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)) : null;
  return (
    <li>
      <button type="button" className="cw-sheet" aria-expanded={isOpen} onClick={() => setChoice(!isOpen)}>
        <Icon name={isOpen ? "chevronDown" : "chevronRight"} size={16} />
        <span className="cw-sheet-body">
          <b className="cw-file cw-sheet-name" title={group.name}>
            {group.name}
          </b>
          <span className="cw-sheet-line">
            <span className="cw-second">{t("import.list.sheets", { count: group.sheets.length })}</span>
            <span className="cw-number cw-quiet">{rows === null ? "" : t("import.list.rows", { count: rows })}</span>
          </span>
          <span className="cw-sheet-line">
            <span />
            <GroupMark group={group} />
          </span>
        </span>
      </button>
      {isOpen && (
        <ul className="cw-sheet-group">
          {group.sheets.map((sheet) => (
            <SheetItem key={sheet.key} sheet={sheet} />
          ))}
        </ul>
      )}
    </li>
  );
}
