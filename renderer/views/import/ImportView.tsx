// The import stage: files on their way in at the left, the chosen sheet or source in the middle.
import { useEffect } from "react";
import { useWords } from "../../i18n/index.ts";
import { Button, EmptyState, Panel } from "../../parts/index.ts";
import { useImporting } from "../../state/importing.ts";
import { setCrumbs } from "../../state/navigation.ts";
import { useWorkspace } from "../../state/workspace.ts";
import type { ViewProps } from "../viewProps.ts";
import { AddressesPanel } from "./AddressesPanel.tsx";
import { DonePanel } from "./DonePanel.tsx";
import { FileList } from "./FileList.tsx";
import "./import.css";
import "./importSheet.css";
import { MatchesPanel } from "./MatchesPanel.tsx";
import { OpeningPanel } from "./OpeningPanel.tsx";
import { ProblemsPanel } from "./ProblemsPanel.tsx";
import { SheetPage } from "./SheetPage.tsx";
import { SourcePage } from "./SourcePage.tsx";
import { SourcesDesk } from "./SourcesDesk.tsx";
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

/** The address says which list is meant; without one the sources are shown where no file waits. */
function useTab(subject: string, sourceId: number | null): "files" | "sources" {
  const sourceCount = useWorkspace((state) => state.info?.sources ?? 0);
  const hasSheets = useImporting((state) => state.sheets.length > 0 || state.opening.length > 0);
  if (subject === "sources" || sourceId !== null) return "sources";
  return subject === "files" || hasSheets || sourceCount === 0 ? "files" : "sources";
}

export function ImportView({ subject }: ViewProps) {
  const sourceId = sourceIdOf(subject);
  const tab = useTab(subject, sourceId);
  const sheet = useImporting((state) => state.sheets.find((candidate) => candidate.key === state.current) ?? null);
  const isOpening = useImporting((state) => state.opening.length > 0);
  const crumb = sourceId === null && tab === "files" ? (sheet?.preview.source ?? "") : "";
  useEffect(() => setCrumbs(crumb === "" ? [] : [crumb]), [crumb]);
  const body =
    sourceId !== null ? (
      <SourcePage key={sourceId} sourceId={sourceId} />
    ) : tab === "sources" ? (
      <SourcesDesk />
    ) : sheet ? (
      <SheetPage key={sheet.key} sheet={sheet} />
    ) : isOpening ? (
      <OpeningPanel />
    ) : (
      <Nothing />
    );
  return (
    <div className="cw-import">
      <FileList sourceId={sourceId} tab={tab} />
      <div className="cw-import-main">
        <ProblemsPanel />
        <MatchesPanel />
        {tab === "files" && <DonePanel />}
        <AddressesPanel />
        {body}
      </div>
    </div>
  );
}
