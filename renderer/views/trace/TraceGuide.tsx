// Trace: which events are there to follow, and how to follow them from a chart.
import { eventKinds } from "../../../shared/model/event.ts";
import { useWords } from "../../i18n/index.ts";
import { eventKeys, wordOf } from "../../i18n/vocabulary.ts";
import { Button, type Column, DataTable, EmptyState, formatCount, Panel, Skeleton } from "../../parts/index.ts";
import { goTo, showSearch } from "../../state/navigation.ts";
import { sumOf, useWorkspace } from "../../state/workspace.ts";
import { StageGuide } from "../StageGuide.tsx";

const followKeys: Readonly<Record<string, string>> = {
  transfer: "frame.trace.transfer",
  call: "frame.trace.call",
  stay: "frame.trace.stay",
  capture: "frame.trace.capture",
  login: "frame.trace.login",
};

interface EventRow {
  readonly kind: string;
  readonly count: number;
}

export function TraceGuide() {
  const t = useWords();
  const info = useWorkspace((state) => state.info);
  if (info === null) return <Skeleton rows={10} />;
  const rows: readonly EventRow[] = eventKinds.map((kind) => ({ kind, count: info.events[kind] ?? 0 })).filter((row) => row.count > 0);
  const columns: readonly Column<EventRow>[] = [
    {
      key: "kind",
      title: t("frame.trace.kind"),
      width: "minmax(90px, 0.6fr)",
      render: (row) => wordOf(t, eventKeys, row.kind),
      text: (row) => wordOf(t, eventKeys, row.kind),
    },
    {
      key: "count",
      title: t("frame.trace.count"),
      width: "120px",
      align: "right",
      render: (row) => <b>{formatCount(row.count)}</b>,
      text: (row) => String(row.count),
    },
    {
      key: "follow",
      title: t("frame.trace.follow"),
      width: "minmax(0, 2fr)",
      render: (row) => t(followKeys[row.kind] ?? "frame.trace.transfer"),
    },
  ];
  const steps = [
    {
      key: "search",
      text: t("frame.trace.stepSearch"),
      action: <Button onClick={() => showSearch(true)}>{t("frame.action.search")}</Button>,
    },
    { key: "chart", text: t("frame.trace.stepChart"), action: <Button onClick={() => goTo("chart")}>{t("frame.stage.chart")}</Button> },
    { key: "series", text: t("frame.trace.stepSeries"), action: <Button onClick={() => goTo("group")}>{t("frame.stage.group")}</Button> },
  ];
  return (
    <StageGuide
      title={t("frame.stage.trace")}
      note={t("frame.trace.note", { count: formatCount(sumOf(info.events)) })}
      panelTitle={t("frame.guide.next")}
      steps={steps}
    >
      <Panel className={rows.length === 0 ? "cw-guide-table" : "cw-guide-table cw-guide-short"} title={t("frame.trace.title")}>
        {rows.length === 0 ? (
          <EmptyState
            icon="route"
            title={t("frame.trace.none")}
            action={
              <Button tone="primary" onClick={() => goTo("import")}>
                {t("overview.title.import")}
              </Button>
            }
          >
            {t("frame.trace.noneWhy")}
          </EmptyState>
        ) : (
          <DataTable label={t("frame.trace.title")} columns={columns} rows={rows} keyOf={(row) => row.kind} />
        )}
      </Panel>
    </StageGuide>
  );
}
