// The bar over a briefing: other words for a sentence, and the briefing as a document, as slides, in the unit's template.
import { useState } from "react";
import type { BriefFormat } from "../../../../shared/review/briefCalls.ts";
import { useLanguage, useWords } from "../../../i18n/index.ts";
import { Button } from "../../../parts/index.ts";
import { engine } from "../../../rpc/engine.ts";
import { daysOf, useBrief } from "../../../state/briefs.ts";
import { base64Of, handOut } from "../../../state/handOut.ts";
import { reportError, tell } from "../../../state/toasts.ts";
import type { ReportBarProps } from "../report/ReportBar.tsx";

function useWriting() {
  const language = useLanguage();
  const [isBusy, setBusy] = useState(false);
  const write = async (format: BriefFormat, template: File | null = null) => {
    const days = daysOf(useBrief.getState());
    if (days === null) return;
    setBusy(true);
    try {
      const own = template === null ? null : base64Of(new Uint8Array(await template.arrayBuffer()));
      const file = await engine.call("brief.export", { ...days, format, template: own, language });
      handOut(file);
      tell("report.dialog.done", { file: file.file, count: file.count });
    } catch (error) {
      reportError(error);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, write };
}

export function BriefBar({ report, chosen, isOld, isEditing, onEdit, onChange }: ReportBarProps) {
  const t = useWords();
  const [template, setTemplate] = useState<File | null>(null);
  const { isBusy, write } = useWriting();
  const isOff = isBusy || isOld || report.uncited > 0;
  return (
    <div className="cw-report-bar" role="toolbar" aria-label={t("review.report.bar")} data-panel="" tabIndex={-1}>
      <span className="cw-quiet cw-small" aria-live="polite">
        {isOld ? t("review.report.refreshing") : report.id === "" ? t("brief.page.fresh") : t("brief.page.kept")}
      </span>
      <div className="cw-board-bar-end">
        {chosen?.original != null && (
          <Button small icon="arrowBackUp" onClick={() => onChange({ change: "rewrite", sentence: chosen.key, text: "" })}>
            {t("review.report.takeBack")}
          </Button>
        )}
        <Button small icon="fileText" disabled={chosen === null} aria-pressed={isEditing} onClick={onEdit}>
          {t("review.report.rewrite")}
        </Button>
        <label className="cw-button cw-button-normal cw-button-small cw-report-file" title={t("review.report.templateNote")}>
          {template?.name ?? t("review.report.template")}
          <input type="file" accept=".docx" className="cw-unseen" onChange={(event) => setTemplate(event.target.files?.[0] ?? null)} />
        </label>
        <Button small icon="presentation" disabled={isOff} onClick={() => void write("pptx")}>
          {t("brief.page.slides")}
        </Button>
        <Button small icon="download" disabled={isOff} onClick={() => void write("pdf")}>
          PDF
        </Button>
        <Button small tone="primary" icon="download" disabled={isOff} onClick={() => void write("docx", template)}>
          {isBusy ? t("report.dialog.writing") : t("review.report.word")}
        </Button>
      </div>
    </div>
  );
}
