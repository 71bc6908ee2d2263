// Which file the chart becomes: a picture, pages, tables, or data for another program; with the choices that the format has.
import { useState } from "react";
import { type PaperName, paperNames } from "../../../shared/chart/paper.ts";
import type { ChartFormat } from "../../../shared/review/exportCalls.ts";
import { useLanguage, useWords } from "../../i18n/index.ts";
import { Button, Dialog, Segmented } from "../../parts/index.ts";
import { useChart } from "../../state/chart.ts";
import { useMenu } from "../../state/chartMenu.ts";
import { sendToUnit } from "../../state/exchange.ts";
import { type ExportChoice, exportChart, useExportChoice } from "../../state/exportChart.ts";
import { reportError, tell } from "../../state/toasts.ts";
import { MaskNote } from "../review/MaskNote.tsx";
import { formatGroups, formatWords } from "./exportFormats.ts";
import "./exportDialog.css";

type Change = (choice: Partial<ExportChoice>) => void;

function FormatList({ format, onChange }: { readonly format: ChartFormat; readonly onChange: Change }) {
  const t = useWords();
  return formatGroups.map(({ title, formats }) => (
    <fieldset key={title} className="cw-export-group">
      <legend>{t(title)}</legend>
      {formats.map((one) => (
        <label key={one} className="cw-export-format">
          <input type="radio" name="format" value={one} checked={one === format} onChange={() => onChange({ format: one })} />
          <b>{formatWords[one].name}</b>
          <span className="cw-quiet cw-small">{t(formatWords[one].note)}</span>
        </label>
      ))}
    </fieldset>
  ));
}

const papers = paperNames.map((value) => ({ value, text: value }));
const scales = ["1", "2", "4", "8"].map((value) => ({ value, text: `${value}×` }));

/** Sheets are never larger than the picture. */
const sheetsFor = (paper: PaperName) => papers.slice(0, paperNames.indexOf(paper) + 1);

function PaperFields({ choice, onChange }: { readonly choice: ExportChoice; readonly onChange: Change }) {
  const t = useWords();
  return (
    <>
      <div className="cw-export-field">
        <span>{t("chart.export.paper")}</span>
        <Segmented
          label={t("chart.export.paper")}
          value={choice.paper}
          options={papers}
          onChange={(paper) => onChange({ paper, sheet: paper })}
        />
      </div>
      <div className="cw-export-field">
        <span>{t("chart.export.sheet")}</span>
        <Segmented
          label={t("chart.export.sheet")}
          value={choice.sheet}
          options={sheetsFor(choice.paper)}
          onChange={(sheet) => onChange({ sheet })}
        />
      </div>
    </>
  );
}

function ScaleField({ choice, onChange }: { readonly choice: ExportChoice; readonly onChange: Change }) {
  const t = useWords();
  return (
    <div className="cw-export-field">
      <span>{t("chart.export.scale")}</span>
      <Segmented
        label={t("chart.export.scale")}
        value={String(choice.scale)}
        options={scales}
        onChange={(scale) => onChange({ scale: Number(scale) })}
      />
    </div>
  );
}

function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWords();
  const language = useLanguage();
  const [choice, setChoice] = useState<ExportChoice>(() => useExportChoice.getState());
  const [isBusy, setBusy] = useState(false);
  const kept = useChart((state) => state.id);
  const change: Change = (part) => {
    setChoice((before) => ({ ...before, ...part }));
    useExportChoice.setState(part);
  };
  const save = () => {
    setBusy(true);
    exportChart(choice, language)
      .then(({ file }) => {
        tell("chart.toast.exported", { file });
        onClose();
      }, reportError)
      .finally(() => setBusy(false));
  };
  const foot = (
    <>
      {kept !== null && (
        <Button icon="externalLink" onClick={() => sendToUnit("chart", kept)}>
          {t("exchange.button.send")}
        </Button>
      )}
      <Button onClick={onClose}>{t("frame.action.cancel")}</Button>
      <Button tone="primary" icon="download" disabled={isBusy} onClick={save}>
        {t("chart.export.save", { format: formatWords[choice.format].name })}
      </Button>
    </>
  );
  return (
    <Dialog title={t("chart.export.title")} onClose={onClose} foot={foot} wide>
      <div className="cw-export-columns">
        <FormatList format={choice.format} onChange={change} />
      </div>
      {choice.format === "pdf" && <PaperFields choice={choice} onChange={change} />}
      {choice.format === "png" && <ScaleField choice={choice} onChange={change} />}
      <MaskNote />
    </Dialog>
  );
}

export function ExportButton() {
  const t = useWords();
  const [isOpen, setOpen] = useMenu("export");
  const isEmpty = useChart((state) => state.chart.model.nodes.size === 0);
  return (
    <>
      <Button tone="text" small icon="download" disabled={isEmpty} onClick={() => setOpen(true)}>
        {t("chart.export.menu")}
      </Button>
      {isOpen && <ExportDialog onClose={() => setOpen(false)} />}
    </>
  );
}
