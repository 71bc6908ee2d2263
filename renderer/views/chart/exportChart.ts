// Pictures of the chart that leave the workbench: PNG from the canvas, SVG written by hand. Each is noted in the audit before it is handed out.
import type { Core, StylesheetJson } from "cytoscape";
import type { ChartTheme } from "../../../shared/chart/chartTheme.ts";
import { openMask } from "../../../shared/chart/labels.ts";
import { type DetailLevel, styleRules } from "../../../shared/chart/styleRules.ts";
import { type LegendWords, legendOf } from "../../../shared/chart/writeLegend.ts";
import { writeSvg } from "../../../shared/chart/writeSvg.ts";
import { entityKinds } from "../../../shared/model/entity.ts";
import { maskLabel } from "../../../shared/review/mask.ts";
import { words } from "../../i18n/index.ts";
import { kindKeys, wordOf } from "../../i18n/vocabulary.ts";
import { formatTime } from "../../parts/index.ts";
import { engine } from "../../rpc/engine.ts";
import { useChart } from "../../state/chart.ts";
import { usePreferences } from "../../state/preferences.ts";
import { useSelection } from "../../state/selection.ts";
import { tell } from "../../state/toasts.ts";
import { tokensOf } from "../../styles/tokens.ts";
import { chartThemeOf, iconAddressOf } from "./chartTheme.ts";
import { isMutedNode } from "./controllers/StyleController.tsx";
import { framePicture } from "./framePicture.ts";
import { familyKeys } from "./stepWords.ts";
import { tenThousandWord } from "./useLabelContext.ts";

export type ExportFormat = "png" | "svg";

/** Largest side of a picture that browsers draw. */
const mostPixels = 12_000;

function legendWords(): LegendWords {
  const { t } = words;
  return {
    kinds: Object.fromEntries(entityKinds.map((kind) => [kind, wordOf(t, kindKeys, kind)])),
    families: { transfer: t(familyKeys.transfer), call: t(familyKeys.call), evidence: t(familyKeys.evidence), fact: t(familyKeys.fact) },
    unconfirmed: words.t("chart.legend.unconfirmed"),
    disabled: words.t("chart.legend.disabled"),
  };
}

/** What stands round a picture of the chart, in either format. */
function surroundings(title: string) {
  const { model } = useChart.getState().chart;
  return {
    theme: chartThemeOf(tokensOf("light", "normal")),
    title,
    subtitle: words.t("chart.export.subtitle", { at: formatTime(Date.now()), n: model.nodes.size, links: model.links.size }),
    legend: legendOf(model, legendWords()),
  };
}

function svgBlob(name: string): Blob {
  const { model } = useChart.getState().chart;
  const { timeWindow } = useSelection.getState();
  const text = writeSvg(model, {
    ...surroundings(name),
    mask: usePreferences.getState().isMasked ? maskLabel : openMask,
    tenThousand: tenThousandWord(),
    isMuted: (node) => isMutedNode(model, timeWindow, node),
  });
  return new Blob([text], { type: "image/svg+xml" });
}

/** Time for icons of another theme to load. */
const iconMilliseconds = 300;

/** Draws on paper: light theme, both label lines, nothing selected; then the canvas is as it was. */
async function onPaper<T>(cy: Core, draw: () => Promise<T>): Promise<T> {
  const { level, chart } = useChart.getState();
  const { theme: name } = usePreferences.getState();
  const styleOf = (theme: ChartTheme, detail: DetailLevel) =>
    styleRules({ theme, level: detail, links: chart.model.links.size, iconAddress: iconAddressOf(theme) }) as unknown as StylesheetJson;
  const marked = cy.elements(":selected, .near-selection, .fresh, .found");
  const classes = marked.map((element) => ({ element, names: element.classes(), isSelected: element.selected() }));
  cy.style(styleOf(chartThemeOf(tokensOf("light", "normal")), "near"));
  if (name !== "light") await new Promise((resolve) => setTimeout(resolve, iconMilliseconds));
  marked.unselect().removeClass("near-selection fresh found");
  const drawn = draw();
  for (const { element, names, isSelected } of classes) {
    element.classes(names);
    if (isSelected) element.select();
  }
  cy.style(styleOf(chartThemeOf(tokensOf(name, "normal")), level));
  return drawn;
}

/** The whole chart at double scale on white, less when that would not fit a picture. */
async function pngBlob(name: string, cy: Core): Promise<Blob> {
  const box = cy.elements().boundingBox();
  const scale = Math.min(2, mostPixels / Math.max(box.w, box.h, 1));
  const picture = await onPaper(cy, () => cy.png({ full: true, scale, bg: "#ffffff", output: "blob-promise" }));
  return framePicture(picture, { ...surroundings(name), scale });
}

function download(blob: Blob, file: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export async function exportChart(format: ExportFormat, cy: Core): Promise<void> {
  const { name, chart } = useChart.getState();
  const title = name === "" ? words.t("chart.file.unnamed") : name;
  await engine.call("chart.recordExport", { name: title, format, entities: chart.model.nodes.size });
  const blob = format === "svg" ? svgBlob(title) : await pngBlob(title, cy);
  const file = `${title.replace(/[\\/:*?"<>|]/g, "_")}.${format}`;
  download(blob, file);
  tell("chart.toast.exported", { file });
}
