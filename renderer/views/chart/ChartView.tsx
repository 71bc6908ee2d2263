// The chart screen: bar, canvas with its expand menu, legend, histogram, timeline, inspector.
import type { Core } from "cytoscape";
import { useCallback, useEffect, useRef, useState } from "react";
import { identityNode } from "../../../shared/chart/drawn/mergeRecords.ts";
import { toWire, type WireError } from "../../../shared/errors.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, EmptyState, ErrorPanel, IconButton } from "../../parts/index.ts";
import { moveCamera, showMenu, useChart } from "../../state/chart.ts";
import { openSubject } from "../../state/chartFiles.ts";
import { offerCommands } from "../../state/commands.ts";
import { useExportChoice } from "../../state/exportChart.ts";
import { goTo, setCrumbs, showSearch } from "../../state/navigation.ts";
import { useViewKeys } from "../viewKeys.ts";
import type { ViewProps } from "../viewProps.ts";
import "../analysis.css";
import "./chart.css";
import { ChartCanvas } from "./ChartCanvas.tsx";
import { ChartTable } from "./ChartTable.tsx";
import { ComparisonPanel } from "./ComparisonPanel.tsx";
import { chartCommands } from "./chartCommands.ts";
import { chartKeys, expandSelected } from "./chartKeys.ts";
import { ChartDocks } from "./docks/ChartDocks.tsx";
import { ExpandMenu } from "./ExpandMenu.tsx";
import { Inspector } from "./Inspector.tsx";
import { LayoutStrip } from "./LayoutMenu.tsx";
import { Legend } from "./Legend.tsx";
import { Toolbar } from "./Toolbar.tsx";
import { useChartIdentities } from "./useChartIdentities.ts";
import { WhatIfStrip } from "./WhatIfStrip.tsx";

function ZoomButtons() {
  const t = useWords();
  return (
    <div className="cw-chart-zoom">
      <IconButton icon="plus" label={t("chart.zoom.in")} onClick={() => moveCamera("in")} />
      <IconButton icon="minus" label={t("chart.zoom.out")} onClick={() => moveCamera("out")} />
      <IconButton icon="focusCentered" label={t("chart.zoom.fit")} onClick={() => moveCamera("fit")} />
    </div>
  );
}

function EmptyChart() {
  const t = useWords();
  return (
    <div className="cw-chart-empty">
      <EmptyState
        icon="affiliate"
        title={t("chart.empty.title")}
        action={
          <>
            <Button tone="primary" small icon="topology" onClick={() => goTo("group")}>
              {t("chart.empty.series")}
            </Button>
            <Button small icon="search" shortcut="Ctrl K" onClick={() => showSearch(true)}>
              {t("chart.empty.search")}
            </Button>
          </>
        }
      >
        {t("chart.empty.why")}
      </EmptyState>
    </div>
  );
}

/** Opens what the address names; gives the error when that fails. */
function useSubject(subject: string): { readonly error: WireError | null; readonly retry: () => void } {
  const [error, setError] = useState<WireError | null>(null);
  const open = useCallback(() => {
    setError(null);
    openSubject(subject).catch((reason) => setError(toWire(reason)));
  }, [subject]);
  useEffect(open, [open]);
  return { error, retry: open };
}

/** The newest way to expand and to find, under commands that are offered once. */
function useChartCommands(openExpand: (ref: string) => void, find: () => void): void {
  const latest = useRef({ openExpand, find });
  latest.current = { openExpand, find };
  useEffect(() => {
    const expand = () => void setTimeout(() => expandSelected((ref) => latest.current.openExpand(ref)));
    const targets = { expand, find: () => latest.current.find() };
    return offerCommands(chartCommands(targets, (format) => useExportChoice.setState({ format })));
  }, []);
}

export function ChartView({ subject }: ViewProps) {
  const t = useWords();
  const [cy, setCy] = useState<Core | null>(null);
  const findBox = useRef<HTMLInputElement>(null);
  const name = useChart((state) => state.name);
  const isEmpty = useChart((state) => state.chart.model.nodes.size === 0);
  const { error, retry } = useSubject(subject);
  useChartIdentities();
  useEffect(() => setCrumbs([name === "" ? t("chart.file.unnamed") : name]), [name, t]);
  const openExpand = (ref: string) => {
    const [alone, merged] = [cy?.getElementById(ref), cy?.getElementById(identityNode(ref))];
    const place = (merged?.nonempty() ? merged : alone)?.renderedPosition();
    if (place !== undefined) showMenu({ ref, ...place });
  };
  const find = () => findBox.current?.focus();
  useViewKeys("chart", chartKeys(openExpand, find));
  useChartCommands(openExpand, find);
  return (
    <div className="cw-chart">
      <h1 className="cw-unseen">{t("chart.title")}</h1>
      <Toolbar findBox={findBox} openExpand={openExpand} cy={cy} />
      <div className="cw-chart-main">
        <ChartCanvas onMount={setCy}>
          {error !== null && (
            <div className="cw-chart-empty">
              <ErrorPanel error={error} onRetry={retry} />
            </div>
          )}
          {isEmpty && error === null && <EmptyChart />}
          <ComparisonPanel />
          <WhatIfStrip />
          <LayoutStrip />
          <ZoomButtons />
          <ExpandMenu width={cy?.width() ?? 0} height={cy?.height() ?? 0} />
        </ChartCanvas>
        <Legend />
        <ChartDocks />
      </div>
      <Inspector />
      <ChartTable />
    </div>
  );
}
