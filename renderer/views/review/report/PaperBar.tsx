// The bar over a page that will print, a report or a briefing: other words for the chosen sentence, a template of the unit's own, and the files it leaves as.
import { type ReactNode, useState } from "react";
import type { ExportedFile } from "../../../../shared/review/exportCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, type IconName } from "../../../parts/index.ts";
import { base64Of, handOut } from "../../../state/handOut.ts";
import { reportError, tell } from "../../../state/toasts.ts";
import type { DeskProps } from "./deskProps.ts";

export interface PaperBarProps extends DeskProps {
  readonly isOld: boolean;
  readonly isEditing: boolean;
  readonly onEdit: () => void;
}

interface OwnProps<Format extends string> {
  readonly bar: PaperBarProps;
  readonly lead?: ReactNode;
  /** How it stands, where it is not being made anew. */
  readonly standing: string;
  /** Formats beside Word, in order. */
  readonly formats: readonly { readonly format: Format; readonly icon: IconName; readonly text: string }[];
  /** `template`: base64, of Word only. Null where there is nothing to write. */
  readonly make: (format: Format | "docx", template: string | null) => Promise<ExportedFile | null>;
}

function useWriting<Format extends string>(make: OwnProps<Format>["make"]) {
  const [isBusy, setBusy] = useState(false);
  const write = async (format: Format | "docx", template: File | null = null) => {
    setBusy(true);
    try {
      const own = template === null ? null : base64Of(new Uint8Array(await template.arrayBuffer()));
      const file = await make(format, own);
      if (file === null) return;
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

function SentenceButtons({ chosen, isEditing, onEdit, onChange }: PaperBarProps) {
  const t = useWords();
  return (
    <>
      {chosen?.original != null && (
        <Button small icon="arrowBackUp" onClick={() => onChange({ change: "rewrite", sentence: chosen.key, text: "" })}>
          {t("review.report.takeBack")}
        </Button>
      )}
      <Button small icon="fileText" disabled={chosen === null} aria-pressed={isEditing} onClick={onEdit}>
        {t("review.report.rewrite")}
      </Button>
    </>
  );
}

export function PaperBar<Format extends string>({ bar, lead, standing, formats, make }: OwnProps<Format>) {
  const t = useWords();
  const [template, setTemplate] = useState<File | null>(null);
  const { isBusy, write } = useWriting(make);
  const isOff = isBusy || bar.isOld || bar.report.uncited > 0;
  return (
    <div className="cw-report-bar" role="toolbar" aria-label={t("review.report.bar")} data-panel="" tabIndex={-1}>
      {lead}
      <span className="cw-quiet cw-small" aria-live="polite">
        {bar.isOld ? t("review.report.refreshing") : standing}
      </span>
      <div className="cw-board-bar-end">
        <SentenceButtons {...bar} />
        <label className="cw-button cw-button-normal cw-button-small cw-report-file" title={t("review.report.templateNote")}>
          {template?.name ?? t("review.report.template")}
          <input type="file" accept=".docx" className="cw-unseen" onChange={(event) => setTemplate(event.target.files?.[0] ?? null)} />
        </label>
        {formats.map(({ format, icon, text }) => (
          <Button key={format} small icon={icon} disabled={isOff} onClick={() => void write(format)}>
            {text}
          </Button>
        ))}
        <Button small tone="primary" icon="download" disabled={isOff} onClick={() => void write("docx", template)}>
          {isBusy ? t("report.dialog.writing") : t("review.report.word")}
        </Button>
      </div>
    </div>
  );
}
