// Writes a report about what the page shows: which one, in which format, with the unit's own words of an earlier document.
import { useState } from "react";
import type { reportFormats } from "../../../shared/review/exportCalls.ts";
import type { ReportKind } from "../../../shared/review/reportKinds.ts";
import type { PolicyName } from "../../../shared/trace/policies/index.ts";
import { useLanguage, useWords } from "../../i18n/index.ts";
import { Button, Dialog, Segmented } from "../../parts/index.ts";
import { engine } from "../../rpc/engine.ts";
import { base64Of, handOut } from "../../state/handOut.ts";
import { reportError, tell } from "../../state/toasts.ts";
import { MaskNote } from "./MaskNote.tsx";
import "./reportDialog.css";

type Format = (typeof reportFormats)[number];

const kindKeys: Readonly<Record<ReportKind, string>> = {
  merge: "report.merge.title",
  ring: "report.ring.title",
  money: "report.money.title",
  calls: "report.calls.title",
  brief: "brief.title.name",
};

const formats: readonly { readonly value: Format; readonly key: string; readonly note: string }[] = [
  { value: "docx", key: "report.dialog.docx", note: "report.dialog.docxNote" },
  { value: "pdf", key: "report.dialog.pdf", note: "report.dialog.pdfNote" },
  { value: "zip", key: "report.dialog.zip", note: "report.dialog.zipNote" },
];

interface ReportProps {
  readonly subject: string;
  readonly kinds: readonly [ReportKind, ...ReportKind[]];
  readonly policy?: PolicyName;
}

interface EarlierProps {
  readonly file: File | null;
  readonly onChoose: (file: File | null) => void;
}

function EarlierFile({ file, onChoose }: EarlierProps) {
  const t = useWords();
  return (
    <div className="cw-report-field">
      <span>{t("report.dialog.earlier")}</span>
      <span>
        <label className="cw-button cw-button-normal cw-button-small cw-report-file">
          {file?.name ?? t("report.dialog.choose")}
          <input type="file" accept=".docx" className="cw-unseen" onChange={(event) => onChoose(event.target.files?.[0] ?? null)} />
        </label>
        <span className="cw-quiet cw-small">{t("report.dialog.earlierNote")}</span>
      </span>
    </div>
  );
}

function ReportDialog({ subject, kinds, policy = "fifo", onClose }: ReportProps & { readonly onClose: () => void }) {
  const t = useWords();
  const language = useLanguage();
  const [kind, setKind] = useState<ReportKind>(kinds[0]);
  const [format, setFormat] = useState<Format>("docx");
  const [earlier, setEarlier] = useState<File | null>(null);
  const [isBusy, setBusy] = useState(false);
  const write = async () => {
    setBusy(true);
    try {
      const previous = earlier === null ? null : base64Of(new Uint8Array(await earlier.arrayBuffer()));
      const file = await engine.call("review.writeReport", { kind, subject, format, policy, previous, language });
      handOut(file);
      tell("report.dialog.done", { file: file.file, count: file.count });
      onClose();
    } catch (error) {
      reportError(error);
    } finally {
      setBusy(false);
    }
  };
  const chosen = formats.find(({ value }) => value === format)!;
  const foot = (
    <>
      <Button onClick={onClose}>{t("frame.action.cancel")}</Button>
      <Button tone="primary" icon="download" disabled={isBusy} onClick={() => void write()}>
        {isBusy ? t("report.dialog.writing") : t("report.dialog.write")}
      </Button>
    </>
  );
  return (
    <Dialog title={t("report.dialog.title")} onClose={onClose} foot={foot} wide>
      <div className="cw-report-field">
        <span>{t("report.dialog.kind")}</span>
        <Segmented
          label={t("report.dialog.kind")}
          value={kind}
          options={kinds.map((value) => ({ value, text: t(kindKeys[value]) }))}
          onChange={setKind}
        />
      </div>
      <div className="cw-report-field">
        <span>{t("report.dialog.format")}</span>
        <span>
          <Segmented
            label={t("report.dialog.format")}
            value={format}
            options={formats.map(({ value, key }) => ({ value, text: t(key) }))}
            onChange={setFormat}
          />
          <span className="cw-quiet cw-small">{t(chosen.note)}</span>
        </span>
      </div>
      {format !== "pdf" && <EarlierFile file={earlier} onChoose={setEarlier} />}
      <MaskNote />
    </Dialog>
  );
}

export function ReportButton(props: ReportProps) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon="download" onClick={() => setOpen(true)}>
        {t("report.dialog.open")}
      </Button>
      {isOpen && <ReportDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
