// Export as PNG or SVG.

import { Dropdown } from "antd";
import type { Core } from "cytoscape";
import { createContext, useContext } from "react";
import { useWords } from "../../i18n/index.ts";
import { Button } from "../../parts/index.ts";
import { useChart } from "../../state/chart.ts";
import { reportError } from "../../state/toasts.ts";
import { type ExportFormat, exportChart } from "./exportChart.ts";

/** The canvas, for what needs its pixels. */
export const CanvasContext = createContext<Core | null>(null);

export function ExportMenu() {
  const t = useWords();
  const cy = useContext(CanvasContext);
  const isEmpty = useChart((state) => state.chart.model.nodes.size === 0);
  const run = (format: ExportFormat) => () => {
    if (cy !== null) exportChart(format, cy).catch(reportError);
  };
  const items = [
    { key: "png", label: t("chart.export.png"), onClick: run("png") },
    { key: "svg", label: t("chart.export.svg"), onClick: run("svg") },
  ];
  return (
    <Dropdown menu={{ items }} trigger={["click"]} disabled={isEmpty || cy === null}>
      <Button tone="text" small icon="download" disabled={isEmpty || cy === null}>
        {t("chart.export.menu")}
      </Button>
    </Dropdown>
  );
}
