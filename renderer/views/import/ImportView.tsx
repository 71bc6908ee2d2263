// The import stage: files on their way in at the left, the chosen sheet or source in the middle.
import { useEffect } from "react";
import { useWords } from "../../i18n/index.ts";
import { Button, EmptyState, Panel } from "../../parts/index.ts";
import { useImporting } from "../../state/importing.ts";
import { setCrumbs } from "../../state/navigation.ts";
import type { ViewProps } from "../viewProps.ts";
import { DonePanel } from "./DonePanel.tsx";
import { FileList } from "./FileList.tsx";
import "./import.css";
import { MatchesPanel } from "./MatchesPanel.tsx";
import { OpeningPanel } from "./OpeningPanel.tsx";
import { ProblemsPanel } from "./ProblemsPanel.tsx";
import { SheetPage } from "./SheetPage.tsx";
import { SourcePage } from "./SourcePage.tsx";
import "./sourcePage.css";

/** `source:12` → 12. */
const sourceIdOf = (subject: string): number | null => {
  const match = /^source:(\d+)$/.exec(subject);
  return match ? Number(match[1]) : null;
};

function Nothing() {
  const t = useWords();
  const pick = () => document.querySelector<HTMLInputElement>(".cw-import-list input[type=file]")?.click();
  return (
    <Panel className="cw-import-nothing" label={t("import.nothing.title")}>
      <h1 className="cw-unseen">{t("frame.stage.import")}</h1>
      <EmptyState
        icon="fileImport"
        title={t("import.nothing.title")}
        action={
          <Button tone="primary" icon="fileImport" onClick={pick}>
            {t("frame.drop.files")}
          </Button>
        }
      >
        {t("import.nothing.why")}
      </EmptyState>
    </Panel>
  );
}

export function ImportView({ subject }: ViewProps) {
  const sourceId = sourceIdOf(subject);
  const sheet = useImporting((state) => state.sheets.find((candidate) => candidate.key === state.current) ?? null);
  const isOpening = useImporting((state) => state.opening.length > 0);
  const crumb = sourceId === null ? (sheet?.preview.source ?? "") : "";
  useEffect(() => setCrumbs(crumb === "" ? [] : [crumb]), [crumb]);
  const body =
    sourceId !== null ? (
      <SourcePage key={sourceId} sourceId={sourceId} />
    ) : sheet ? (
      <SheetPage key={sheet.key} sheet={sheet} />
    ) : isOpening ? (
      <OpeningPanel />
    ) : (
      <Nothing />
    );
  return (
    <div className="cw-import">
      <FileList sourceId={sourceId} />
      <div className="cw-import-main">
        <ProblemsPanel />
        <MatchesPanel />
        <DonePanel />
        {body}
      </div>
    </div>
  );
}
