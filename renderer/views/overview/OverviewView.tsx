// The start page: state of each stage, what to do first, new cases, what is in the workspace and what changed.
import { type Translate, useWords } from "../../i18n/index.ts";
import { Button, ErrorPanel, formatCount, formatTime, PageTitle, Panel, Skeleton } from "../../parts/index.ts";
import { goTo } from "../../state/navigation.ts";
import { useCall } from "../../state/useCall.ts";
import { isEmptyWorkspace, useWorkspace } from "../../state/workspace.ts";
import type { ViewProps } from "../viewProps.ts";
import { AlertsPanel } from "./AlertsPanel.tsx";
import { ContentsPanel } from "./ContentsPanel.tsx";
import { FirstRun } from "./FirstRun.tsx";
import { LastChartPanel } from "./LastChartPanel.tsx";
import { NewCasesPanel } from "./NewCasesPanel.tsx";
import "./overview.css";
import { PipelineStrip } from "./PipelineStrip.tsx";
import { SeriesTrendPanel } from "./SeriesTrendPanel.tsx";
import { TasksPanel } from "./TasksPanel.tsx";
import { TodoPanel } from "./TodoPanel.tsx";
import { useToday } from "./today.ts";

/** When something came last and what it brought; it may well have held no cases. */
function sinceWords(t: Translate, importedAt: string, cases: number, sources: number): string {
  const told = { at: formatTime(importedAt), sources };
  return cases === 0 ? t("overview.title.sinceNone", told) : t("overview.title.since", { ...told, cases: formatCount(cases) });
}

function FullOverview() {
  const t = useWords();
  const today = useToday();
  const info = useWorkspace((state) => state.info);
  const { data, error, reload } = useCall("workspace.readOverview", {}, ["facts", "link", "group", "decisions", "charts", "tasks"]);
  const note = data?.lastImportAt ? sinceWords(t, data.lastImportAt, data.added.case ?? 0, info?.sources ?? 0) : "";
  return (
    <div className="cw-page cw-overview">
      <PageTitle
        title={today}
        note={note}
        tools={
          <Button tone="primary" icon="fileImport" onClick={() => goTo("import")}>
            {t("overview.title.import")}
          </Button>
        }
      />
      {info && <PipelineStrip info={info} />}
      {error && (
        <Panel>
          <ErrorPanel error={error} onRetry={reload} />
        </Panel>
      )}
      <div className="cw-overview-columns">
        <div className="cw-overview-main">
          {data ? <TodoPanel items={data.todo} /> : !error && <Panel title={t("overview.todo.title")}>{<Skeleton rows={4} tall />}</Panel>}
          {data ? (
            <NewCasesPanel cases={data.newCases} loss={data.newLoss} all={data.added.case ?? 0} />
          ) : (
            !error && <Panel title={t("overview.cases.title")}>{<Skeleton rows={8} />}</Panel>
          )}
        </div>
        <div className="cw-overview-side">
          <AlertsPanel />
          <TasksPanel />
          {info && <ContentsPanel info={info} added={data?.added ?? null} />}
          {data && <SeriesTrendPanel trends={data.trends} />}
          {data && <LastChartPanel chart={data.lastChart} />}
        </div>
      </div>
    </div>
  );
}

export function OverviewView(_props: ViewProps) {
  const info = useWorkspace((state) => state.info);
  if (info === null) return <Skeleton rows={12} tall />;
  return isEmptyWorkspace(info) ? <FirstRun /> : <FullOverview />;
}
