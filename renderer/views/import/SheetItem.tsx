// One sheet in the list: name, layout and how sure, rows, and what state it is in.

import { ProgressRing } from "../../frame/JobTray.tsx";
import { useWords } from "../../i18n/index.ts";
import { rowKindKeys, wordOf } from "../../i18n/vocabulary.ts";
import { formatCount, Icon, Tag } from "../../parts/index.ts";
import { chooseSheet, folderOf, type ImportSheet, openDoubtsOf, rowsOfSheet, useImporting } from "../../state/importing.ts";
import { fractionOf, runningJob, useJobs } from "../../state/jobs.ts";
import { goTo } from "../../state/navigation.ts";
import { fileIconOf } from "./fileIcons.ts";

/** Below this a layout is a guess. */
const guessBelow = 0.6;

export function Confidence({ value }: { readonly value: number }) {
  return (
    <span className="cw-confidence">
      <span className={`cw-bar ${value < guessBelow ? "cw-bar-contra" : "cw-bar-plus"}`}>
        <i style={{ width: `${value * 100}%` }} />
      </span>
      <span className="cw-number">{value.toFixed(2)}</span>
    </span>
  );
}

function SheetMark({ sheet }: { readonly sheet: ImportSheet }) {
  const t = useWords();
  const running = useJobs((state) => runningJob(state.jobs));
  const doubts = openDoubtsOf(sheet).length;
  if (sheet.state === "storing") {
    const fraction = fractionOf(running?.progress ?? null);
    return (
      <span className="cw-sheet-mark cw-tone-accent">
        <ProgressRing fraction={fraction} /> {fraction === null ? t("import.mark.storing") : `${Math.floor(fraction * 100)}%`}
      </span>
    );
  }
  if (sheet.state === "stored") {
    return (
      <span className="cw-sheet-mark cw-tone-plus">
        <Icon name="check" size={14} /> {sheet.stored?.already ? t("import.mark.already") : t("import.mark.stored")}
      </span>
    );
  }
  if (sheet.state === "skipped")
    return (
      <span className="cw-sheet-mark cw-quiet">
        {sheet.preview.alreadyImported === null ? t("import.mark.skipped") : t("import.mark.already")}
      </span>
    );
  if (sheet.state === "failed") return <Tag tone="contra">{t("import.mark.failed")}</Tag>;
  if (!sheet.preview.sure && doubts > 0 && sheet.preview.confidence < guessBelow)
    return <Tag tone="contra">{t("import.mark.mapFirst")}</Tag>;
  if (doubts > 0) {
    return (
      <Tag tone="warn" icon="alertTriangle">
        {t("import.mark.doubts", { count: doubts })}
      </Tag>
    );
  }
  return <span className="cw-sheet-mark cw-quiet">{t("import.mark.ready")}</span>;
}

export function SheetItem({ sheet }: { readonly sheet: ImportSheet }) {
  const t = useWords();
  const isCurrent = useImporting((state) => state.current === sheet.key);
  const { preview } = sheet;
  const open = () => {
    chooseSheet(sheet.key);
    goTo("import");
  };
  const rows = rowsOfSheet(sheet);
  // The folder in an archive tells ten sheets of one name apart; a sheet named as its file says nothing more.
  const isNamedAlike = preview.sheet !== null && preview.source.startsWith(preview.shownSheet ?? "");
  const origin = [folderOf(preview.shownEntry), isNamedAlike ? "" : (preview.shownSheet ?? "")].filter((part) => part !== "").join(" · ");
  const isUnsure = !preview.sure && preview.confidence < guessBelow;
  return (
    <li>
      <button type="button" className="cw-sheet" aria-current={isCurrent} onClick={open}>
        <Icon name={fileIconOf(preview.source)} size={20} stroke={1.4} />
        <span className="cw-sheet-body">
          <b className="cw-file cw-sheet-name" title={preview.source}>
            {preview.source}
          </b>
          <span className="cw-sheet-line">
            <span className={isUnsure ? "cw-tone-contra" : "cw-second"}>
              {isUnsure ? t("import.mark.unsure") : wordOf(t, rowKindKeys, preview.mapping.rowKind)}
              {origin !== "" && ` · ${origin}`}
            </span>
            <span className="cw-number cw-quiet">{rows === null ? "" : t("import.list.rows", { count: formatCount(rows) })}</span>
          </span>
          <span className="cw-sheet-line">
            <Confidence value={preview.confidence} />
            <SheetMark sheet={sheet} />
          </span>
        </span>
      </button>
    </li>
  );
}
