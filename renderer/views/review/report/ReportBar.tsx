// The bar over the page: put the chosen sentence in other words, export, a template of the unit's own.
import { useState } from "react";
import type { reportFormats } from "../../../../shared/review/exportCalls.ts";
import { useLanguage, useWords } from "../../../i18n/index.ts";
import { Button, IconButton } from "../../../parts/index.ts";
import { engine } from "../../../rpc/engine.ts";
import { base64Of, handOut } from "../../../state/handOut.ts";
import { goTo } from "../../../state/navigation.ts";
import { reportError, tell } from "../../../state/toasts.ts";
import type { DeskProps } from "./deskProps.ts";

type Format = (typeof reportFormats)[number];

export interface ReportBarProps extends DeskProps {
  readonly isOld: boolean;
  readonly isEditing: boolean;
  readonly onEdit: () => void;
}

function useExport({ report }: DeskProps) {
  const language = useLanguage();
  const [isBusy, setBusy] = useState(false);
  const write = async (format: Format, template: File | null) => {
    setBusy(true);
    try {
      const own = template === null ? null : base64Of(new Uint8Array(await template.arrayBuffer()));
      const { reportKind: kind, subject, id, draft } = report;
      const file = await engine.call("review.writeReport", {
        kind,
        subject,
        policy: draft.policy,
        report: id,
        format,
        template: own,
        language,
      });
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

export function ReportBar(props: ReportBarProps) {
  const t = useWords();
  const { report, chosen, isOld, isEditing, onEdit, onChange } = props;
  const [template, setTemplate] = useState<File | null>(null);
  const { isBusy, write } = useExport(props);
  const isOff = isBusy || isOld || report.uncited > 0;
  return (
    <div className="cw-report-bar" role="toolbar" aria-label={t("review.report.bar")} data-panel="" tabIndex={-1}>
      <IconButton icon="chevronLeft" label={t("review.report.back")} onClick={() => goTo("review", "reports")} />
      <span className="cw-quiet cw-small" aria-live="polite">
        {isOld ? t("review.report.refreshing") : t("review.report.fresh")}
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
        <Button small icon="download" disabled={isOff} onClick={() => void write("pdf", null)}>
          PDF
        </Button>
        <Button small icon="fileZip" disabled={isOff} onClick={() => void write("zip", null)}>
          {t("report.dialog.zip")}
        </Button>
        <Button small tone="primary" icon="download" disabled={isOff} onClick={() => void write("docx", template)}>
          {isBusy ? t("report.dialog.writing") : t("review.report.word")}
        </Button>
      </div>
    </div>
  );
}
